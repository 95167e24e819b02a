/**
 * What else the host did around the chain: lines that no rule found suspicious, in the same list but quieter.
 */
import { html } from 'lit';
import { breakable } from './breakable.js';
import { verdictBadge } from './icons.js';
import { lineBox } from './line-box.js';
import { t, word } from './preferences.js';
import { clockExact } from './times.js';

const LONGEST = 300;

/** @param {{at: string, layer: string, verdict?: string, source: string, summary?: string, hash: string, original: string}} line */
export const contextRow = (line) => html`<li class="evidence-item context" data-hash=${line.hash} data-layer=${line.layer}><details><summary>
    <time datetime=${line.at}>${clockExact(line.at)}</time>
    <span class="layer" title=${word('layer', line.layer)}>${word('layerShort', line.layer)}</span>
    <span class="stage">${t('context.stage')}</span>
    <span class="what">${breakable((line.summary || line.original || '').slice(0, LONGEST))}</span>
    ${line.verdict ? verdictBadge(line.layer, line.verdict, true) : html`<span></span>`}
  </summary><div class="opened"><dl><dt>${t('evidence.source')}</dt><dd><code>${line.source}</code></dd>
    <dt>SHA-256</dt><dd><code class="hash">${line.hash}</code></dd></dl>${lineBox(line.original)}</div></details></li>`;
