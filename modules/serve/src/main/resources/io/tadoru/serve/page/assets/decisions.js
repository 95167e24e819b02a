/**
 * What people decided about a chain, newest first; what is still on its way stands above.
 */
import { html } from 'lit';
import { t, word } from './preferences.js';
import { moment } from './times.js';

const decision = (one, pending = false) => html`<li data-kind=${one.kind} ?data-pending=${pending}>
  <p><b>${word('decision', one.kind)}</b>${one.assignee ? html` → ${one.assignee}` : ''} <span class="when">${one.by ?? ''}
    <time datetime=${one.at}>${moment(one.at)}</time></span>${pending ? html` <span class="tag">${t('decisions.pending')}</span>` : ''}</p>
  ${one.text ? html`<p class="text">${one.text}</p>` : ''}</li>`;

/** @param {object} chain @param {object|null} pending */
export function decisions(chain, pending) {
  const made = [...(chain.detail?.decisions ?? [])].sort((a, b) => String(b.at).localeCompare(String(a.at)));
  return html`<section class="card decisions" aria-labelledby="decisions-title"><h2 id="decisions-title">${t('decisions.title')}</h2>
    ${made.length || pending
      ? html`<ol>${pending ? decision(pending, true) : ''}${made.map((one) => decision(one))}</ol>`
      : html`<p class="hint">${t('decisions.none')}</p>`}</section>`;
}
