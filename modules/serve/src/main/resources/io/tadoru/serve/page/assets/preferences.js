/**
 * What the reader chose for this browser: language and time zone. Kept in localStorage, told to whoever follows.
 */
import { en } from './words.en.js';
import { ja } from './words.ja.js';

const WORDS = { en, ja };
const followers = new Set();

/** @param {string} key @param {string[]} allowed @param {string} otherwise */
function kept(key, allowed, otherwise) {
  const value = localStorage.getItem(key) ?? '';
  return allowed.includes(value) ? value : otherwise;
}

const chosen = {
  language: kept('tadoru.language', ['en', 'ja'], navigator.language.startsWith('ja') ? 'ja' : 'en'),
  zone: kept('tadoru.zone', ['utc', 'local'], 'utc'),
};
document.documentElement.lang = chosen.language;

/** @returns {'en'|'ja'} */
export const language = () => chosen.language;

/** @returns {'utc'|'local'} */
export const zone = () => chosen.zone;

/** The zone's name for Intl; undefined means the browser's own. */
export const zoneName = () => (chosen.zone === 'utc' ? 'UTC' : undefined);

/** @param {'language'|'zone'} key @param {string} value */
export function choose(key, value) {
  chosen[key] = value;
  localStorage.setItem(`tadoru.${key}`, value);
  document.documentElement.lang = chosen.language;
  followers.forEach((follower) => follower());
}

/**
 * The text of that name in the reader's language, `{0}`, `{1}` replaced; `NAME.one` for a single thing.
 * @param {string} name
 * @param {...(string|number)} values
 */
export function t(name, ...values) {
  const words = WORDS[chosen.language];
  const text = (values[0] === 1 && words[`${name}.one`]) || words[name] || (words[name] === undefined ? WORDS.en[name] ?? name : '');
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ''));
}

/** The text of a coded word (`status.active`), or the word itself when it is a new one. */
export const word = (kind, value) => {
  const name = `${kind}.${value}`;
  const text = t(name);
  return text === name ? String(value ?? '') : text;
};

/** Lit controller: renders its host again when a preference changes. */
export class Preferences {
  constructor(host) {
    this.change = () => host.requestUpdate();
    host.addController(this);
  }
  hostConnected() {
    followers.add(this.change);
  }
  hostDisconnected() {
    followers.delete(this.change);
  }
}
