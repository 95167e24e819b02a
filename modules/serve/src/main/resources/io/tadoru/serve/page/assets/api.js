/**
 * The one door to the API: every request carries the token; a refused token ends the session.
 */
import { token } from './session.js';
import { reviver } from './visible.js';

const BASE = '/api/v1';

/** An answer that is not the one asked for. `status` 0: the server could not be reached. */
export class Refused extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
  /** Whether this server simply has no such part. */
  get missing() {
    return this.status === 404 || this.status === 501;
  }
}

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init = {}) {
  const headers = { Authorization: `Bearer ${token()}`, ...init.headers };
  const answer = await fetch(BASE + path, { ...init, headers, cache: 'no-store' }).catch(() => null);
  if (answer === null) throw new Refused(0, '');
  if (answer.ok) return answer;
  if (answer.status === 401) window.dispatchEvent(new CustomEvent('tadoru-unauthorized'));
  throw new Refused(answer.status, await problem(answer));
}

/** The sentence of an RFC 9457 answer. @param {Response} answer */
async function problem(answer) {
  const body = await answer.json().catch(() => ({}));
  return String(body.detail ?? body.title ?? '');
}

/** Every text in the answer is fit to be shown. @param {string} path @returns {Promise<any>} */
export const get = (path) => ask(path).then(async (answer) => JSON.parse(await answer.text(), reviver));

/** @param {string} path @param {object} body @returns {Promise<any>} */
export const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).then(
    (answer) => answer.json().catch(() => ({})),
  );

/**
 * Fetches with the token and hands the bytes to the browser as a file: a plain link could not carry the token.
 * @param {string} path @param {string} name file name when the server gives none
 */
export async function download(path, name) {
  const answer = await ask(path);
  save(await answer.blob(), named(answer) ?? name);
}

/** @param {Response} answer */
function named(answer) {
  const found = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '');
  return found ? found[1].replace(/[^\w.\-]/g, '_') : null;
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}
