/**
 * The chain in the formats of others' tools.
 */
import { html } from 'lit';
import { download, Refused } from './api.js';
import { t } from './preferences.js';

const FORMATS = [
  ['timesketch.csv', 'export/timesketch.csv'],
  ['timesketch.jsonl', 'export/timesketch.jsonl'],
  ['events.ndjson', 'export/events.ndjson'],
  ['package.zip', 'package'],
  ['json', ''],
];

/** @param {object} chain */
const stem = (chain) => `tadoru-${String(chain.case ?? chain.id.slice(0, 12)).replace(/[^\w-]/g, '_')}`;

/** @param {MouseEvent} event @param {object} chain @param {string} format @param {string} part */
async function fetchFile(event, chain, format, part) {
  const button = event.currentTarget;
  const said = button.closest('section').querySelector('[role=status]');
  button.disabled = true;
  said.textContent = t('download.busy');
  try {
    await download(`/chains/${encodeURIComponent(chain.id)}${part && `/${part}`}`, `${stem(chain)}.${format}`);
    said.textContent = '';
  } catch (refused) {
    said.textContent = t(refused instanceof Refused && refused.missing ? 'download.missing' : 'download.failed');
  } finally {
    button.disabled = false;
  }
}

/** @param {object} chain */
export const downloads = (chain) => html`<section class="card downloads" aria-labelledby="downloads-title">
  <h2 id="downloads-title">${t('download.title')}</h2>
  <ul>${FORMATS.map(([format, part]) => html`<li><button type="button" data-download=${format} @click=${(e) => fetchFile(e, chain, format, part)}
      >${t(`download.${format}`)}<span>${t(`download.${format}.note`)}</span></button></li>`)}</ul>
  <p class="hint" role="status"></p>
</section>`;
