/**
 * What was known when: each revision of the chain with the moment it became known.
 */
import { html } from 'lit';
import { sentence } from './chain-row.js';
import { statusBadge } from './icons.js';
import { language, t, word } from './preferences.js';
import { section } from './section.js';
import { moment } from './times.js';

const revision = (one) => html`<li>
  <p><time datetime=${one.known_at}>${moment(one.known_at)}</time> ${statusBadge(one.status)} <span class="when">${t('revisions.lines', one.lines ?? 0)}
    ${one.brought_by ? `· ${word('brought', one.brought_by)}` : ''}</span></p>
  <p lang=${language()}>${sentence(one)}</p></li>`;

const newestFirst = (a, b) => Number(b.revision) - Number(a.revision);

section({
  tag: 'tadoru-revisions', part: 'revisions', title: 'revisions.title',
  body: (answer) => answer.revisions?.length
    ? html`<ol class="revisions">${[...answer.revisions].sort(newestFirst).map(revision)}</ol>`
    : html`<p class="hint">${t('revisions.missing')}</p>`,
});
