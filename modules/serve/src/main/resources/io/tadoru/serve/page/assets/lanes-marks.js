/**
 * The lines of the chain as points: round for the attack, a diamond for a detection, a square for what was done.
 */
import { word } from './preferences.js';
import { reasonText } from './reasons.js';
import { letters, side } from './stages.js';
import { clockExact } from './times.js';

const OUTLINE = {
  attack: 'M0-9.5A9.5 9.5 0 1 1 0 9.5A9.5 9.5 0 1 1 0-9.5Z',
  detection: 'M0-11.5 11.5 0 0 11.5-11.5 0Z',
  response: 'M-9-9H9V9H-9Z',
};

export function points(svg, drawn, told) {
  const root = svg.append('g').attr('class', 'points');
  const point = root.selectAll('g').data([...drawn].sort((a, b) => a.at - b.at)).join('g').attr('class', 'point')
    .attr('data-hash', (d) => d.hash).attr('data-side', (d) => side(d.head.stage)).attr('data-verdict', (d) => d.head.verdict ?? '')
    .attr('transform', (d) => `translate(${d.x} ${d.y})`).attr('role', 'button').attr('tabindex', (_, i) => (i === 0 ? 0 : -1)).attr('aria-label', said);
  point.append('path').attr('class', 'outline').attr('d', (d) => OUTLINE[side(d.head.stage)]);
  point.append('text').attr('class', 'letters').attr('y', 3).text((d) => letters(d.head.stage));
  point.filter((d) => d.label).append('text').attr('class', 'mark-label').attr('x', (d) => (d.labelSide === 'left' ? -15 : 15)).attr('y', 4)
    .attr('text-anchor', (d) => (d.labelSide === 'left' ? 'end' : 'start')).text((d) => d.label);
  point.append('title').text(said);
  point.on('mouseenter focus', (_, d) => { told.say(said(d)); light(svg, d.hash); })
    .on('mouseleave blur', () => { told.say(''); light(svg, ''); })
    .on('click', (_, d) => told.choose(d.hash))
    .on('keydown', (event, d) => key(event, d, root, told));
}

const said = (d) => `${clockExact(d.head.at)} ${word('layer', d.layer)}, ${word('stage', d.head.stage)}: ${d.head.summary || d.head.rule} — ${reasonText(d.head.reason)}`;

/** The marks are one stop of the Tab key; arrows walk them in order of time. */
function key(event, d, root, told) {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    return told.choose(d.hash);
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = root.selectAll('.point').nodes();
  const next = all[all.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.currentTarget.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

/** Only the links of what is pointed at stay strong. */
function light(svg, hash) {
  svg.classed('lit', Boolean(hash));
  svg.selectAll('.joined').classed('near', (d) => d.a.hash === hash || d.b.hash === hash);
}
