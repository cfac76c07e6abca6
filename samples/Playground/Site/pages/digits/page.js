import { onSchemeChange } from '../../shared/colours.js';
import { largest, percent } from '../../shared/numbers.js';
import { answerOf } from './answer.js';
import { Emitted } from './emitted.js';
import { showEvidence } from './evidence.js';
import { Learning } from './learning.js';
import { Pad } from './pad.js';
import { Probabilities } from './probabilities.js';
import { Units } from './units.js';

/** A lesson ends when the answer is right and this sure, or after so many steps. */
const sure = 0.8, patience = 150;

/** The page of digits. */
export function mount(root, engine) {
  const page = new DigitsPage(root, engine);
  page.open().catch(error => page.fail(error));
  return () => page.dispose();
}

class DigitsPage {
  constructor(root, engine) {
    this.root = root;
    this.engine = engine;
    this.answer = null;
    this.isDrawing = this.isTeaching = false;
    this.moved = -Infinity;
    this.waiting = this.since = this.measured = null;
    this.pad = new Pad(this.$('#pad'), strokes => this.draw(strokes));
    this.probabilities = new Probabilities(this.$('#probabilities'), digit => this.teach(digit).catch(error => this.fail(error)));
    this.probabilities.show(null);
    this.units = new Units(root, engine);
    this.learning = new Learning(root, engine, lesson => this.onLesson(lesson));
    this.endScheme = onSchemeChange(() => { this.units.repaint(); this.render(); });
    this.listen();
  }

  $(selector) {
    return this.root.querySelector(selector);
  }

  async open() {
    const file = name => fetch(new URL(name, import.meta.url)).then(response => response.arrayBuffer()).then(buffer => new Uint8Array(buffer));
    const [learned, stored, methods] = await Promise.all([
      file('learned.safetensors'), file('stored.bin'), fetch(new URL('../../emitted/DigitNet.json', import.meta.url)).then(response => response.json()),
    ]);
    this.emitted = new Emitted(this.$('#emitted'), methods);
    const answer = answerOf(await this.engine.floats('Digits.Open', learned, stored));
    if (answer.image.some(ink => ink > 0))
      this.pad.show(answer.image);
    await this.changed(answer);
    await this.engine.call('Digits.WarmUp', learned, stored);
    this.root.dataset.ready = '';
  }

  listen() {
    const on = (selector, event, action) => this.$(selector).addEventListener(event, () => Promise.resolve(action()).catch(error => this.fail(error)));
    for (let digit = 0; digit < 10; digit++) {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: digit, ariaLabel: `A stored ${digit}` });
      button.addEventListener('click', () => this.show(digit).catch(error => this.fail(error)));
      this.$('#stored').append(button);
    }
    on('#clear', 'click', () => this.clear());
    on('#evidence', 'change', () => this.render());
    on('#train', 'click', () => this.train());
    on('#reset', 'click', () => this.replace('Digits.Reset'));
    on('#forget', 'click', () => this.replace('Digits.Forget'));
    on('#save', 'click', () => this.save());
    on('#load', 'change', () => this.load());
  }

  /** Asks for the answer to the strokes so far; while one is asked for, only the last ones wait. */
  async draw(strokes) {
    this.moved = performance.now();
    this.since ??= this.moved;
    this.waiting = strokes;
    if (this.isDrawing)
      return;
    this.isDrawing = true;
    try {
      await this.endLesson();
      while (this.waiting) {
        const [next, since] = [this.waiting, this.since];
        this.waiting = this.since = null;
        this.receive(await this.engine.floats('Digits.Draw', next));
        this.measured = since;
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.isDrawing = false;
    }
  }

  async show(digit) {
    await this.endLesson();
    this.receive(await this.engine.floats('Digits.Show', digit));
    this.pad.show(this.answer.image);
    this.render();
  }

  /** Another image is not what is being taught. */
  async endLesson() {
    if (this.isTeaching)
      await this.learning.stop();
  }

  async clear() {
    await this.endLesson();
    this.pad.clear();
    this.receive(await this.engine.floats('Digits.Draw', new Float32Array(0)));
  }

  receive(numbers) {
    this.answer = answerOf(numbers);
    this.render();
  }

  onLesson({ norms, answer }) {
    this.answer = answer;
    this.emitted.norms(norms);
    this.units.refresh();
    this.render();
    return this.penAtRest();
  }

  /** The pen goes before training: while it moves, a slice comes only now and then. */
  async penAtRest() {
    const longest = performance.now() + 120;
    while (performance.now() - this.moved < 60 && performance.now() < longest)
      await new Promise(resolve => setTimeout(resolve, 15));
  }

  /** Trains on the drawing and stored digits, until it is right. */
  async teach(digit) {
    await this.learning.stop();
    this.isTeaching = true;
    this.probabilities.want(digit);
    let steps = 0, isRight = false;
    try {
      await this.learning.start(digit, ({ answer: { probabilities } }) => {
        isRight = largest(probabilities) === digit && probabilities[digit] > sure;
        return isRight || ++steps >= patience;
      });
    } finally {
      this.isTeaching = false;
      this.probabilities.want(null);
    }
    this.$('#probabilities').dataset.taught = isRight ? digit : '';
  }

  async train() {
    const button = this.$('#train');
    if (button.ariaPressed === 'true') {
      await this.learning.stop();
      return;
    }
    const run = this.learning.start(-1, () => false);
    button.ariaPressed = 'true';
    button.textContent = 'Stop';
    try {
      await run;
    } finally {
      button.ariaPressed = 'false';
      button.textContent = 'Train on stored digits';
    }
  }

  /** Reset, forget or load: another network. */
  async replace(method, ...args) {
    await this.learning.stop();
    await this.engine.call(method, ...args);
    this.learning.clear();
    await this.changed(answerOf(await this.engine.floats('Digits.Answer')));
  }

  async changed(answer) {
    this.answer = answer;
    const [W1, b1, W2, b2] = await this.engine.floats('Digits.Norms');
    this.emitted.norms({ W1, b1, W2, b2 });
    await this.units.refresh();
    this.render();
  }

  async save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await this.engine.call('Digits.Save')], { type: 'application/octet-stream' }));
    link.download = 'digits.safetensors';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async load() {
    const [file] = this.$('#load').files;
    if (!file)
      return;
    this.$('#load').value = '';
    await this.replace('Digits.Load', new Uint8Array(await file.arrayBuffer()));
    this.learning.say(`${file.name} is loaded.`);
  }

  /** Once for each frame, whatever has changed. */
  render() {
    if (this.isDue || !this.answer)
      return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      const { image, hidden, probabilities } = this.answer, isEmpty = !image.some(ink => ink > 0), best = largest(probabilities);
      this.$('#invitation').hidden = !this.pad.isEmpty;
      this.probabilities.show(isEmpty ? null : probabilities);
      this.$('#verdict').textContent = isEmpty ? '?' : best;
      this.$('#certainty').textContent = isEmpty ? 'nothing drawn yet' : percent(probabilities[best]);
      this.units.show(hidden);
      showEvidence(this.root, this.answer, isEmpty);
      this.emitted.forward(this.answer);
      this.measure();
    });
  }

  /** From a stroke until its answer is painted, for whoever observes the page's performance. */
  measure() {
    if (!this.measured)
      return;
    performance.measure('stroke to answer', { start: this.measured });
    performance.clearMeasures('stroke to answer');
    this.measured = null;
  }

  fail(error) {
    this.learning.say(error.message);
  }

  dispose() {
    this.learning.dispose();
    this.pad.dispose();
    this.endScheme();
  }
}
