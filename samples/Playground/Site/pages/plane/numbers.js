import { codeBlock } from '../../shared/code.js';
import { number } from '../../shared/numbers.js';
import { evaluate, filled } from './formulas.js';

const shownTerms = 8, text = value => number(value, 4);

/** The numbers of the chosen unit: its weights, where the gradient of one of them comes from, and a point on its way through the unit. */
export class Numbers {
  #root;
  #onChoose;
  #network = null;
  #chosen = { layer: 0, unit: 0, input: 0 };
  #rows = [];
  #state = null;
  #terms = null;
  #numbers = null;

  /** The point of the batch that goes through the unit. */
  row = 0;

  /**
   * @param {HTMLElement} root The page.
   * @param {(weight: {layer: number, unit: number, input: number}) => void} onChoose Is told which weight is chosen.
   */
  constructor(root, onChoose) {
    this.#root = root;
    this.#onChoose = onChoose;
  }

  get chosen() {
    return this.#chosen;
  }

  /** Another network. @param {{ sizes: number[], activation: string, formulas: object, emitted: object }} network */
  build(network) {
    this.#network = network;
    this.#state = this.#terms = this.#numbers = null;
    this.row = 0;
  }

  /** Another unit or weight; input -1 is the bias. */
  choose(chosen) {
    const { sizes, activation, formulas } = this.#network, { layer, unit, input } = this.#chosen = chosen;
    const last = layer === sizes.length - 2, body = this.#find('unit-weights');
    this.#find('unit-title').textContent = last ? 'The weights of the output' : `The weights of unit ${unit} in layer ${layer + 1}`;
    this.#find('unit-where').textContent = `z${layer + 1}_${unit} and ${last ? 'sigmoid' : activation}`;
    this.#find('gradient-title').textContent = `Where d${this.#name(chosen)} comes from`;
    this.#find('gradient-where').textContent = formulas.written ? 'as the compiler wrote it' : 'a term of the loops below';
    body.replaceChildren();
    this.#rows = [...Array(sizes[layer]).keys(), -1].map(source => {
      const row = body.insertRow(), button = document.createElement('button');
      button.type = 'button';
      button.textContent = this.#name({ layer, unit, input: source });
      button.setAttribute('aria-pressed', String(source === input));
      button.addEventListener('click', () => this.#onChoose({ layer, unit, input: source }));
      row.insertCell().append(button);
      return [0, 1, 2].map(() => row.insertCell());
    });
    this.#code(layer);
    this.#terms = this.#numbers = null;
    if (this.#state)
      this.weights(this.#state);
  }

  /** @param {{ parameters: Float32Array, gradients: Float32Array, before: Float32Array, settings: object, points: Float32Array, batch: number[] }} state */
  weights(state) {
    this.#state = state;
    const { layer, unit } = this.#chosen, inputs = this.#network.sizes[layer];
    this.#rows.forEach(([value, gradient, change], i) => {
      const index = this.#index({ layer, unit, input: i < inputs ? i : -1 });
      value.textContent = text(state.parameters[index]);
      gradient.textContent = text(state.gradients[index]);
      change.textContent = state.before ? text(state.parameters[index] - state.before[index]) : '–';
    });
  }

  /**
   * @param {Float32Array} terms For each point of the batch the input of the chosen weight, and dz.
   * @param {Float32Array} numbers z, a, da and dz of all layers for the chosen point.
   */
  formulas(terms, numbers) {
    this.#terms = terms;
    this.#numbers = numbers;
    this.#gradient();
    this.#sample();
  }

  #gradient() {
    const { layer, unit, input } = this.#chosen, { formulas } = this.#network, place = this.#find('gradient');
    place.replaceChildren();
    if (!this.#terms.length)
      return;
    const name = this.#name(this.#chosen), dz = `dz${layer + 1}_${unit}`, from = input < 0 ? '1' : layer === 0 ? `x_${input}` : `a${layer}_${input}`;
    place.append(line('code-line', formulas.statement(`d${name}`)));
    const table = place.appendChild(document.createElement('table'));
    table.innerHTML = `<thead><tr><th scope="col">point</th><th scope="col">${from}</th><th scope="col">${dz}</th><th scope="col">product</th></tr></thead>`;
    const body = table.createTBody(), count = this.#terms.length / 2, shown = count <= shownTerms + 1 ? count : shownTerms;
    let rest = 0, sum = 0;
    for (let i = 0; i < count; i++) {
      const [a, b] = this.#terms.subarray(2 * i, 2 * i + 2);
      sum += a * b;
      if (i < shown)
        cells(body.insertRow(), [this.#state.batch[i] + 1, text(a), text(b), text(a * b)]);
      else
        rest += a * b;
    }
    if (count > shown)
      cells(body.insertRow(), [`${count - shown} more`, '', '', text(rest)]);
    cells(body.insertRow(), [`d${name}`, '', 'sum', text(sum)], true);
    place.append(this.#update(name, sum));
  }

  /** What the optimizer makes of the gradient. */
  #update(name, gradient) {
    const { settings, parameters } = this.#state, value = parameters[this.#index(this.#chosen)], penalty = this.#chosen.input < 0 ? 0 : settings.penalty;
    const whole = penalty ? `(${text(gradient)} + ${penalty} · ${signed(value)})` : signed(gradient);
    if (settings.optimizer !== 'Sgd')
      return line('', `${settings.optimizer} makes the step of ${name} from ${penalty ? whole : text(gradient)} and from the gradients before it.`);
    const formula = line('', `${name} ← ${text(value)} − ${settings.rate} · ${whole} = `);
    formula.append(strong(text(value - settings.rate * (gradient + penalty * value))));
    return formula;
  }

  #sample() {
    const { layer, unit } = this.#chosen, { sizes, formulas } = this.#network, place = this.#find('row'), { batch } = this.#state;
    this.#find('sample').textContent = batch.length ? `point ${batch[this.row] + 1}, ${this.row + 1} of ${batch.length}` : '';
    place.replaceChildren();
    if (!this.#numbers.length)
      return;
    const id = `${layer + 1}_${unit}`, last = layer === sizes.length - 2;
    const forward = last ? [`z${id}`, 'y_0'] : [`z${id}`, `a${id}`];
    const back = last ? [`dz${id}`] : [`da${id}`, `t1_dz${id}`, `dz${id}`];
    const list = place.appendChild(document.createElement('div'));
    list.className = 'steps';
    for (const name of [...forward, ...back].filter(name => formulas.of(name) !== undefined)) {
      const block = list.appendChild(line(back.includes(name) ? 'back' : '', ''));
      block.append(span('code-line', formulas.statement(name)), document.createElement('br'), `${name} = ${filled(formulas.of(name), each => this.#value(each), text)} = `, strong(text(this.#value(name))));
    }
  }

  /** What a name of the formulas stands for, of the chosen point. */
  #value(name) {
    const { sizes, formulas } = this.#network, { batch, points, parameters } = this.#state, point = batch[this.row];
    if (name === 'weight')
      return 1 / batch.length;
    const [, kind, layer, first, second] = name.match(/^([a-zA-Z]+)(\d*)_(\d+)(?:_(\d+))?$/) ?? [];
    if (kind === 'x')
      return points[3 * point + Number(first)];
    if (kind === 'd')
      return points[3 * point + 2];
    if (kind === 'W')
      return parameters[this.#index({ layer: layer - 1, unit: Number(second), input: Number(first) })];
    if (kind === 'b')
      return parameters[this.#index({ layer: layer - 1, unit: Number(first), input: -1 })];
    const which = ['z', 'a', 'da', 'dz'].indexOf(kind);
    if (which < 0)
      return evaluate(formulas.of(name), each => this.#value(each));
    const before = sizes.slice(1, layer).reduce((sum, count) => sum + count, 0);
    return this.#numbers[4 * before + which * sizes[layer] + Number(first)];
  }

  /** The methods of the generated file that compute the chosen layer. */
  #code(layer) {
    const { emitted, formulas } = this.#network, number = layer + 1;
    const methods = formulas.written ? ['Layers', 'BackwardRows'] : [`Layer${number}Forward`, `Layer${number}Backward`, `Layer${number}Gradients`];
    const code = methods.filter(name => emitted[name]).map(name => `// ${emitted[name].summary}\n${emitted[name].code}`).join('\n\n');
    this.#find('written').replaceChildren(codeBlock(code, () => ''));
    this.#find('code-where').textContent = formulas.written ? 'number by number: the network is small' : `layer ${number}`;
  }

  #name({ layer, unit, input }) {
    return input < 0 ? `b${layer + 1}_${unit}` : `W${layer + 1}_${input}_${unit}`;
  }

  #index({ layer, unit, input }) {
    const { sizes } = this.#network;
    let start = 0;
    for (let l = 0; l < layer; l++)
      start += sizes[l + 1] * (sizes[l] + 1);
    return input < 0 ? start + sizes[layer + 1] * sizes[layer] + unit : start + unit * sizes[layer] + input;
  }

  #find(id) {
    return this.#root.querySelector(`#${id}`);
  }
}

function line(kind, content) {
  return Object.assign(document.createElement('p'), { className: `formula ${kind}`, textContent: content });
}

function span(className, textContent) {
  return Object.assign(document.createElement('span'), { className, textContent });
}

function strong(textContent) {
  return Object.assign(document.createElement('strong'), { textContent });
}

function cells(row, contents, last = false) {
  contents.forEach((content, i) => row.insertCell().append(last && i === contents.length - 1 ? strong(content) : content));
}

function signed(number) {
  return number < 0 ? `(${text(number)})` : text(number);
}
