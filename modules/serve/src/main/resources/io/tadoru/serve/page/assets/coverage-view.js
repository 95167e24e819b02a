/**
 * Who was awake: per layer the sources that reported around the chain, and when they did not.
 */
import { html } from 'lit';
import { t, word } from './preferences.js';
import { section } from './section.js';
import { range } from './times.js';

const source = (one) => html`<li><code>${one.source}</code> <span class="when">${t('coverage.events', one.events)}</span>
  ${(one.gaps ?? []).map((gap) => html`<span class="gap">${t('coverage.gap')} ${range(gap.from, gap.to)}</span>`)}</li>`;

const layer = (one) => html`<li><p><b>${word('layer', one.layer)}</b> <span class="when">${
  one.host_events === undefined ? '' : t('coverage.host', one.host_events)}</span></p>
  ${one.sources?.length ? html`<ul>${one.sources.map(source)}</ul>` : html`<p class="gap">${t('coverage.silent')}</p>`}</li>`;

section({
  tag: 'tadoru-coverage', part: 'coverage', title: 'coverage.title',
  body: (answer) => html`<p class="hint">${t('coverage.lead')} ${range(answer.from, answer.to)}</p><ul class="coverage">${(answer.layers ?? []).map(layer)}</ul>`,
});
