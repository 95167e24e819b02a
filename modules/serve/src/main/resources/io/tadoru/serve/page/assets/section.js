/**
 * A part of the page that has an endpoint of its own: shows what it says, or one sentence when it says nothing.
 */
import { LitElement, html } from 'lit';
import { get } from './api.js';
import { Preferences, t } from './preferences.js';

/**
 * Makes a section's element.
 * @param {{tag: string, part: string, title: string, open?: boolean, body: (answer: any, chain: any) => unknown}} section
 *     `part`: last piece of the address; `title`: name of its text; `body`: what is shown of the answer
 */
export function section({ tag, part, title, body, open = false }) {
  class Section extends LitElement {
    static properties = { chain: { attribute: false }, answer: { state: true }, problem: { state: true } };

    constructor() {
      super();
      new Preferences(this);
      this.answer = null;
      this.problem = '';
    }

    createRenderRoot() {
      return this;
    }

    updated(changed) {
      if (changed.has('chain')) this.#load();
    }

    async #load() {
      const { id } = this.chain;
      try {
        const answer = await get(`/chains/${encodeURIComponent(id)}/${part}`);
        if (id === this.chain.id) this.answer = answer;
        this.problem = '';
      } catch (refused) {
        this.problem = refused.missing ? `${part}.missing` : 'problem.part';
      }
    }

    render() {
      return html`<details class="card section" data-section=${part} ?open=${open}><summary><h2>${t(title)}</h2></summary>
        ${this.problem ? html`<p class="hint">${t(this.problem)}</p>` : this.answer ? body(this.answer, this.chain) : html`<p class="hint">${t('wait')}</p>`}
      </details>`;
    }
  }
  customElements.define(tag, Section);
}
