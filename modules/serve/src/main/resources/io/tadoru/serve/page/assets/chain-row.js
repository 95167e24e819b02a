/**
 * One chain of the list: two lines, the whole of it a link.
 */
import { html } from 'lit';
import { severityBars, statusBadge, verdictBadge } from './icons.js';
import { DEFENCES } from './order.js';
import { language, t, word } from './preferences.js';
import { chainAddress } from './route.js';
import { clock, day, millis, moment, range, toQuarantine } from './times.js';

/** @param {object} chain @param {string} [lang] */
export const sentence = (chain, lang = language()) => chain[`sentence_${lang}`] || chain.sentence_en || '';

/** @param {object} chain */
export const chainRow = (chain) => html`<li class="chain-item" data-chain=${chain.id}>
  <a class="chain-row" href=${chainAddress(chain.id)}>
    <span class="c-status">${severityBars(chain.severity)}${statusBadge(chain.status)}</span>
    <span class="c-host"><b>${chain.host}</b> <span class="user">${chain.user ?? ''}</span></span>
    <span class="c-case mono">${chain.case ?? chain.id.slice(0, 8)}</span>
    <span class="c-infected">${infected(chain)}</span>
    <span class="c-span">${toQuarantine(chain) || html`<span class="none">–</span>`}</span>
    <span class="c-layers">${layers(chain)}</span>
    <span class="c-hand">${handled(chain)}</span>
    <span class="c-sentence">${chain.hidden ? html`<span class="tag">${t('tag.hidden')}</span> ` : ''}${chain.reopened ? html`<span class="tag">${t('tag.reopened')}</span> ` : ''}${sentence(chain)}</span>
  </a>
</li>`;

const layers = (chain) =>
  DEFENCES.filter((layer) => chain.layers?.[layer]).map((layer) => verdictBadge(layer, chain.layers[layer].verdict));

/** @param {object} chain */
function infected(chain) {
  const at = chain.infected_not_before ?? chain.infected_not_after;
  if (!at) return html`<span class="none" title=${t('infected.never')}>${t('infected.noneShort')}</span>`;
  const whole = range(chain.infected_not_before, chain.infected_not_after);
  return html`<time datetime=${at} title=${whole}>${day(millis(at))} <b>${clock(millis(at))}</b></time>`;
}

/** @param {object} chain */
export function handled(chain) {
  if (chain.closed_by) return html`<span title=${moment(chain.closed_at)}>${word('disposition', chain.disposition ?? 'closed')} · ${chain.closed_by}</span>`;
  if (chain.assignee) return html`<span>→ ${chain.assignee}</span>`;
  if (chain.acknowledged_by) return html`<span title=${moment(chain.acknowledged_at)}>✓ ${chain.acknowledged_by}</span>`;
  return html`<span class="unseen">${t('list.nobody')}</span>`;
}
