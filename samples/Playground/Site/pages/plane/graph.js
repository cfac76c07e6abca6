import { colour, css } from '../../shared/colours.js';
import { number } from '../../shared/numbers.js';
import { paintSurface } from '../../shared/plane.js';

const svg = 'http://www.w3.org/2000/svg';

/** The network as its graph: a unit is what it makes of the plane, an edge is a weight, as wide as the weight is large and in the colour of its sign. */
export class Graph {
  #root;
  #edges;
  #onUnit;
  #onWeight;
  #sizes = [];
  #nodes = [];
  #lines = [];
  #parameters = null;

  /**
   * @param {HTMLElement} root Where it is drawn.
   * @param {(unit: {layer: number, unit: number}) => void} onUnit Is told which unit is chosen.
   * @param {(weight: {layer: number, unit: number, input: number}) => void} onWeight Is told which weight is chosen.
   */
  constructor(root, onUnit, onWeight) {
    this.#root = root;
    this.#onUnit = onUnit;
    this.#onWeight = onWeight;
    this.#edges = document.createElementNS(svg, 'svg');
    this.#edges.setAttribute('aria-hidden', 'true');
    new ResizeObserver(() => this.#place()).observe(root);
  }

  /** Another network. @param {number[]} sizes The units of each layer, those of the inputs first. */
  build(sizes) {
    this.#sizes = sizes;
    this.#parameters = null;
    this.#edges.replaceChildren();
    this.#nodes = sizes.map((count, layer) => Array.from({ length: count }, (_, unit) => this.#node(layer, unit)));
    this.#lines = sizes.slice(1).map((count, layer) => Array.from({ length: count }, (_, unit) => Array.from({ length: sizes[layer] }, (_, input) => this.#line(layer, unit, input))));
    this.#root.replaceChildren(this.#edges, ...this.#nodes.flat());
    this.#place();
  }

  /** @param {Uint8Array} shades What each unit makes of the plane, [units x size x size]. */
  surfaces(shades) {
    const nodes = this.#nodes.slice(1).flat(), pixels = shades.length / nodes.length;
    nodes.forEach((node, i) => paintSurface(node.firstChild, shades.subarray(i * pixels, (i + 1) * pixels)));
  }

  /** @param {Float32Array} parameters For each layer its weights [outputs x inputs], then its biases. */
  weights(parameters) {
    this.#parameters = parameters;
    const [positive, negative] = ['--positive', '--negative'].map(name => css(colour(name)));
    let start = 0;
    for (const layer of this.#lines) {
      for (const edge of layer.flat()) {
        const weight = parameters[start++], width = Math.min(7, 0.4 + 1.6 * Math.abs(weight));
        edge.shown.setAttribute('stroke', weight < 0 ? negative : positive);
        edge.shown.setAttribute('stroke-width', width.toFixed(2));
        edge.shown.setAttribute('stroke-opacity', Math.min(0.95, 0.25 + 0.4 * Math.abs(weight)).toFixed(2));
        edge.weight = weight;
        if (edge.label)
          edge.label.textContent = number(weight);
      }
      start += layer.length;
    }
  }

  /** Shows which unit and which of its weights are chosen. */
  choose({ layer, unit, input }) {
    this.#nodes.flat().forEach(node => node.setAttribute('aria-pressed', String(node.layer === layer && node.unit === unit)));
    for (const edge of this.#lines.flat(2))
      edge.group.classList.toggle('chosen', edge.layer === layer && edge.unit === unit && edge.input === input);
  }

  /** Colours may have changed. */
  repaint() {
    this.#nodes[0]?.forEach((node, unit) => paintInput(node.firstChild, unit));
    if (this.#parameters)
      this.weights(this.#parameters);
  }

  #node(layer, unit) {
    const node = document.createElement(layer === 0 ? 'div' : 'button'), canvas = document.createElement('canvas');
    node.className = 'unit';
    Object.assign(node, { layer: layer - 1, unit });
    node.append(canvas);
    if (layer === 0) {
      node.title = `x_${unit}`;
      paintInput(canvas, unit);
      return node;
    }
    node.type = 'button';
    node.title = layer === this.#sizes.length - 1 ? 'the output, y' : `a${layer}_${unit}`;
    node.setAttribute('aria-label', layer === this.#sizes.length - 1 ? 'Output' : `Layer ${layer}, unit ${unit}`);
    node.addEventListener('click', () => this.#onUnit({ layer: layer - 1, unit }));
    return node;
  }

  #line(layer, unit, input) {
    const group = document.createElementNS(svg, 'g'), shown = document.createElementNS(svg, 'line'), touched = document.createElementNS(svg, 'line');
    const title = document.createElementNS(svg, 'title');
    touched.setAttribute('class', 'touched');
    group.append(shown, touched, title);
    touched.addEventListener('click', () => this.#onWeight({ layer, unit, input }));
    const few = this.#sizes.slice(1).reduce((sum, count, i) => sum + count * this.#sizes[i], 0) <= 12;
    const label = few ? group.appendChild(document.createElementNS(svg, 'text')) : null;
    this.#edges.append(group);
    const edge = { layer, unit, input, group, shown, touched, label, weight: 0 };
    touched.addEventListener('pointerenter', () => { title.textContent = `W${layer + 1}_${input}_${unit} = ${number(edge.weight)}`; });
    return edge;
  }

  #place() {
    const width = this.#root.clientWidth, height = this.#root.clientHeight;
    if (!width || !this.#nodes.length)
      return;
    const largest = Math.max(...this.#sizes), size = Math.round(Math.min(52, width / this.#sizes.length / 1.8, (height - 8) / largest - 5));
    const x = layer => size / 2 + 4 + (width - size - 8) * layer / (this.#sizes.length - 1);
    const y = (layer, unit) => height * (unit + 0.5) / this.#sizes[layer];
    this.#edges.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.#nodes.forEach((nodes, layer) => nodes.forEach((node, unit) => {
      Object.assign(node.style, { width: `${size}px`, height: `${size}px`, left: `${x(layer) - size / 2}px`, top: `${y(layer, unit) - size / 2}px` });
    }));
    for (const { layer, unit, input, shown, touched, label } of this.#lines.flat(2)) {
      const from = [x(layer) + size / 2, y(layer, input)], to = [x(layer + 1) - size / 2, y(layer + 1, unit)];
      for (const line of [shown, touched])
        [['x1', from[0]], ['y1', from[1]], ['x2', to[0]], ['y2', to[1]]].forEach(([name, value]) => line.setAttribute(name, value));
      if (!label)
        continue;
      // Edges of one input fan out: so do their numbers, each input's at another distance.
      const part = this.#sizes[layer + 1] === 1 ? 0.36 : 0.42 + 0.34 * input / (this.#sizes[layer] - 1);
      label.setAttribute('x', from[0] + (to[0] - from[0]) * part);
      label.setAttribute('y', from[1] + (to[1] - from[1]) * part - 4);
    }
  }
}

/** An input is a coordinate: from one side of the plane to the other. */
function paintInput(canvas, unit) {
  const size = 16, shades = new Uint8Array(size * size);
  for (let pixel = 0; pixel < shades.length; pixel++)
    shades[pixel] = 1 + Math.round(254 * (unit === 0 ? pixel % size : size - 1 - Math.floor(pixel / size)) / (size - 1));
  paintSurface(canvas, shades);
}
