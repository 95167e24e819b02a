/**
 * The frame: who reads, where they are, in which language and zone.
 */
import { LitElement, html } from 'lit';
import './login-view.js';
import './list-view.js';
import './chain-view.js';
import { get } from './api.js';
import { choose, language, Preferences, t, word, zone } from './preferences.js';
import { route } from './route.js';
import { forget, takeFromAddress, token } from './session.js';
import { localName } from './times.js';

takeFromAddress();

class Frame extends LitElement {
  static properties = { place: { state: true }, me: { state: true }, refused: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.place = route();
    this.me = null;
    this.refused = '';
    window.addEventListener('hashchange', () => this.#moved());
    window.addEventListener('tadoru-unauthorized', () => this.#leave('login.refused'));
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    if (token()) this.#greet();
  }

  #moved() {
    takeFromAddress();
    this.place = route();
    window.scrollTo(0, 0);
    if (token() && !this.me) this.#greet();
  }

  async #greet() {
    this.refused = '';
    this.me = await get('/me').catch(() => null);
    this.requestUpdate();
  }

  /** @param {string} why */
  #leave(why) {
    if (why && !token()) return;
    forget();
    this.me = null;
    this.refused = why;
    this.requestUpdate();
  }

  render() {
    return html`
      <header class="top">
        <a class="brand" href="#/" aria-label=${t('nav.home')}><img src="/assets/icon.svg" alt="" width="22" height="22" /><b>Tadoru</b><span lang="ja">辿る</span></a>
        <span class="spring"></span>
        ${this.#choice('zone', zone(), [['utc', 'UTC'], ['local', localName()]])}
        ${this.#choice('language', language(), [['en', 'English'], ['ja', '日本語']])}
        ${token() ? this.#who() : ''}
      </header>
      <main id="main">${token() ? this.#view() : html`<tadoru-login .refused=${this.refused} @entered=${() => this.#greet()}></tadoru-login>`}</main>`;
  }

  #view() {
    return this.place.name === 'chain'
      ? html`<tadoru-chain .chainId=${this.place.id} .me=${this.me}></tadoru-chain>`
      : html`<tadoru-list></tadoru-list>`;
  }

  /** @param {'zone'|'language'} key @param {string} now @param {string[][]} options */
  #choice(key, now, options) {
    return html`<div class="segments" role="group" aria-label=${t(`choose.${key}`)}>
      ${options.map(([value, name]) => html`<button type="button" lang=${key === 'language' ? value : ''} data-choice=${value}
        aria-pressed=${now === value} @click=${() => choose(key, value)}>${name}</button>`)}
    </div>`;
  }

  #who() {
    return html`<span class="who">${this.me ? html`<span title=${word('role', this.me.role)}>${this.me.name}</span>` : ''}
      <button type="button" class="quiet" @click=${() => this.#leave('')}>${t('nav.leave')}</button></span>`;
  }
}
customElements.define('tadoru-page', Frame);
