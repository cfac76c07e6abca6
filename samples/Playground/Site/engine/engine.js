/** .NET in a worker, so that a page never waits for it: what a page calls is answered later, also while the worker trains. */
export class Engine {
  #worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module', name: 'GenNet' });
  #pending = new Map();
  #last = 0;

  /** Fulfilled when .NET runs. Calls may be made before. */
  ready;

  constructor() {
    this.ready = this.#send('ready', {});
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = event => {
      for (const { reject } of this.#pending.values())
        reject(new Error(event.message || 'the worker could not be loaded'));
      this.#pending.clear();
    };
  }

  /**
   * Calls an exported static method.
   * @param {string} method Class and method, such as 'Digits.Recognise'.
   * @param {...(number|string|boolean|Uint8Array|Float32Array)} args A Float32Array arrives in .NET as a byte[] of its numbers.
   * @returns {Promise<any>} What the method returns; a byte[] as a Uint8Array.
   */
  call(method, ...args) {
    return this.#send('call', { method, args: args.map(plain) });
  }

  /** As call, of a method that returns the bytes of float numbers. */
  async floats(method, ...args) {
    return floats(await this.call(method, ...args));
  }

  /**
   * Calls a method again and again until it is stopped. Each call is a slice of the work and should take some ten milliseconds: between two of them the
   * worker answers whatever else it is asked. The next slice waits until the report has been looked at, and for the promise that onReport may return.
   * @param {string} method Class and method.
   * @param {Array} args Its arguments.
   * @param {(report: any) => void | Promise<void>} onReport Gets what each slice returns.
   * @returns {{ stop: () => void, done: Promise<void> }} done is fulfilled after the last report.
   */
  run(method, args, onReport) {
    const id = this.#last + 1;
    const done = this.#send('run', { method, args: args.map(plain) }, onReport);
    return { stop: () => this.#worker.postMessage({ id, kind: 'stop' }), done };
  }

  #send(kind, message, onReport) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onReport });
      this.#worker.postMessage({ id, kind, ...message });
    });
  }

  async #report(id, { onReport, reject }, value) {
    try {
      await onReport(value);
      this.#worker.postMessage({ id, kind: 'next' });
    } catch (error) {
      this.#worker.postMessage({ id, kind: 'stop' });
      reject(error);
    }
  }

  #receive({ id, kind, value }) {
    const waiting = this.#pending.get(id);
    if (!waiting)
      return;
    if (kind === 'report') {
      this.#report(id, waiting, value);
      return;
    }
    this.#pending.delete(id);
    if (kind === 'error')
      waiting.reject(new Error(value));
    else
      waiting.resolve(value);
  }
}

/** The float numbers whose bytes a method has returned. */
export function floats(bytes) {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

function plain(value) {
  return value instanceof Float32Array ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
}
