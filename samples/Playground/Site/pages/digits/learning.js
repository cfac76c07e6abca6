import { floats } from '../../engine/engine.js';
import { LineChart } from '../../shared/chart.js';
import { number } from '../../shared/numbers.js';
import { lessonOf } from './answer.js';

/** The milliseconds of a slice: one step or two, so that a stroke is answered soon. */
const slice = 6;

/** Training, and its curves. One lesson runs at a time. */
export class Learning {
  #root;
  #engine;
  #onLesson;
  #run = null;
  #loss;
  #norms;

  /** @param {(lesson: object) => Promise<void> | void} onLesson The next slice waits for it. */
  constructor(root, engine, onLesson) {
    this.#root = root;
    this.#engine = engine;
    this.#onLesson = onLesson;
    this.#loss = new LineChart(root.querySelector('#loss'), [{ name: 'loss', colour: '--accent' }]);
    this.#norms = new LineChart(root.querySelector('#norms'), [{ name: 'layer 1', colour: '--accent' }, { name: 'layer 2', colour: '--negative' }]);
  }

  get isRunning() {
    return this.#run !== null;
  }

  /**
   * Trains until it is stopped, or it is enough.
   * @param {number} label The digit that the image is; -1 for stored digits only.
   * @param {(lesson: object) => boolean} isEnough
   */
  async start(label, isEnough) {
    await this.stop();
    const rate = Number(this.#root.querySelector('#rate').value);
    const run = this.#engine.run('Digits.Learn', [label, slice, rate], report => {
      const lesson = lessonOf(floats(report));
      this.#show(lesson);
      if (isEnough(lesson))
        run.stop();
      return this.#onLesson(lesson);
    });
    this.#run = run;
    try {
      await run.done;
    } finally {
      if (this.#run === run)
        this.#run = null;
    }
  }

  async stop() {
    const run = this.#run;
    run?.stop();
    // Who has started it hears of its error.
    await run?.done.catch(() => {});
  }

  clear() {
    this.#loss.clear();
    this.#norms.clear();
    this.say('Not a step yet.');
  }

  say(text) {
    this.#root.querySelector('#lesson').textContent = text;
  }

  dispose() {
    this.#run?.stop();
    this.#loss.dispose();
    this.#norms.dispose();
  }

  #show({ steps, loss, norms }) {
    const first = Math.hypot(norms.dW1, norms.db1), second = Math.hypot(norms.dW2, norms.db2);
    this.#loss.add(steps, [loss]);
    this.#norms.add(steps, [first, second]);
    this.say(`Step ${steps.toLocaleString('en')}: loss ${number(loss)}, gradients ${number(first)} and ${number(second)}`);
  }
}
