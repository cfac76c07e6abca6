import { colour, onSchemeChange } from '../../shared/colours.js';

/** The drawing: strokes of mouse, pen or finger, or a stored image. */
export class Pad {
  #canvas;
  #onChange;
  #strokes = [];
  #image = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(strokes: Float32Array) => void} onChange Gets all points x, y so far; NaN stands behind each stroke.
   */
  constructor(canvas, onChange) {
    this.#canvas = canvas;
    this.#onChange = onChange;
    canvas.addEventListener('pointerdown', event => this.#begin(event));
    canvas.addEventListener('pointermove', event => this.#move(event));
    this.dispose = onSchemeChange(() => this.#draw());
  }

  get isEmpty() {
    return this.#strokes.length === 0 && this.#image === null;
  }

  clear() {
    this.#strokes = [];
    this.#image = null;
    this.#draw();
  }

  /** Shows an image of 28 x 28 instead; the next stroke begins a drawing. */
  show(image) {
    this.clear();
    this.#image = image;
    this.#draw();
  }

  #begin(event) {
    if (event.button !== 0)
      return;
    event.preventDefault();
    this.#canvas.setPointerCapture(event.pointerId);
    this.#image = null;
    this.#strokes.push([this.#point(event)]);
    this.#changed();
  }

  #move(event) {
    if (!this.#canvas.hasPointerCapture(event.pointerId))
      return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.#strokes.at(-1).push(...(events.length > 0 ? events : [event]).map(part => this.#point(part)));
    this.#changed();
  }

  #point(event) {
    const box = this.#canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * this.#canvas.width, (event.clientY - box.top) / box.height * this.#canvas.height];
  }

  #changed() {
    this.#draw();
    this.#onChange(new Float32Array(this.#strokes.flatMap(stroke => [...stroke.flat(), NaN, NaN])));
  }

  #draw() {
    const { width, height } = this.#canvas, context = this.#canvas.getContext('2d'), [red, green, blue] = colour('--ink');
    context.clearRect(0, 0, width, height);
    if (this.#image !== null) {
      const small = new OffscreenCanvas(28, 28), pixels = new ImageData(28, 28);
      this.#image.forEach((ink, i) => pixels.data.set([red, green, blue, 255 * ink], 4 * i));
      small.getContext('2d').putImageData(pixels, 0, 0);
      context.drawImage(small, 0, 0, width, height);
      return;
    }
    context.strokeStyle = `rgb(${red} ${green} ${blue})`;
    context.lineWidth = width / 14;
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of this.#strokes) {
      context.beginPath();
      context.moveTo(...stroke[0]);
      for (const point of stroke)
        context.lineTo(...point);
      context.stroke();
    }
  }
}
