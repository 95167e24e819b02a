/**
 * The reader's token: out of the address bar at once, then in sessionStorage, for this tab only.
 */
const KEY = 'tadoru.token';

/** Takes `#token=…` out of the address, so that it is neither kept in history nor copied along. */
export function takeFromAddress() {
  const found = /^#token=([^&]+)/.exec(location.hash);
  if (found) {
    sessionStorage.setItem(KEY, decodeURIComponent(found[1]));
    history.replaceState(null, '', location.pathname + '#/');
  }
}

export const token = () => sessionStorage.getItem(KEY) ?? '';

/** @param {string} value */
export const keep = (value) => sessionStorage.setItem(KEY, value.trim());

export const forget = () => sessionStorage.removeItem(KEY);
