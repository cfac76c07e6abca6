/** The next frame, or soon where the page cannot be seen. */
export function frame() {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, 250);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Work that goes on, slice after slice and at most one for each frame, until it is stopped. */
export class Loop {
  #slice;
  #changed;
  #running = null;

  /**
   * @param {() => Promise<boolean>} slice Does a slice of the work, and says whether there is more.
   * @param {(running: boolean) => void} changed Is told when the work begins and ends.
   */
  constructor(slice, changed) {
    this.#slice = slice;
    this.#changed = changed;
  }

  get running() {
    return this.#running !== null;
  }

  start() {
    if (this.#running)
      return;
    const run = this.#running = {};
    this.#changed(true);
    this.#run(run);
  }

  stop() {
    if (!this.#running)
      return;
    this.#running = null;
    this.#changed(false);
  }

  async #run(run) {
    while (this.#running === run) {
      const more = await this.#slice();
      if (!more && this.#running === run)
        this.stop();
      await frame();
    }
  }
}
