import { colour, css, mix, onSchemeChange } from './colours.js';
import { number } from './numbers.js';

const padding = { left: 44, right: 10, top: 10, bottom: 20 };

/** Lines that grow to the right, with a logarithmic axis: losses and norms fall by factors. */
export class LineChart {
  #canvas;
  #series;
  #points = [];
  #most;
  #due = false;

  /**
   * @param {HTMLCanvasElement} canvas Its size on the screen is the stylesheet's.
   * @param {{ name: string, colour: string, dash?: number[] }[]} series The lines, with variables as colours.
   * @param {number} most The points that are kept: of more, every second one goes.
   */
  constructor(canvas, series, most = 600) {
    this.#canvas = canvas;
    this.#series = series;
    this.#most = most;
    const sizes = new ResizeObserver(() => this.#draw());
    sizes.observe(canvas);
    const end = onSchemeChange(() => this.#draw());
    this.dispose = () => { sizes.disconnect(); end(); };
  }

  clear() {
    this.#points = [];
    this.#soon();
  }

  /** @param {number} x The step. @param {number[]} values One of each line. */
  add(x, values) {
    this.#points.push({ x, values });
    if (this.#points.length > this.#most)
      this.#points = this.#points.filter((_, i) => i % 2 === 0);
    this.#soon();
  }

  #soon() {
    if (this.#due)
      return;
    this.#due = true;
    requestAnimationFrame(() => { this.#due = false; this.#draw(); });
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0)
      return;
    const scale = devicePixelRatio;
    this.#canvas.width = width * scale;
    this.#canvas.height = height * scale;
    const context = this.#canvas.getContext('2d');
    context.scale(scale, scale);
    const all = this.#points.flatMap(point => point.values).filter(value => value > 0);
    const low = Math.floor(Math.log10(Math.min(0.1, ...all))), high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1, ...all))));
    const right = width - padding.right, bottom = height - padding.bottom;
    const y = value => padding.top + (high - Math.log10(Math.max(value, 10 ** low))) / (high - low) * (bottom - padding.top);
    this.#axis(context, low, high, y, right);
    if (this.#points.length === 0)
      return;
    const first = this.#points[0].x, last = Math.max(this.#points.at(-1).x, first + 1);
    const x = step => padding.left + (step - first) / (last - first) * (right - padding.left);
    this.#text(context, number(first), padding.left, height - 5, 'left');
    this.#text(context, `step ${number(last)}`, right, height - 5, 'right');
    this.#series.forEach((line, i) => {
      context.beginPath();
      context.strokeStyle = css(colour(line.colour));
      context.lineWidth = 1.8;
      context.lineJoin = 'round';
      context.setLineDash(line.dash ?? []);
      for (const point of this.#points)
        context.lineTo(x(point.x), y(point.values[i]));
      // A first step is a point.
      if (this.#points.length === 1)
        context.arc(x(first), y(this.#points[0].values[i]), 2, 0, 2 * Math.PI);
      context.stroke();
    });
    context.setLineDash([]);
  }

  #axis(context, low, high, y, right) {
    const every = Math.ceil((high - low) / 4);
    context.lineWidth = 1;
    context.strokeStyle = css(colour('--line'));
    for (let power = low; power <= high; power += every) {
      const at = Math.round(y(10 ** power)) + 0.5;
      context.beginPath();
      context.moveTo(padding.left, at);
      context.lineTo(right, at);
      context.stroke();
      this.#text(context, number(10 ** power), padding.left - 8, at + 4, 'right');
    }
  }

  #text(context, text, x, y, align) {
    context.font = '11px system-ui, sans-serif';
    context.fillStyle = css(mix(colour('--quiet'), colour('--ground'), 0.1));
    context.textAlign = align;
    context.fillText(text, x, y);
  }
}
