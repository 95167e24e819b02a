/**
 * The first question of the morning: which hosts are infected now, and who looks into it?
 */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get } from './api.js';
import { chainRow } from './chain-row.js';
import { filters } from './list-filters.js';
import { isOpen, isUnhandled, worstFirst } from './order.js';
import { Poll } from './poll.js';
import { Preferences, t } from './preferences.js';
import { clock } from './times.js';

const EVERY = 10_000;
const LIMIT = 200;
const HOURS = { day: 24, week: 168, month: 720 };

class ChainList extends LitElement {
  static properties = { chains: { state: true }, asked: { state: true }, problem: { state: true }, loadedAt: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.chains = null;
    this.next = null;
    this.hiddenCount = 0;
    this.problem = '';
    this.loadedAt = 0;
    this.asked = { host: '', status: '', since: '', hidden: false, closed: false };
    this.poll = new Poll(this, () => this.#load(), EVERY);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.keys = (event) => this.#key(event);
    document.addEventListener('keydown', this.keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keys);
  }

  async #load() {
    const asked = this.asked;
    try {
      const answer = await get(`/chains?${query(asked)}`);
      if (asked !== this.asked) return;
      this.chains = [...answer.chains].sort(worstFirst);
      this.next = answer.next ?? null;
      this.hiddenCount = answer.hidden ?? 0;
      this.loadedAt = Date.now();
      this.problem = '';
    } catch (refused) {
      this.problem = refused.status === 0 ? 'problem.unreachable' : 'problem.other';
    }
  }

  /** j and k walk the rows, as in the tools analysts know. */
  #key(event) {
    if (event.target.closest('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    if (event.key === '/') {
      event.preventDefault();
      this.querySelector('input[name=host]')?.focus();
    }
    if (!step) return;
    const rows = [...this.querySelectorAll('.chain-row')];
    rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement) + step))]?.focus();
  }

  #ask(change) {
    this.asked = { ...this.asked, ...change };
    this.poll.now();
  }

  render() {
    const all = this.chains ?? [];
    const shown = this.asked.closed || this.asked.status ? all : all.filter(isOpen);
    const closed = all.filter((chain) => chain.status === 'closed').length;
    return html`<div class="list">
      <div class="list-head"><h1>${t('list.title')}</h1>
        <p class="count" role="status">${this.chains ? t('list.count', shown.length, shown.filter(isUnhandled).length) : ''}</p>
        <span class="spring"></span>
        <span class="fresh" ?data-stale=${Boolean(this.problem)}>${this.loadedAt ? t('list.updated', clock(this.loadedAt)) : ''}</span></div>
      ${filters(this.asked, { closed, hidden: this.hiddenCount }, (change) => this.#ask(change))}
      ${this.problem ? html`<p class="notice" role="alert">${t(this.problem)}</p>` : ''}
      ${this.chains === null ? html`<p class="wait">${this.problem ? '' : t('wait')}</p>` : shown.length ? this.#table(shown) : this.#empty(closed)}
    </div>`;
  }

  #table(shown) {
    return html`<div class="chain-head" aria-hidden="true">${['status', 'host', 'case', 'infected', 'span', 'layers', 'hand'].map(
      (name) => html`<span class="c-${name}">${t(`column.${name}`)}</span>`)}</div>
      <ol class="chains" aria-label=${t('list.title')}>${repeat(shown, (chain) => chain.id, chainRow)}</ol>
      <p class="hint keys">${this.next ? t('list.more', LIMIT) : ''} ${t('list.keys')}</p>`;
  }

  #empty(closed) {
    const filtered = this.asked.host || this.asked.status || this.asked.since;
    return html`<div class="empty card"><h2>${t(filtered ? 'empty.filtered' : 'empty.title')}</h2>
      <p>${t(filtered ? 'empty.filteredDo' : closed ? 'empty.closedDo' : 'empty.do')}</p>
      ${filtered || closed ? '' : html`<pre class="line">./tadoru demo
logger --server 127.0.0.1 --port 5514 --tcp …
./tadoru investigate logs/</pre>`}</div>`;
  }
}

/** @param {object} asked */
function query(asked) {
  const q = new URLSearchParams({ limit: String(LIMIT) });
  if (asked.host.trim()) q.set('host', asked.host.trim());
  if (asked.status) q.set('status', asked.status);
  if (asked.since) q.set('since', new Date(Date.now() - HOURS[asked.since] * 3_600_000).toISOString());
  if (asked.hidden) q.set('hidden', 'true');
  return q;
}
customElements.define('tadoru-list', ChainList);
