/**
 * Long paths and addresses, with places where the browser may break them: after a separator, not within a word.
 */
import { html } from 'lit';

/** @param {string} text */
export const breakable = (text) => String(text).split(/(?<=[\\/&?])/).map((part, i) => (i ? html`<wbr />${part}` : part));
