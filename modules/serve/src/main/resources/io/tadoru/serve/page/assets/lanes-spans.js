/**
 * From infection to quarantine: the stretch of time that the story is about, drawn over all lanes.
 */
import { t } from './preferences.js';
import { clock, millis, span } from './times.js';

const NAMES = ['infected_not_before', 'infected_not_after', 'quarantined_at', 'isolated_at'];
/** About the width of a letter of the labels, and of the span's. */
const LETTER = 6.2;
const BIG_LETTER = 8.6;

/** @param {object} chain @param {(at: number) => number} x @param {{top: number, bottom: number, right: number}} box */
export function spans(svg, chain, x, box) {
  const [before, after, quarantined, isolated] = NAMES.map((name) => millis(chain[name]));
  const g = svg.append('g').attr('class', 'spans');
  const from = before || after;
  const to = after || before;
  const labels = [];
  if (from) {
    band(g, x(from), x(to), box);
    labels.push(['infected', x(from), to > from ? t('lanes.infectedBetween', clock(from), clock(to)) : t('lanes.infected', clock(from))]);
  }
  for (const [name, at] of [['quarantined', quarantined], ['isolated', isolated]]) {
    if (!at) continue;
    g.append('path').attr('class', `${name}-line`).attr('d', `M${x(at)} ${box.top - 14}V${box.bottom}`);
    labels.push([name, x(at), t(`lanes.${name}`, clock(at))]);
  }
  write(g, labels, box);
  if (to && quarantined > to) bridge(g, x(to), x(quarantined), span(chain.time_to_quarantine_min ?? (quarantined - to) / 1000));
}

function band(g, x0, x1, { top, bottom }) {
  g.append('rect').attr('class', 'infected').attr('x', x0).attr('y', top - 14).attr('width', Math.max(2, x1 - x0)).attr('height', bottom - top + 14);
}

/** Each at its line, but not over the one before; to the left of the line where the right edge is near. */
function write(g, labels, { top, right }) {
  let end = 0;
  for (const [name, x, text] of labels.sort((a, b) => a[1] - b[1])) {
    const wide = [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 11.5 : LETTER), 0);
    const start = Math.max(end, x + wide > right ? x + 2 - wide : x);
    g.append('text').attr('class', `${name}-label`).attr('x', start).attr('y', top - 19).text(text);
    end = start + wide + 14;
  }
}

/** Not drawn to scale where the axis breaks: therefore it says its length. */
function bridge(g, x0, x1, text) {
  const y = 20;
  const half = (text.length * BIG_LETTER) / 2 + 12;
  const middle = Math.max((x0 + x1) / 2, x0 + half);
  g.append('path').attr('class', 'bridge').attr('d', `M${x0} ${y + 7}V${y}H${x1}V${y + 7}`);
  g.append('rect').attr('class', 'bridge-ground').attr('x', middle - half).attr('y', y - 12).attr('width', 2 * half).attr('height', 24).attr('rx', 12);
  g.append('text').attr('class', 'bridge-text').attr('x', middle).attr('y', y + 5).text(text);
}
