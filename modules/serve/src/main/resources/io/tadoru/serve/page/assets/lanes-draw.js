/**
 * Draws the lanes with d3: grounds first, then the five minutes, then links, then marks.
 */
import { axis, breakBands } from './lanes-axis.js';
import { lanes, marks } from './lanes-layout.js';
import { links } from './lanes-links.js';
import { points } from './lanes-marks.js';
import { scale } from './lanes-scale.js';
import { spans } from './lanes-spans.js';
import { t, word } from './preferences.js';
import { millis } from './times.js';

/** Room for the layers' names. */
const LEFT = 118;
const RIGHT = 14;
/** Room for the span from infection to quarantine, where there is one; for its ends' names; for nothing. */
const TOP = { span: 62, ends: 40, none: 8 };
const AXIS = 44;
/** Why an empty lane is empty. */
const NOTED = ['silent', 'no-evidence', 'not-in-path'];

/**
 * @param {SVGSVGElement} element
 * @param {object} chain
 * @param {number} width
 * @param {{say: (text: string) => void, choose: (hash: string) => void}} told what is pointed at, what is chosen
 */
export function draw(element, chain, width, told) {
  const all = marks(chain);
  const moments = [...all.map((mark) => mark.at), ...['infected_not_before', 'infected_not_after', 'quarantined_at', 'isolated_at'].map((name) => millis(chain[name]))];
  const known = moments.filter((at) => !Number.isNaN(at));
  const svg = d3.select(element);
  svg.selectAll('*').remove();
  if (!known.length) return;
  const time = scale(known, LEFT, width - RIGHT);
  const top = headroom(chain);
  const placed = lanes(chain, all, time.x, top, width - RIGHT);
  const bottom = placed[placed.length - 1].y + placed[placed.length - 1].height;
  svg.attr('viewBox', `0 0 ${width} ${bottom + AXIS}`).attr('width', width).attr('height', bottom + AXIS);
  grounds(svg, placed, width);
  breakBands(svg, time.stretches, top, bottom);
  spans(svg, chain, time.x, { top, bottom, right: width - RIGHT });
  axis(svg, time.stretches, bottom, LEFT, width - RIGHT);
  const drawn = placed.flatMap((lane) => lane.marks);
  links(svg, drawn, told);
  points(svg, drawn, told);
}

/** @param {object} chain */
function headroom(chain) {
  const infected = chain.infected_not_after ?? chain.infected_not_before;
  if (infected && chain.quarantined_at) return TOP.span;
  return infected || chain.quarantined_at || chain.isolated_at ? TOP.ends : TOP.none;
}

/** A silent lane is hatched: nothing there can be read as innocence. */
function grounds(svg, placed, width) {
  const hatch = svg.append('defs').append('pattern').attr('id', 'hatch').attr('width', 7).attr('height', 7)
    .attr('patternUnits', 'userSpaceOnUse').attr('patternTransform', 'rotate(45)');
  hatch.append('path').attr('class', 'hatch').attr('d', 'M0 0V7');
  const lane = svg.append('g').selectAll('g').data(placed).join('g').attr('class', 'lane').attr('data-layer', (d) => d.layer).attr('data-verdict', (d) => d.verdict);
  lane.append('rect').attr('class', 'ground').attr('x', 0).attr('y', (d) => d.y).attr('width', width).attr('height', (d) => d.height);
  lane.filter((d) => d.verdict === 'silent' || d.verdict === 'not-in-path').append('rect').attr('x', LEFT).attr('y', (d) => d.y)
    .attr('width', width - LEFT).attr('height', (d) => d.height).attr('fill', 'url(#hatch)');
  lane.append('text').attr('class', 'lane-name').attr('x', 14).attr('y', (d) => d.y + d.height / 2 - 2).text((d) => word('layer', d.layer));
  lane.append('text').attr('class', 'lane-verdict').attr('x', 14).attr('y', (d) => d.y + d.height / 2 + 13).text((d) => word('verdict', d.verdict));
  lane.filter((d) => !d.marks.length).append('text').attr('class', 'lane-note').attr('x', LEFT + 16).attr('y', (d) => d.y + d.height / 2 + 4)
    .text((d) => (NOTED.includes(d.verdict) ? t(`lanes.${d.verdict}`) : ''));
}
