/**
 * The clock under the lanes, and the breaks in it, each saying how long nothing happened.
 */
import { zone } from './preferences.js';
import { clock, clockMinutes, day, rough } from './times.js';

const APART = 84;

/** @param {import('./lanes-scale.js').Stretch[]} stretches */
const pairs = (stretches) => stretches.slice(1).map((next, i) => ({ x0: stretches[i].x1, x1: next.x0, seconds: (next.from - stretches[i].to) / 1000 }));

export function breakBands(svg, stretches, top, bottom) {
  const band = svg.append('g').selectAll('g').data(pairs(stretches)).join('g').attr('class', 'break');
  band.append('rect').attr('x', (d) => d.x0).attr('y', top).attr('width', (d) => d.x1 - d.x0).attr('height', bottom - top);
  band.append('path').attr('d', (d) => tear(d.x0, top, bottom) + tear(d.x1, top, bottom));
}

/** A torn edge. */
function tear(x, top, bottom) {
  const steps = Math.floor((bottom - top) / 8);
  return `M${x} ${top}` + Array.from({ length: steps }, (_, i) => `l${i % 2 ? -4 : 4} 8`).join('');
}

export function axis(svg, stretches, bottom, left, right) {
  const g = svg.append('g').attr('class', 'axis');
  g.append('path').attr('class', 'axis-line').attr('d', stretches.map((one) => `M${one.x0} ${bottom}H${one.x1}`).join(''));
  const tick = g.selectAll('g').data(days(stretches.flatMap(ticks))).join('g').attr('transform', (d) => `translate(${d.x} ${bottom})`);
  tick.append('path').attr('d', 'M0 0V5');
  tick.append('text').attr('y', 18).text((d) => d.text);
  tick.filter((d) => d.day).append('text').attr('class', 'day').attr('y', 33).text((d) => d.day);
  g.selectAll('.skipped').data(pairs(stretches)).join('text').attr('class', 'skipped').attr('x', (d) => (d.x0 + d.x1) / 2).attr('y', bottom + 18)
    .text((d) => `⋯ ${rough(d.seconds)} ⋯`);
  g.append('text').attr('class', 'zone').attr('x', 14).attr('y', bottom + 18).text(zone() === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** @param {import('./lanes-scale.js').Stretch} one */
function ticks(one) {
  if (one.from === one.to) return [{ at: one.from, x: (one.x0 + one.x1) / 2, text: clock(one.from) }];
  const pad = 16;
  const linear = (zone() === 'utc' ? d3.scaleUtc() : d3.scaleTime()).domain([one.from, one.to]).range([one.x0 + pad, one.x1 - pad]);
  const wanted = Math.floor((one.x1 - one.x0) / APART);
  const found = wanted < 2 ? [] : linear.ticks(wanted).map(Number);
  const step = found.length < 2 ? 1_000 : found[1] - found[0];
  const at = found.length ? found : [(one.from + one.to) / 2];
  return spaced(at.map((moment) => ({ at: moment, x: linear(moment), text: text(moment, step) })));
}

/** As fine as the step from tick to tick. @param {number} moment @param {number} step in ms */
const text = (moment, step) =>
  step < 1_000 ? `${clock(moment)}.${String(moment % 1_000).padStart(3, '0')}` : step < 60_000 ? clock(moment) : clockMinutes(moment);

/** Labels never touch, and what is within a second is said once. */
function spaced(all) {
  const kept = [];
  for (const one of all) {
    const last = kept[kept.length - 1];
    if (!last || (one.x - last.x >= APART - 22 && one.text !== last.text)) kept.push(one);
  }
  return kept;
}

/** The day is said once, and again where it changes. */
function days(all) {
  return all.map((one, i) => ({ ...one, day: i === 0 || day(one.at) !== day(all[i - 1].at) ? day(one.at) : '' }));
}
