import { colour, css } from '../../shared/colours.js';
import { number, percent } from '../../shared/numbers.js';

const bins = 40, ofLayer = 6 + 2 * bins;

/** The rows of the hidden layers: histograms of activations and gradients, and what they say of the layer. */
export class Layers {
  #rows;

  /**
   * @param {HTMLElement} root Where the rows go, below the one with the titles.
   * @param {number} count The hidden layers.
   */
  constructor(root, count) {
    this.#rows = Array.from({ length: count }, (_, layer) => {
      const row = element('div', 'layer'), cells = ['number', '', '', 'number right', 'number right', 'judged'].map(name => element('span', name));
      row.setAttribute('role', 'row');
      cells.forEach(cell => cell.setAttribute('role', 'cell'));
      cells[0].textContent = layer + 1;
      const canvases = cells.slice(1, 3).map(cell => cell.appendChild(document.createElement('canvas')));
      canvases.forEach(canvas => canvas.setAttribute('role', 'img'));
      row.append(...cells);
      root.append(row);
      return { cells, canvases };
    });
  }

  /**
   * @param {Float32Array} numbers The ends of the range of activations, then for each layer its statistics and both histograms.
   * @param {string[]} words What they say of each layer.
   */
  show(numbers, words) {
    this.#rows.forEach(({ cells, canvases }, i) => {
      const start = 2 + i * ofLayer, histograms = start + 6, [mean, spread, norm, saturated, dead, zero] = numbers.subarray(start, histograms);
      draw(canvases[0], numbers.subarray(histograms, histograms + bins), '--positive');
      draw(canvases[1], numbers.subarray(histograms + bins, histograms + 2 * bins), '--negative');
      cells[3].textContent = number(spread);
      cells[4].textContent = number(norm);
      cells[5].textContent = words[i];
      cells[5].classList.toggle('ill', words[i] !== 'healthy');
      const flat = saturated < 0 ? '' : `, ${percent(saturated)} where the function is flat, ${percent(dead)} of the units for every point`;
      canvases[0].setAttribute('aria-label', `activations: mean ${number(mean)}, spread ${number(spread)}${flat}`);
      canvases[1].setAttribute('aria-label', `gradients: norm ${number(norm)}, ${percent(zero)} exactly zero`);
    });
  }
}

/** Bars as high as the square root of their part, so that few numbers can be seen beside many. */
function draw(canvas, parts, name) {
  const { clientWidth: width, clientHeight: height } = canvas, scale = devicePixelRatio;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d'), step = canvas.width / parts.length;
  context.fillStyle = css(colour(name));
  parts.forEach((part, i) => {
    const high = Math.sqrt(part) * canvas.height;
    context.fillRect(Math.round(i * step), canvas.height - high, Math.max(1, Math.round((i + 1) * step) - Math.round(i * step) - 1), high);
  });
}

function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}
