/**
 * The lines themselves, in order of time: what each says, why it belongs here, and all of it when opened.
 */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get } from './api.js';
import { contextRow } from './context-row.js';
import { evidenceRow } from './evidence-row.js';
import { Preferences, t } from './preferences.js';
import { day, millis } from './times.js';

class EvidenceList extends LitElement {
  static properties = { chain: { attribute: false }, context: { state: true }, said: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.context = null;
    this.said = '';
  }

  createRenderRoot() {
    return this;
  }

  /** Opens a line, as asked for in the drawing. @param {string} hash */
  reveal(hash) {
    const item = [...this.querySelectorAll('.evidence-item')].find((one) => one.dataset.hash === hash);
    if (!item) return;
    item.querySelector('details').open = true;
    item.scrollIntoView({ block: 'center' });
    item.querySelector('summary').focus({ preventScroll: true });
  }

  #all(open) {
    this.querySelectorAll('details').forEach((one) => (one.open = open));
  }

  async #around() {
    if (this.context) {
      this.context = null;
      this.said = '';
      return;
    }
    try {
      const answer = await get(`/chains/${encodeURIComponent(this.chain.id)}/timeline`);
      this.context = (answer.events ?? []).filter((event) => !event.evidence);
      this.said = answer.truncated ? 'context.truncated' : this.context.length ? '' : 'context.none';
    } catch (refused) {
      this.said = refused.missing ? 'context.missing' : 'problem.part';
    }
  }

  render() {
    const lines = this.chain.detail?.evidence ?? [];
    const byHash = new Map(lines.map((line) => [line.hash, line]));
    const all = this.context ? [...lines, ...this.context].sort((a, b) => millis(a.at) - millis(b.at)) : lines;
    return html`<section class="card evidence" aria-labelledby="evidence-title">
      <div class="section-head"><h2 id="evidence-title">${t('evidence.title')}</h2><span class="spring"></span>
        <button type="button" class="quiet" data-around aria-pressed=${Boolean(this.context)} @click=${() => this.#around()}>${t(this.context ? 'context.hide' : 'context.show')}</button>
        <button type="button" class="quiet" @click=${() => this.#all(true)}>${t('evidence.open')}</button>
        <button type="button" class="quiet" @click=${() => this.#all(false)}>${t('evidence.fold')}</button></div>
      ${this.said ? html`<p class="hint" role="status">${t(this.said)}</p>` : ''}
      <ol>${repeat(all, (line, i) => `${line.hash}${line.rule_id ?? ''}${i}`, (line, i) => html`
        ${i === 0 || dayOf(line) !== dayOf(all[i - 1]) ? html`<li class="day">${dayOf(line)}</li>` : ''}
        ${line.grade ? evidenceRow(line, byHash) : contextRow(line)}`)}</ol>
      ${this.chain.detail?.evidence_beyond ? html`<p class="hint">${t('evidence.beyond', this.chain.detail.evidence_beyond)}</p>` : ''}
    </section>`;
  }
}

const dayOf = (line) => day(millis(line.at));

customElements.define('tadoru-evidence', EvidenceList);
