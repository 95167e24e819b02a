/**
 * The chain as swim-lanes: who saw what when, and which line came from which.
 */
import { LitElement, html } from 'lit';
import { gradeSample } from './icons.js';
import { draw } from './lanes-draw.js';
import { Preferences, t, word } from './preferences.js';
import { letters } from './stages.js';

const GRADES = ['recorded cause', 'same artifact', 'same host and time'];

class Lanes extends LitElement {
  static properties = { chain: { attribute: false }, said: { state: true } };

  constructor() {
    super();
    new Preferences(this);
    this.said = '';
    this.width = 0;
    this.size = new ResizeObserver(([entry]) => this.#sized(Math.floor(entry.contentRect.width)));
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.size.observe(this.querySelector('.lanes-box'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  #sized(width) {
    if (width === this.width) return;
    this.width = width;
    this.#draw();
  }

  /** What is only pointed at is said below; the drawing stays as it is, and so does the focus in it. */
  updated(changed) {
    if (!(changed.size === 1 && changed.has('said'))) this.#draw();
  }

  #draw() {
    if (!this.width) return;
    draw(this.querySelector('svg.lanes'), this.chain, this.width, {
      say: (text) => (this.said = text),
      choose: (hash) => this.dispatchEvent(new CustomEvent('chosen', { detail: hash })),
    });
  }

  render() {
    const stages = [...new Set((this.chain.detail?.evidence ?? []).map((line) => line.stage))];
    const grades = GRADES.filter((grade) => this.chain.detail?.evidence?.some((line) => line.grade === grade));
    return html`<section class="card lanes-card" aria-labelledby="lanes-title">
      <div class="section-head"><h2 id="lanes-title">${t('lanes.title')}</h2><span class="spring"></span>
        <ul class="legend">${grades.map((grade) => html`<li>${gradeSample(grade)} ${word('grade', grade)}</li>`)}
          ${stages.map((stage) => html`<li><i>${letters(stage)}</i> ${word('stage', stage)}</li>`)}</ul></div>
      <div class="lanes-box"><svg class="lanes" role="group" aria-label=${t('lanes.title')}></svg></div>
      <p class="readout" aria-live="polite">${this.said || t('lanes.hint')}</p>
    </section>`;
  }
}
customElements.define('tadoru-lanes', Lanes);
