/**
 * Shapes that say the same as the colours do, for those who do not see them and for paper.
 */
import { html, svg } from 'lit';
import { t, word } from './preferences.js';

const SHAPES = {
  ring: svg`<circle cx="7" cy="7" r="4.6" />`,
  disc: svg`<circle class="fill" cx="7" cy="7" r="4.6" />`,
  half: svg`<circle cx="7" cy="7" r="4.6" /><path class="fill" d="M7 2.4a4.6 4.6 0 0 1 0 9.2z" />`,
  alert: svg`<path class="fill" d="M7 1.4 13 12.4H1z" /><path class="cut" d="M7 5.4v3.2M7 10.4v.4" />`,
  dotted: svg`<circle cx="7" cy="7" r="4.6" stroke-dasharray="2 1.9" />`,
  square: svg`<rect class="fill" x="2.6" y="2.6" width="8.8" height="8.8" rx="1.4" />`,
  cut: svg`<circle cx="7" cy="7" r="4.6" /><path d="M3.8 10.2 10.2 3.8" />`,
  check: svg`<path d="M2.6 7.4 5.8 10.6 11.6 4" />`,
  cross: svg`<path d="M3.4 3.4 10.6 10.6M10.6 3.4 3.4 10.6" />`,
  arrow: svg`<path d="M1.6 7h10M8 3.2 11.8 7 8 10.8" />`,
  diamond: svg`<path class="fill" d="M7 1.6 12.4 7 7 12.4 1.6 7z" />`,
  dash: svg`<path d="M3.4 7h7.2" />`,
};

const STATUS = {
  'active-after-quarantine': 'alert', active: 'disc', suspected: 'dotted', quarantined: 'half', stopped: 'square',
  isolated: 'cut', closed: 'check', merged: 'arrow', withdrawn: 'cross',
};

const VERDICT = {
  passed: 'arrow', detected: 'diamond', stopped: 'square', blocked: 'square', quarantined: 'half', cleaned: 'square',
  failed: 'cross', 'no-evidence': 'dash', silent: 'dotted', 'not-in-path': 'cut',
};

/** @param {string} name */
export const shape = (name) =>
  html`<svg class="shape" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${SHAPES[name] ?? SHAPES.ring}</svg>`;

/** @param {string} status */
export const statusBadge = (status) =>
  html`<span class="status" data-status=${status}>${shape(STATUS[status])}${word('status', status)}</span>`;

/** @param {string} layer @param {string} verdict @param {boolean} [full] with the word of the verdict */
export const verdictBadge = (layer, verdict, full = false) => {
  const said = `${word('layer', layer)}: ${word('verdict', verdict)}`;
  return html`<span class="verdict" data-verdict=${verdict} title=${said} aria-label=${said} role="img"
    >${shape(VERDICT[verdict])}<span aria-hidden="true">${full ? word('verdict', verdict) : word('layerShort', layer)}</span></span>`;
};

/** Bars like those of a telephone's signal, and the word for those who hear. @param {string} severity @param {boolean} [named] */
export const severityBars = (severity, named = false) => {
  const strength = { informational: 0, low: 1, medium: 2, high: 3, critical: 4 }[severity] ?? 0;
  const said = t('severity.is', word('severity', severity));
  return html`<span class="severity" data-severity=${severity} title=${said} role="img" aria-label=${said}
    ><svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true">${[1, 2, 3, 4].map((bar) => svg`<rect
      class=${bar <= strength ? 'on' : 'off'} x=${(bar - 1) * 4} y=${11 - bar * 2.6} width="3" height=${2.6 * bar + 2} rx="0.8" />`)}</svg
    >${named ? html`<span aria-hidden="true">${word('severity', severity)}</span>` : ''}</span>`;
};

/** A stretch of the line that the drawing uses for this grade. @param {string} grade */
export const gradeSample = (grade) =>
  html`<svg class="grade-sample" viewBox="0 0 26 8" width="26" height="8" aria-hidden="true">${
    grade === 'anchor'
      ? svg`<path class="fill" d="M13 0 17 4 13 8 9 4z" />`
      : svg`<path class="link" data-grade=${grade} d="M0 4H26" />`}</svg>`;
