/**
 * What an analyst can decide, and the question that is asked before it counts.
 */
import { LitElement, html } from 'lit';
import { allow, allowFields } from './allow-form.js';
import { post } from './api.js';
import { isOpen } from './order.js';
import { Preferences, t, word } from './preferences.js';

/** Which decisions make sense now, the most likely one first. */
const offered = (chain) =>
  isOpen(chain)
    ? [...(chain.acknowledged_by ? [] : ['ack']), 'assign', 'note', 'isolate', 'close', 'expected', 'false-positive', 'allow']
    : chain.status === 'closed' ? ['reopen', 'note'] : ['note'];

/** Those that close the chain need a reason: someone will ask for it. */
const NEEDS_TEXT = ['note', 'expected', 'false-positive', 'allow'];

/** The button's text without the dots that promise a question. @param {string} kind */
const plain = (kind) => t(`action.${kind}`).replace('…', '');

class Actions extends LitElement {
  static properties = {
    chain: { attribute: false }, me: { attribute: false }, pending: { attribute: false }, kind: { state: true }, problem: { state: true }, done: { state: true },
  };

  constructor() {
    super();
    new Preferences(this);
    this.kind = '';
    this.problem = '';
    this.done = '';
  }

  createRenderRoot() {
    return this;
  }

  /** Acknowledging takes one click: at night it must not be a form. */
  #choose(kind) {
    this.problem = '';
    this.done = '';
    if (kind === 'ack') return this.#send({ kind });
    this.kind = kind;
    this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  #submit(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    if (this.kind === 'allow') return this.#allow(typed);
    this.#send({ kind: this.kind, text: typed.get('text') ?? '', assignee: typed.get('assignee') ?? undefined });
  }

  async #allow(typed) {
    try {
      const entry = await allow(typed, this.chain);
      this.querySelector('dialog').close();
      this.done = t('allow.done', entry.id ?? '');
    } catch (refused) {
      this.#refused(refused);
    }
  }

  /** The server's own sentence where it says what was wrong with what was typed. */
  #refused(refused) {
    this.problem = refused.status === 400 && refused.message ? refused.message
      : t(refused.status === 403 ? 'decisions.forbidden' : refused.missing ? 'decisions.missing' : 'decisions.failed');
  }

  async #send(decision) {
    try {
      const answer = await post(`/chains/${encodeURIComponent(this.chain.id)}/decisions`, { text: '', ...decision });
      this.querySelector('dialog')?.close();
      const kept = { by: this.me?.name, at: new Date().toISOString(), ...decision, ...(answer.decision ?? answer) };
      this.dispatchEvent(new CustomEvent('decided', { detail: kept }));
    } catch (refused) {
      this.#refused(refused);
    }
  }

  render() {
    if (this.me?.role === 'reader') return html`<p class="hint">${t('decisions.reader')}</p>`;
    return html`<div class="actions" role="group" aria-label=${t('decisions.title')}>
        ${offered(this.chain).map((kind) => html`<button type="button" data-action=${kind} class=${kind === 'ack' ? 'primary' : ''}
          ?disabled=${Boolean(this.pending)} @click=${() => this.#choose(kind)}>${t(`action.${kind}`)}</button>`)}
        <span class="pending" role="status">${this.pending ? t('decisions.onItsWay', word('decision', this.pending.kind)) : this.done}</span>
        ${this.problem && !this.kind ? this.#said() : ''}
      </div>
      ${this.kind ? this.#dialog() : ''}`;
  }

  #said() {
    return html`<p class="notice" role="alert">${this.problem}</p>`;
  }

  #dialog() {
    return html`<dialog aria-labelledby="ask-title" @close=${() => (this.kind = '')}><form @submit=${this.#submit}>
      <h2 id="ask-title">${plain(this.kind)} — ${this.chain.host}</h2>
      <p>${t(`ask.${this.kind}`, this.chain.host)}</p>
      ${this.kind === 'assign' ? html`<label>${t('ask.assignee')}<input name="assignee" required maxlength="200" .value=${this.me?.name ?? ''} autofocus /></label>` : ''}
      ${this.kind === 'allow' ? allowFields(this.chain, this.me) : ''}
      <label>${t(NEEDS_TEXT.includes(this.kind) ? 'ask.text' : 'ask.textMay')}<textarea name="text" rows="3" maxlength="4000"
        ?required=${NEEDS_TEXT.includes(this.kind)} ?autofocus=${!['assign', 'allow'].includes(this.kind)}></textarea></label>
      ${this.problem ? this.#said() : ''}
      <div class="actions"><button class="primary" data-confirm>${plain(this.kind)}</button>
        <button type="button" @click=${() => this.querySelector('dialog').close()}>${t('ask.cancel')}</button></div>
    </form></dialog>`;
  }
}
customElements.define('tadoru-actions', Actions);
