/**
 * Moments and spans as people read them. Moments are ISO text with up to nine digits of a second; Intl does the zones.
 */
import { language, t, zone, zoneName } from './preferences.js';

/** Swedish writes dates the ISO way, which both languages' sentences do. */
const ISO = 'sv-SE';
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' };
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };

const made = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  const key = `${zone()}${Object.keys(options).join()}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(ISO, { ...options, timeZone: zoneName() }));
  return made.get(key);
}

/** @param {string|undefined} iso @returns {number} milliseconds, NaN when there is none */
export const millis = (iso) => (iso ? Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')) : NaN);

/** @param {number} at */
export const day = (at) => format(DATE).format(at);

/** @param {number} at */
export const clock = (at) => format(CLOCK).format(at);

/** Hours and minutes. @param {number} at */
export const clockMinutes = (at) => clock(at).slice(0, 5);

/** To the millisecond where the log has one. @param {string} iso */
export function clockExact(iso) {
  const at = millis(iso);
  const rest = at % 1000;
  return rest ? `${clock(at)}.${String(rest).padStart(3, '0')}` : clock(at);
}

/** @param {string|undefined} iso */
export const moment = (iso) => (iso ? `${day(millis(iso))} ${clock(millis(iso))}` : '');

/** @param {string|undefined} from @param {string|undefined} to */
export function range(from, to) {
  if (!from || !to || from === to) return moment(from || to);
  const [a, b] = [millis(from), millis(to)];
  return day(a) === day(b) ? `${moment(from)}–${clock(b)}` : `${moment(from)} – ${moment(to)}`;
}

const UNITS = [
  ['d', 86400, 'h', 3600],
  ['h', 3600, 'min', 60],
  ['min', 60, 's', 1],
];

/** Two units, cut off, as in the sentence: `5 min 0 s`. @param {number} seconds */
export function span(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const units = UNITS.find(([, size]) => whole >= size);
  if (!units) return t('unit.s', whole);
  const [big, size, small, part] = units;
  const gap = language() === 'ja' ? '' : ' ';
  return t(`unit.${big}`, Math.floor(whole / size)) + gap + t(`unit.${small}`, Math.floor((whole % size) / part));
}

/** The roundest single unit, for breaks of the axis: `19 min`. @param {number} seconds */
export function rough(seconds) {
  const [unit, size] = [['d', 86400], ['h', 3600], ['min', 60]].find(([, s]) => seconds >= s * 2) ?? ['s', 1];
  return t(`unit.${unit}`, Math.round(seconds / size));
}

/** @param {{time_to_quarantine_min?: number, time_to_quarantine_max?: number}} chain */
export function toQuarantine(chain) {
  return chain.time_to_quarantine_min === undefined ? '' : span(chain.time_to_quarantine_min);
}

/** What the picker calls the browser's zone. */
export const localName = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'local';
