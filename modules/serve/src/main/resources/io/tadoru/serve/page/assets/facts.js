/**
 * The facts of a chain in one strip: which PC, whose, since when, how long.
 */
import { html } from 'lit';
import { t } from './preferences.js';
import { clock, millis, moment, range, span, toQuarantine } from './times.js';
import { handled } from './chain-row.js';

/** @param {object} chain @param {(hash: string) => void} reveal opens a line below */
export const facts = (chain, reveal) => html`<dl class="facts">
  ${fact('span', toQuarantine(chain) || html`<span class="none">–</span>`, longest(chain))}
  ${fact('infected', range(chain.infected_not_before, chain.infected_not_after) || t('infected.never'), bounds(chain, reveal))}
  ${fact('quarantined', moment(chain.quarantined_at) || t('quarantined.never'), chain.quarantined_at ? t('quarantined.note') : '')}
  ${fact('users', (chain.users ?? []).join(', ') || '–', '')}
  ${fact('lines', lines(chain), range(chain.first, chain.last))}
  ${fact('hand', handled(chain), chain.isolated_at ? t('fact.isolated', moment(chain.isolated_at)) : '')}
</dl>`;

const fact = (name, value, note) => html`<div data-fact=${name}><dt>${t(`fact.${name}`)}</dt><dd>${value}</dd>${note ? html`<dd class="note">${note}</dd>` : ''}</div>`;

const lines = (chain) => t('fact.linesOf', chain.lines ?? 0);

/** The bounds of an infection give two spans; the sentence says the shorter, here the longer is not kept back. */
const longest = (chain) =>
  chain.time_to_quarantine_max > chain.time_to_quarantine_min ? t('fact.atMost', span(chain.time_to_quarantine_max)) : '';

/** Each bound names the line that it rests on. */
function bounds(chain, reveal) {
  const detail = chain.detail ?? {};
  const hashes = new Set([detail.infected_not_before_by, detail.infected_not_after_by]);
  if (!chain.infected_not_before && !chain.infected_not_after) return '';
  const lines = (detail.evidence ?? []).filter((line) => hashes.delete(line.hash));
  return lines.length ? html`${t('fact.behind')} ${lines.map((line) => html`<button type="button" @click=${() => reveal(line.hash)}>${clock(millis(line.at))}</button> `)}` : '';
}
