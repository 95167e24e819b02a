/**
 * Lit controller: does something now, then each few seconds while the page is looked at.
 */
export class Poll {
  /** @param {import('lit').ReactiveControllerHost} host @param {() => Promise<void>} ask @param {number} every in ms */
  constructor(host, ask, every) {
    this.ask = ask;
    this.every = every;
    this.seen = () => !document.hidden && this.now();
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.seen);
    this.now();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.seen);
    clearTimeout(this.timer);
    this.gone = true;
  }

  async now() {
    clearTimeout(this.timer);
    this.gone = false;
    if (!document.hidden) await this.ask();
    clearTimeout(this.timer);
    if (!this.gone) this.timer = setTimeout(() => this.now(), this.every);
  }
}
