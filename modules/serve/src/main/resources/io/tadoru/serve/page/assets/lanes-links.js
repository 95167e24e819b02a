/**
 * Why two lines belong together, as a line between them: solid where a log says so, thinner the less sure it is.
 */
import { word } from './preferences.js';
import { reasonText } from './reasons.js';
import { clock } from './times.js';

/** One link a pair of marks, the surest grade first. @param {object[]} drawn */
function pairs(drawn) {
  const byHash = new Map(drawn.map((mark) => [mark.hash, mark]));
  const found = new Map();
  for (const mark of drawn) {
    for (const line of mark.lines) {
      const other = byHash.get(line.joined_to);
      if (other && other !== mark && !found.has(mark.hash + other.hash)) found.set(mark.hash + other.hash, { a: other, b: mark, line });
    }
  }
  return [...found.values()];
}

export function links(svg, drawn, told) {
  const link = svg.append('g').attr('class', 'links').selectAll('g').data(pairs(drawn)).join('g')
    .attr('class', 'joined').attr('data-a', (d) => d.a.hash).attr('data-b', (d) => d.b.hash)
    .on('mouseenter', (_, d) => told.say(said(d))).on('mouseleave', () => told.say(''));
  link.append('path').attr('class', 'link').attr('data-grade', (d) => d.line.grade).attr('d', path);
  link.append('path').attr('class', 'link-reach').attr('d', path).append('title').text(said);
}

function said({ a, b, line }) {
  const [first, then] = a.at <= b.at ? [a, b] : [b, a];
  return `${clock(first.at)} ${word('layer', first.layer)} – ${clock(then.at)} ${word('layer', then.layer)}: ${word('grade', line.grade)} · ${reasonText(line.reason)}`;
}

/** In one lane an arc below the marks, between lanes an S. */
function path({ a, b }) {
  const [from, to] = a.x <= b.x ? [a, b] : [b, a];
  if (Math.abs(from.y - to.y) < 2) {
    const deep = Math.min(22, 8 + (to.x - from.x) / 12);
    return `M${from.x} ${from.y}C${from.x + 10} ${from.y + deep} ${to.x - 10} ${to.y + deep} ${to.x} ${to.y}`;
  }
  const bend = Math.max(14, Math.min(70, (to.x - from.x) / 2));
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
