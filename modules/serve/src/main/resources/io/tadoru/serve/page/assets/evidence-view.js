/**
 * The lines themselves, in order of time: what each says, why it belongs here, and all of it when opened.
 */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { breakable } from './breakable.js';
import { gradeSample, verdictBadge } from './icons.js';
import { Preferences, t, word } from './preferences.js';
import { reasonText } from './reasons.js';
import { stageTag } from './stages.js';
import { clockExact, day, millis } from './times.js';

class EvidenceList extends LitElement {
  static properties = { chain: { attribute: false }, copied: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.copied = '';
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

  async #copy(line) {
    await navigator.clipboard?.writeText(line.original).catch(() => {});
    this.copied = line.hash + line.rule_id;
  }

  #all(open) {
    this.querySelectorAll('details').forEach((one) => (one.open = open));
  }

  render() {
    const lines = this.chain.detail?.evidence ?? [];
    const byHash = new Map(lines.map((line) => [line.hash, line]));
    return html`<section class="card evidence" aria-labelledby="evidence-title">
      <div class="section-head"><h2 id="evidence-title">${t('evidence.title')}</h2><span class="spring"></span>
        <button type="button" class="quiet" @click=${() => this.#all(true)}>${t('evidence.open')}</button>
        <button type="button" class="quiet" @click=${() => this.#all(false)}>${t('evidence.fold')}</button></div>
      <ol>${repeat(lines, (line, i) => `${line.hash}${line.rule_id}${i}`, (line, i) => this.#item(line, byHash, day(millis(line.at)) !== day(millis(lines[i - 1]?.at ?? line.at)) || i === 0))}</ol>
      ${this.chain.detail?.evidence_beyond ? html`<p class="hint">${t('evidence.beyond', this.chain.detail.evidence_beyond)}</p>` : ''}
    </section>`;
  }

  #item(line, byHash, newDay) {
    return html`${newDay ? html`<li class="day">${day(millis(line.at))}</li>` : ''}
      <li class="evidence-item" data-hash=${line.hash} data-layer=${line.layer}><details><summary>
        <time datetime=${line.at}>${clockExact(line.at)}</time>
        <span class="layer" title=${word('layer', line.layer)}>${word('layerShort', line.layer)}</span>
        ${stageTag(line.stage)}
        <span class="what">${breakable(line.summary || line.rule)}${line.count > 1 ? html` <b class="times">${t('evidence.times', line.count, clockExact(line.last))}</b>` : ''}</span>
        ${line.verdict ? verdictBadge(line.layer, line.verdict, true) : html`<span></span>`}
        <span class="why">${gradeSample(line.grade)} ${this.#why(line, byHash)}</span>
      </summary>${this.#opened(line)}</details></li>`;
  }

  #why(line, byHash) {
    const other = line.joined_to && line.joined_to !== line.hash ? byHash.get(line.joined_to) : null;
    return html`<span>${line.grade === 'anchor' ? '' : html`<b>${word('grade', line.grade)}</b> · `}${breakable(reasonText(line.reason))}${
      other ? html` <span class="when">${t('evidence.joined', clockExact(other.at), word('layerShort', other.layer))}</span>` : ''}</span>`;
  }

  #opened(line) {
    return html`<div class="opened"><dl>
        <dt>${t('evidence.rule')}</dt><dd>${line.rule} <code>${line.rule_id}@${line.rule_version}</code></dd>
        <dt>${t('evidence.source')}</dt><dd><code>${line.source}</code> · ${line.connector} · ${t('evidence.clock')} ${line.clock}</dd>
        <dt>SHA-256</dt><dd><code class="hash">${line.hash}</code></dd></dl>
      <div class="line-box"><pre class="line" tabindex="0" aria-label=${t('evidence.line')}>${line.original}</pre>
        <button type="button" class="quiet copy" @click=${() => this.#copy(line)}>${t(this.copied === line.hash + line.rule_id ? 'evidence.copied' : 'evidence.copy')}</button></div></div>`;
  }
}
customElements.define('tadoru-evidence', EvidenceList);
