import { colour, css, extent, mix, paint, signed } from '../../shared/colours.js';
import { largest, number } from '../../shared/numbers.js';

/** The hidden units as cells, and the weights of the one that is pointed at. */
export class Units {
  #root;
  #engine;
  #chosen = 0;
  #hidden = new Float32Array(100);
  #weights = null;
  #outgoing = null;
  #digits;
  #asked = false;

  constructor(root, engine) {
    this.#root = root;
    this.#engine = engine;
    this.#digits = Array.from({ length: 10 }, (_, digit) => Object.assign(document.createElement('li'), { textContent: digit }));
    root.querySelector('#outgoing').append(...this.#digits);
    const cells = root.querySelector('#units');
    const point = event => {
      const box = cells.getBoundingClientRect();
      const place = (at, size) => Math.max(0, Math.min(9, Math.floor(10 * at / size)));
      this.#choose(10 * place(event.clientY - box.top, box.height) + place(event.clientX - box.left, box.width));
    };
    cells.addEventListener('pointermove', point);
    cells.addEventListener('pointerdown', point);
    cells.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
      if (!step)
        return;
      event.preventDefault();
      this.#choose((this.#chosen + step + 100) % 100);
    });
  }

  show(hidden) {
    this.#hidden = hidden;
    const most = extent(hidden);
    paint(this.#root.querySelector('#activations'), hidden, 10, value => mix(colour('--sunken'), colour('--accent'), value / most));
    this.#describe();
  }

  /** Asks for the weights anew, unless an answer is still on its way. */
  async refresh() {
    if (this.#asked)
      return;
    this.#asked = true;
    const unit = this.#chosen;
    try {
      const all = await this.#engine.floats('Digits.Unit', unit);
      this.#weights = all.subarray(0, 784);
      this.#outgoing = all.subarray(785);
    } finally {
      this.#asked = false;
    }
    if (unit !== this.#chosen) {
      this.refresh();
      return;
    }
    this.repaint();
    this.#describe();
  }

  repaint() {
    if (!this.#weights)
      return;
    const most = extent(this.#weights);
    paint(this.#root.querySelector('#weights'), this.#weights, 28, value => signed(value / most));
    const strongest = extent(this.#outgoing);
    this.#digits.forEach((cell, digit) => {
      const strength = this.#outgoing[digit] / strongest;
      cell.style.backgroundColor = css(signed(strength));
      cell.style.color = css(colour(Math.abs(strength) > 0.5 ? '--surface' : '--ink'));
      cell.title = number(this.#outgoing[digit]);
    });
  }

  #choose(unit) {
    if (unit === this.#chosen)
      return;
    this.#chosen = unit;
    this.refresh();
  }

  #describe() {
    const marker = this.#root.querySelector('#marker'), unit = this.#chosen;
    marker.style.left = `${unit % 10 * 10}%`;
    marker.style.top = `${Math.floor(unit / 10) * 10}%`;
    if (!this.#weights)
      return;
    this.#root.querySelector('#unit-text').textContent = `Unit ${unit}: its activation is ${number(this.#hidden[unit])}. The weights of the pixels reach from ${number(Math.min(...this.#weights))} to ${number(Math.max(...this.#weights))}. `
      + `It speaks most for ${largest(this.#outgoing)} and most against ${largest(this.#outgoing.map(weight => -weight))}.`;
  }
}
