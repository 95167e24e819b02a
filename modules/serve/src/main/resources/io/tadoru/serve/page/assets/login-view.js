/**
 * The door: a token is typed, tried against /me, and kept for this tab.
 */
import { LitElement, html } from 'lit';
import { get } from './api.js';
import { Preferences, t } from './preferences.js';
import { forget, keep } from './session.js';

class Login extends LitElement {
  static properties = { refused: {}, busy: { state: true }, problem: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.refused = '';
    this.problem = '';
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #enter(event) {
    event.preventDefault();
    keep(new FormData(event.target).get('token'));
    this.busy = true;
    try {
      await get('/me');
      this.dispatchEvent(new CustomEvent('entered'));
    } catch (refused) {
      forget();
      this.problem = refused.status === 401 ? 'login.refused' : refused.status === 0 ? 'problem.unreachable' : 'problem.other';
    } finally {
      this.busy = false;
    }
  }

  render() {
    const said = this.problem || this.refused;
    return html`<form class="login card" @submit=${this.#enter}>
      <h1>${t('login.title')}</h1>
      <p>${t('login.lead')}</p>
      ${said ? html`<p class="notice" role="alert">${t(said)}</p>` : ''}
      <label>${t('login.token')}<input name="token" type="password" autocomplete="off" spellcheck="false" required placeholder="tdr_…" /></label>
      <button class="primary" ?disabled=${this.busy}>${t('login.enter')}</button>
      <p class="hint">${t('login.hint')} <code>tadoru token create --name ${t('login.example')} --role analyst</code></p>
    </form>`;
  }
}
customElements.define('tadoru-login', Login);
