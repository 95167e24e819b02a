/**
 * A log line in full, as received, with a button that copies its bytes.
 */
import { html } from 'lit';
import { t } from './preferences.js';
import { visible } from './visible.js';

/** @param {MouseEvent} event @param {string} original */
async function copy(event, original) {
  const button = event.currentTarget;
  await navigator.clipboard?.writeText(original).catch(() => {});
  button.dataset.copied = '';
  setTimeout(() => delete button.dataset.copied, 2_000);
}

/** @param {string} original */
export const lineBox = (original) => html`<div class="line-box"><pre class="line" tabindex="0" aria-label=${t('evidence.line')}>${visible(original ?? '')}</pre>
  <button type="button" class="quiet copy" @click=${(e) => copy(e, original)}><span>${t('evidence.copy')}</span><span class="done">${t('evidence.copied')}</span></button></div>`;
