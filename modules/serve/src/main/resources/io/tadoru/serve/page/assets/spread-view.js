/**
 * How far: which other hosts met the same files, addresses, senders.
 */
import { html } from 'lit';
import { t, word } from './preferences.js';
import { section } from './section.js';
import { range } from './times.js';

const artifact = (chain) => (one) => {
  const others = (one.hosts ?? []).filter((host) => host.host !== chain.host);
  return html`<li>
    <p class="artifact"><span class="tag">${word('artifact', one.type)}</span> <code>${one.value}</code>
      ${one.malicious ? html`<span class="tag bad">${t('spread.malicious')}</span>` : ''}</p>
    ${others.length ? html`<ul class="hosts">${others.map((host) => html`<li><b>${host.host}</b> ${t('spread.events', host.events)}
      <span class="when">${range(host.first, host.last)}</span></li>`)}</ul>` : html`<p class="hint">${t('spread.none')}</p>`}
    ${one.hosts_total > (one.hosts ?? []).length ? html`<p class="hint">${t('spread.more', one.hosts_total)}</p>` : ''}
  </li>`;
};

section({
  tag: 'tadoru-spread', part: 'spread', title: 'spread.title', open: true,
  body: (answer, chain) => html`<p class="hint">${t('spread.lead')}</p>
    ${answer.artifacts?.length ? html`<ul class="artifacts">${answer.artifacts.map(artifact(chain))}</ul>` : html`<p class="hint">${t('spread.nothing')}</p>`}`,
});
