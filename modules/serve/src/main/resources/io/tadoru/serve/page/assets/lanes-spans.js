/**
 * From infection to quarantine: the stretch of time that the story is about, drawn over all lanes.
 */
import { t } from './preferences.js';
import { clock, millis, span } from './times.js';

export function spans(svg, chain, x, top, bottom, right) {
  const [before, after, quarantined, isolated] = ['infected_not_before', 'infected_not_after', 'quarantined_at', 'isolated_at'].map((n) => millis(chain[n]));
  const g = svg.append('g').attr('class', 'spans');
  const from = Number.isNaN(before) ? after : before;
  if (!Number.isNaN(from)) infected(g, x(from), x(Number.isNaN(after) ? from : after), from, after, top, bottom, right);
  if (!Number.isNaN(quarantined)) moment(g, 'quarantined', x(quarantined), t('lanes.quarantined', clock(quarantined)), top, bottom, right);
  if (!Number.isNaN(isolated)) moment(g, 'isolated', x(isolated), t('lanes.isolated', clock(isolated)), top, bottom, right);
  if (!Number.isNaN(after) && quarantined > after) bridge(g, x(after), x(quarantined), span(chain.time_to_quarantine_min ?? (quarantined - after) / 1000));
}

function infected(g, x0, x1, from, to, top, bottom, right) {
  g.append('rect').attr('class', 'infected').attr('x', x0).attr('y', top - 14).attr('width', Math.max(2, x1 - x0)).attr('height', bottom - top + 14);
  label(g, 'infected-label', x0, to > from ? t('lanes.infectedBetween', clock(from), clock(to)) : t('lanes.infected', clock(from)), top, right);
}

function moment(g, name, x, text, top, bottom, right) {
  g.append('path').attr('class', `${name}-line`).attr('d', `M${x} ${top - 14}V${bottom}`);
  label(g, `${name}-label`, x, text, top, right);
}

/** To the left of its line where the right edge is near. */
function label(g, name, x, text, top, right) {
  const late = x > right - 190;
  g.append('text').attr('class', name).attr('x', late ? x + 2 : x).attr('y', top - 19).attr('text-anchor', late ? 'end' : 'start').text(text);
}

/** Not drawn to scale where the axis breaks: therefore it says its length. */
function bridge(g, x0, x1, text) {
  const y = 20;
  const middle = (x0 + x1) / 2;
  const half = text.length * 4.3 + 12;
  g.append('path').attr('class', 'bridge').attr('d', `M${x0} ${y + 7}V${y}H${x1}V${y + 7}`);
  g.append('rect').attr('class', 'bridge-ground').attr('x', middle - half).attr('y', y - 12).attr('width', 2 * half).attr('height', 24).attr('rx', 12);
  g.append('text').attr('class', 'bridge-text').attr('x', middle).attr('y', y + 5).text(text);
}
