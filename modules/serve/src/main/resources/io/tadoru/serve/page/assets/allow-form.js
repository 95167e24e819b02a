/**
 * An entry of the allow-list, out of a chain: what is allowed, where, until when, and who answers for it.
 */
import { html } from 'lit';
import { post } from './api.js';
import { t } from './preferences.js';

const DAYS = 90;
const MOST_DAYS = 730;

/** @param {number} days from today */
const date = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The rules that could begin this chain again, the one that did first. @param {object} chain */
function rules(chain) {
  const lines = [...(chain.detail?.evidence ?? [])].sort((a, b) => Number(b.grade === 'anchor') - Number(a.grade === 'anchor'));
  return [...new Map(lines.map((line) => [line.rule_id, line.rule]))];
}

/** @param {object} chain @param {{name: string}|null} me */
export const allowFields = (chain, me) => html`
  <label>${t('allow.what')}<input name="allows" required maxlength="1000" list="allow-rules" spellcheck="false" autocomplete="off"
    .value=${rules(chain)[0] ? `rule:${rules(chain)[0][0]}` : ''} autofocus /></label>
  <datalist id="allow-rules">${rules(chain).map(([id, name]) => html`<option value=${`rule:${id}`}>${name}</option>`)}</datalist>
  <p class="hint">${t('allow.forms')}</p>
  <label class="check"><input type="checkbox" name="here" checked /> ${t('allow.here', chain.host)}</label>
  <div class="pair"><label>${t('allow.owner')}<input name="owner" required maxlength="200" .value=${me?.name ?? ''} /></label>
    <label>${t('allow.until')}<input name="until" type="date" required .value=${date(DAYS)} min=${date(1)} max=${date(MOST_DAYS)} /></label></div>`;

/** @param {FormData} typed @param {object} chain @returns {Promise<{id: string}>} the entry */
export const allow = (typed, chain) =>
  post('/allow', {
    allows: String(typed.get('allows')).trim(),
    host: typed.get('here') ? chain.host : '',
    owner: typed.get('owner'),
    until: `${typed.get('until')}T00:00:00Z`,
    text: typed.get('text') ?? '',
  });
