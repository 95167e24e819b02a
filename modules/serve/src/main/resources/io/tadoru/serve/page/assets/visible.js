/**
 * Log lines are written by attackers too: characters that cannot be seen, or turn the text around them (a file
 * `gpj.exe` that reads `exe.jpg`), are shown as what they are.
 */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** By name or number: pictures like `␛` are missing in many fonts. @param {string} one */
const named = (one) => (one === '\u001b' ? '⟨ESC⟩' : `⟨U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

/** @param {string} text @returns {string} */
export const visible = (text) => text.replace(UNSEEN, named);

/** For JSON.parse: all texts, but not the original lines, which are copied byte by byte and made visible where shown. */
export const reviver = (key, value) => (typeof value === 'string' && key !== 'original' ? visible(value) : value);
