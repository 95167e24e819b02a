/**
 * One line of the chain: when, where, what, and in its second row why it is believed to belong here.
 */
import { html } from 'lit';
import { breakable } from './breakable.js';
import { gradeSample, verdictBadge } from './icons.js';
import { lineBox } from './line-box.js';
import { t, word } from './preferences.js';
import { reasonText } from './reasons.js';
import { stageTag } from './stages.js';
import { clockExact } from './times.js';

/** @param {object} line @param {Map<string, object>} byHash the chain's lines */
export const evidenceRow = (line, byHash) => html`<li class="evidence-item" data-hash=${line.hash} data-layer=${line.layer}><details><summary>
    <time datetime=${line.at}>${clockExact(line.at)}</time>
    <span class="layer" title=${word('layer', line.layer)}>${word('layerShort', line.layer)}</span>
    ${stageTag(line.stage)}
    <span class="what">${breakable(line.summary || line.rule)}${line.count > 1 ? html` <b class="times">${t('evidence.times', line.count, clockExact(line.last))}</b>` : ''}</span>
    ${line.verdict ? verdictBadge(line.layer, line.verdict, true) : html`<span></span>`}
    <span class="why">${gradeSample(line.grade)} ${why(line, byHash)}</span>
  </summary>${opened(line)}</details></li>`;

function why(line, byHash) {
  const other = line.joined_to && line.joined_to !== line.hash ? byHash.get(line.joined_to) : null;
  return html`<span>${line.grade === 'anchor' ? '' : html`<b>${word('grade', line.grade)}</b> · `}${breakable(reasonText(line.reason))}${
    other ? html` <span class="when">${t('evidence.joined', clockExact(other.at), word('layerShort', other.layer))}</span>` : ''}</span>`;
}

const opened = (line) => html`<div class="opened"><dl>
    <dt>${t('evidence.rule')}</dt><dd>${line.rule} <code>${line.rule_id}@${line.rule_version}</code></dd>
    <dt>${t('evidence.source')}</dt><dd><code>${line.source}</code> · ${line.connector} · ${t('evidence.clock')} ${line.clock}</dd>
    <dt>SHA-256</dt><dd><code class="hash">${line.hash}</code></dd></dl>
  ${lineBox(line.original)}</div>`;
