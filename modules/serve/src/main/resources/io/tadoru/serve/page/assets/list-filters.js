/**
 * What the list is narrowed to, and what it leaves out: counted, and one click away.
 */
import { html } from 'lit';
import { STATUSES } from './order.js';
import { t, word } from './preferences.js';

/**
 * @param {{host: string, status: string, since: string, hidden: boolean, closed: boolean}} asked
 * @param {{closed: number, hidden: number}} left how many there are of what is left out
 * @param {(change: object) => void} ask
 */
export const filters = (asked, left, ask) => html`<form class="filters" role="search" @submit=${(e) => e.preventDefault()}>
  <label><span>${t('filter.host')}</span><input name="host" type="search" autocomplete="off" spellcheck="false" placeholder="PC-0142"
    .value=${asked.host} @change=${(e) => ask({ host: e.target.value })} /></label>
  <label><span>${t('filter.status')}</span><select name="status" @change=${(e) => ask({ status: e.target.value })}>
    <option value="">${t('filter.open')}</option>
    ${STATUSES.map((status) => html`<option value=${status} ?selected=${asked.status === status}>${word('status', status)}</option>`)}
  </select></label>
  <label><span>${t('filter.since')}</span><select name="since" @change=${(e) => ask({ since: e.target.value })}>
    ${['', 'day', 'week', 'month'].map((since) => html`<option value=${since} ?selected=${asked.since === since}>${t(`since.${since || 'ever'}`)}</option>`)}
  </select></label>
  <span class="spring"></span>
  ${toggle('closed', asked.closed, left.closed, ask)}${toggle('hidden', asked.hidden, left.hidden, ask)}
</form>`;

const toggle = (name, on, count, ask) => html`<button type="button" class="toggle" data-toggle=${name} aria-pressed=${on}
  @click=${() => ask({ [name]: !on })}>${t(`filter.${name}`)} <b>${count}</b></button>`;
