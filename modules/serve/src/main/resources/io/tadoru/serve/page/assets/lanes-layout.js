/**
 * Who stands where: one lane a layer, marks that would cover each other on rows of their own.
 */
import { DEFENCES } from './order.js';
import { millis } from './times.js';

const ROW = 25;
const PAD = 11;
const RADIUS = 9;
const LABEL = 128;
const MOST_ROWS = 6;
const LETTER = 6.1;
/** Letters below which a label on the other side is better. */
const LEAST = 24;

/** One mark a line: rules that saw the same line share it. @param {object} chain */
export function marks(chain) {
  const byHash = new Map();
  for (const line of chain.detail?.evidence ?? []) {
    const mark = byHash.get(line.hash) ?? { hash: line.hash, layer: line.layer, at: millis(line.at), lines: [] };
    mark.lines.push(line);
    byHash.set(line.hash, mark);
  }
  return [...byHash.values()].map((mark) => ({ ...mark, head: mark.lines.find((l) => l.grade === 'anchor') ?? mark.lines[0] }));
}

/** @param {object} chain @param {object[]} all @returns {string[]} */
const layersOf = (chain, all) => [
  ...DEFENCES.filter((layer) => chain.layers?.[layer] || all.some((mark) => mark.layer === layer)),
  ...new Set(all.map((mark) => mark.layer).filter((layer) => !DEFENCES.includes(layer))),
];

/**
 * Lanes with their marks placed.
 * @param {object} chain @param {object[]} all marks @param {(at: number) => number} x @param {number} top @param {number} right
 */
export function lanes(chain, all, x, top, right) {
  let y = top;
  return layersOf(chain, all).map((layer) => {
    const own = all.filter((mark) => mark.layer === layer).map((mark) => ({ ...mark, x: x(mark.at) })).sort((a, b) => a.x - b.x);
    const rows = place(own, right);
    const lane = { layer, verdict: chain.layers?.[layer]?.verdict ?? '', y, height: Math.max(1, rows) * ROW + 2 * PAD, marks: own };
    own.forEach((mark) => (mark.y = y + PAD + ROW / 2 + mark.row * ROW));
    y += lane.height;
    return lane;
  });
}

/** First free row for each mark with its label; at the end each label gets the room that is left, the last of a row to its left if need be. */
function place(own, right) {
  const ends = [];
  for (const mark of own) {
    const free = ends.findIndex((end) => end <= mark.x - RADIUS);
    mark.row = free >= 0 ? free : ends.length < MOST_ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[mark.row] = mark.x + RADIUS + LABEL;
  }
  own.forEach((mark) => Object.assign(mark, label(mark, own, right)));
  return ends.length;
}

function label(mark, own, right) {
  const row = own.filter((other) => other.row === mark.row);
  const i = row.indexOf(mark);
  const text = short(mark.head.summary || mark.head.rule);
  const after = letterRoom(mark.x, row[i + 1] ? row[i + 1].x - RADIUS : right);
  if (i < row.length - 1 || after >= Math.min(text.length, LEAST)) return { label: cut(text, after), labelSide: 'right' };
  const before = letterRoom(row[i - 1] ? row[i - 1].x + RADIUS + wide(row[i - 1].label) : 118, mark.x);
  return before > after ? { label: cut(text, before), labelSide: 'left' } : { label: cut(text, after), labelSide: 'right' };
}

const letterRoom = (from, to) => Math.floor((to - from - RADIUS - 10) / LETTER);
const wide = (text) => letterCount(text) * LETTER + 12;

/** Kanji and kana take the room of two letters. @param {string} text */
const letterCount = (text) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 1.9 : 1), 0);

/** @param {string} text @param {number} room in letters */
function cut(text, room) {
  if (room < 7) return '';
  if (letterCount(text) <= room) return text;
  let kept = '';
  let used = 1;
  for (const one of text) {
    used += one > '\u2e80' ? 1.9 : 1;
    if (used > room) break;
    kept += one;
  }
  return `${kept}…`;
}

/** Paths to their last part, quotes away: the whole stands in the list. @param {string} text */
const short = (text) =>
  text.slice(0, 400).replace(/"/g, '').replace(/[A-Za-z]:\\(?:[^\\\s]+\\)+/g, '').replace(/https?:\/\/([^/\s]+)\/(?:[^/\s]+\/)+/g, '$1/…/').slice(0, 200);
