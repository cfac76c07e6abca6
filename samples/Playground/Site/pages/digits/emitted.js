import { codeBlock } from '../../shared/code.js';
import { norm, number } from '../../shared/numbers.js';

const layers = [
  { title: 'Layer 1', about: '784 pixels to 100 units, ReLU', forward: ['Layer1Forward'], backward: ['Layer1Backward', 'Layer1Gradients'], tensors: ['x', 'W1', 'b1', 'a1', 'dW1', 'db1'] },
  {
    title: 'Layer 2', about: '100 units to 10 probabilities, softmax', forward: ['Layer2Forward', 'Output'], backward: ['Loss', 'Layer2Backward', 'Layer2Gradients'],
    tensors: ['a1', 'W2', 'b2', 'y', 'dW2', 'db2'],
  },
];
const shapes = { x: '1 × 784', W1: '784 × 100', b1: '100', a1: '1 × 100', W2: '100 × 10', b2: '10', y: '1 × 10', dW1: '784 × 100', db1: '100', dW2: '100 × 10', db2: '10' };

/** Beside each layer the lines that the generator has written, and what their tensors hold now. */
export class Emitted {
  #values = new Map();
  #cells = [];
  #root;

  /** @param {Record<string, { summary: string, code: string }>} methods The file emitted/DigitNet.json. */
  constructor(root, methods) {
    this.#root = root;
    for (const layer of layers)
      root.append(this.#card(layer, methods));
  }

  /** The numbers of an image on its way through. */
  forward({ image, hidden, probabilities }) {
    const active = hidden.filter(value => value > 0).length;
    this.#values.set('x', `${image.filter(value => value > 0).length} of 784 with ink, norm ${number(norm(image))}`);
    this.#values.set('a1', `${active} of 100 active, the largest ${number(Math.max(...hidden))}`);
    this.#values.set('y', [...probabilities].map(part => part.toFixed(3)).join('  '));
    this.#write();
  }

  /** The norms of parameters, and of gradients after a step. */
  norms(norms) {
    for (const [name, value] of Object.entries(norms))
      this.#values.set(name, `norm ${number(value)}`);
    this.#write();
  }

  #card({ title, about, forward, backward, tensors }, methods) {
    const article = document.createElement('article');
    article.className = 'card';
    article.innerHTML = '<header><h2></h2><p class="hint"></p></header><div></div><dl></dl><details><summary>The way back: its gradients</summary></details>';
    article.querySelector('h2').textContent = title;
    article.querySelector('.hint').textContent = about;
    article.querySelector('div').append(...forward.map(name => this.#block(methods[name])));
    article.querySelector('details').append(...backward.map(name => this.#block(methods[name])));
    for (const name of tensors) {
      const row = document.createElement('div'), text = document.createElement('dd'), value = document.createElement('b');
      row.className = name === 'y' ? 'wide' : '';
      row.append(Object.assign(document.createElement('dt'), { textContent: name }), text);
      text.append(`[${shapes[name]}] `, value);
      article.querySelector('dl').append(row);
      this.#cells.push({ name, value });
    }
    return article;
  }

  #block(method) {
    return codeBlock(`// ${method.summary}\n${method.code}`, name => shapes[name] ? `${name} [${shapes[name]}]` : '');
  }

  #write() {
    for (const { name, value } of this.#cells)
      value.textContent = this.#values.get(name) ?? (name.startsWith('d') ? 'no step yet' : '');
    for (const mark of this.#root.querySelectorAll('.tensor')) {
      const name = mark.textContent;
      mark.title = `${name} [${shapes[name]}] ${this.#values.get(name) ?? ''}`;
    }
  }
}
