/**
 * Where the reader is: `#/` or `#/chain/<id>`; nothing else is an address.
 */
/** @returns {{name: 'list'} | {name: 'chain', id: string}} */
export function route() {
  const found = /^#\/chain\/([^/?#]{1,128})/.exec(location.hash);
  return found ? { name: 'chain', id: decodeURIComponent(found[1]) } : { name: 'list' };
}

/** @param {string} id */
export const chainAddress = (id) => `#/chain/${encodeURIComponent(id)}`;
