/**
 * One chain: what happened, what let it through, what was done, and everything that says so.
 */
import { LitElement, html } from 'lit';
import './lanes-view.js';
import './evidence-view.js';
import './actions-view.js';
import './spread-view.js';
import './coverage-view.js';
import './revisions-view.js';
import { get } from './api.js';
import { sentence } from './chain-row.js';
import { decisions } from './decisions.js';
import { downloads } from './downloads.js';
import { facts } from './facts.js';
import { severityBars, statusBadge } from './icons.js';
import { Poll } from './poll.js';
import { language, Preferences, t, word } from './preferences.js';
import { moment } from './times.js';

const EVERY = 10_000;
/** While a decision is on its way through the pipeline. */
const EVERY_PENDING = 1_000;

class ChainPage extends LitElement {
  static properties = { chainId: {}, me: { attribute: false }, chain: { state: true }, problem: { state: true }, pending: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.chain = null;
    this.known = '';
    this.problem = '';
    this.pending = null;
    this.poll = new Poll(this, () => this.#load(), EVERY);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('chainId') && this.chain && this.chainId !== this.chain.id) {
      this.chain = null;
      this.known = '';
      this.poll.now();
    }
    document.title = this.chain ? `${this.chain.host} · ${this.chain.case ?? ''} · Tadoru` : 'Tadoru';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.title = 'Tadoru';
  }

  /** The same document is not drawn twice: no flicker, and what was opened stays open. */
  async #load() {
    if (!this.chainId) await this.updateComplete;
    try {
      const chain = await get(`/chains/${encodeURIComponent(this.chainId)}`);
      const text = JSON.stringify(chain);
      if (text !== this.known) {
        this.known = text;
        this.chain = chain;
      }
      this.#arrived(chain);
      this.problem = '';
    } catch (refused) {
      this.problem = refused.missing ? 'problem.noChain' : refused.status === 0 ? 'problem.unreachable' : 'problem.other';
    }
  }

  /** A decision counts once the document has it: until then it is shown as pending. */
  #decided(decision) {
    this.pending = decision;
    this.poll.every = EVERY_PENDING;
    this.poll.now();
  }

  #arrived(chain) {
    if (!this.pending || !(chain.detail?.decisions ?? []).some((one) => one.id === this.pending.id)) return;
    this.pending = null;
    this.poll.every = EVERY;
  }

  render() {
    return html`<article class="chain">
      <nav class="crumbs"><a href="#/">← ${t('list.title')}</a></nav>
      ${this.problem ? html`<p class="notice" role="alert">${t(this.problem)}</p>` : ''}
      ${this.chain ? this.#page(this.chain) : this.problem ? '' : html`<p class="wait">${t('wait')}</p>`}
    </article>`;
  }

  #page(chain) {
    return html`${this.#notices(chain)}
      <header class="chain-top">
        <div class="chain-title">${severityBars(chain.severity, true)}${statusBadge(chain.status)}
          <h1>${chain.host}${chain.user ? html` <span class="user">${chain.user}</span>` : ''}</h1>
          <span class="case mono">${chain.case ?? chain.id}</span></div>
        <p class="sentence" lang=${language()}>${sentence(chain)}</p>
        <tadoru-actions .chain=${chain} .me=${this.me} .pending=${this.pending} @decided=${(e) => this.#decided(e.detail)}></tadoru-actions>

      </header>
      ${facts(chain, (hash) => this.#reveal(hash))}
      <tadoru-lanes .chain=${chain} @chosen=${(e) => this.#reveal(e.detail)}></tadoru-lanes>
      <div class="columns">
        <tadoru-evidence .chain=${chain}></tadoru-evidence>
        <aside>
          ${decisions(chain, this.pending)}
          ${downloads(chain)}
          <tadoru-spread .chain=${chain}></tadoru-spread>
          <tadoru-coverage .chain=${chain}></tadoru-coverage>
          <tadoru-revisions .chain=${chain}></tadoru-revisions>
        </aside>
      </div>`;
  }

  #reveal(hash) {
    this.querySelector('tadoru-evidence').reveal(hash);
  }

  #notices(chain) {
    return [
      chain.redirected_from && html`<p class="notice">${t('chain.redirected', chain.redirected_from.slice(0, 8))}</p>`,
      chain.merged_into && html`<p class="notice">${t('chain.merged')} <a href="#/chain/${chain.merged_into}">${chain.merged_into.slice(0, 8)}</a></p>`,
      chain.reopened && html`<p class="notice">${t('chain.reopened')}</p>`,
      chain.hidden && html`<p class="notice">${t('chain.hidden', (chain.allowed_by ?? []).join(', '))}</p>`,
      chain.disposition && html`<p class="notice">${t('chain.disposition', word('disposition', chain.disposition), chain.closed_by ?? '', moment(chain.closed_at))}</p>`,
    ].filter(Boolean);
  }
}
customElements.define('tadoru-chain', ChainPage);
