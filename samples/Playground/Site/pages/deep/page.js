import { LineChart } from '../../shared/chart.js';
import { codeBlock } from '../../shared/code.js';
import { onSchemeChange } from '../../shared/colours.js';
import { Loop } from '../../shared/frames.js';
import { number, percent } from '../../shared/numbers.js';
import { drawPoints, paintSurface } from '../../shared/plane.js';
import { Layers } from './layers.js';

const slice = 10, size = 32, sayEvery = 700;
const declarations = fetch(new URL('../../declarations.json', import.meta.url)).then(response => response.json());

/** What the initialisations draw, for a layer of n inputs and m outputs. */
const drawn = {
  small: 'N(0, 0.01²), whatever the size of the layer',
  large: 'N(0, 1), whatever the size of the layer',
  XavierNormal: 'N(0, 2 / (n + m))',
  XavierUniform: 'uniform in ±√(6 / (n + m))',
  HeNormal: 'N(0, 2 / n)',
  HeUniform: 'uniform in ±√(6 / n)',
  LeCunNormal: 'N(0, 1 / n)',
  Orthogonal: 'a random orthogonal matrix',
  Zeros: 'all zero, so that all units of a layer stay alike',
};

export function mount(root, engine) {
  const page = new DeepPage(root, engine);
  return () => page.close();
}

class DeepPage {
  #root;
  #engine;
  #loop;
  #curve;
  #layers;
  #endScheme;
  #seed = 1;
  #points = new Float32Array();
  #last = null;
  #network = null;
  #lookAgain = 0;
  #said = 0;

  constructor(root, engine) {
    this.#root = root;
    this.#engine = engine;
    this.#curve = new LineChart(this.#find('curve'), [{ name: 'loss', colour: '--accent' }]);
    this.#layers = new Layers(this.#find('layers'), 10);
    this.#loop = new Loop(() => this.#train(), running => this.#shown(running));
    this.#endScheme = onSchemeChange(() => this.#refresh());
    const on = (id, event, action) => this.#find(id).addEventListener(event, action);
    on('choices', 'submit', event => event.preventDefault());
    for (const id of ['activation', 'initialisation', 'data'])
      on(id, 'change', () => this.#begin());
    for (const id of ['optimizer', 'rate', 'batch'])
      on(id, 'change', () => engine.call('Deep.Use', ...this.#settings));
    on('train', 'click', () => this.#loop.running ? this.#loop.stop() : this.#loop.start());
    on('step', 'click', () => this.#step());
    on('reset', 'click', () => this.#begin());
    on('reseed', 'click', () => {
      this.#seed++;
      this.#begin();
    });
    this.#begin();
  }

  close() {
    this.#loop.stop();
    // What is still on its way finds nobody.
    this.#network = null;
    delete this.#root.dataset.ready;
    this.#endScheme();
    this.#curve.dispose();
  }

  get #settings() {
    return [this.#find('optimizer').value, Number(this.#find('rate').value), Number(this.#find('batch').value)];
  }

  /** Weights and points of the seed. */
  async #begin() {
    this.#loop.stop();
    const [activation, initialisation, data] = ['activation', 'initialisation', 'data'].map(id => this.#find(id).value), name = `Deep${activation}`;
    const network = this.#network = { name };
    this.#last = null;
    this.#curve.clear();
    this.#engine.call('Deep.Begin', name, initialisation, data, ...this.#settings, this.#seed);
    const [points, all] = await Promise.all([this.#engine.floats('Deep.Points'), declarations]);
    if (network !== this.#network)
      return;
    this.#points = points;
    this.#find('declaration').replaceChildren(codeBlock(all[name], () => ''));
    this.#find('drawn').textContent = `Each weight is drawn anew: ${drawn[initialisation]}.`;
    await this.#refresh();
    if (network === this.#network)
      this.#root.dataset.ready = '';
  }

  async #step() {
    this.#loop.stop();
    this.#engine.call('Deep.Train', 1, slice);
    await this.#refresh();
  }

  /** A slice of the training; now and then a look at the layers, which takes as long as some steps. */
  async #train() {
    const network = this.#network;
    await this.#engine.call('Deep.Train', 1e6, slice);
    const now = performance.now();
    if (now > this.#lookAgain && this.#loop.running) {
      await this.#look();
      // However slow the machine is, most of its time is for the training.
      this.#lookAgain = performance.now() + 2 * (performance.now() - now);
    }
    return network === this.#network && !this.#last?.[4];
  }

  #refresh() {
    this.#said = 0;
    return this.#look();
  }

  async #look() {
    const engine = this.#engine, network = this.#network, say = performance.now() - this.#said > sayEvery;
    const [state, layers, words, surface, sentence] = await Promise.all([
      engine.floats('Deep.State'), engine.floats('Deep.Examine'), engine.call('Deep.Words'), engine.call('Deep.Surface', size), say ? engine.call('Deep.Describe') : null,
    ]);
    if (network !== this.#network)
      return;
    this.#show(state);
    this.#layers.show(layers, words);
    this.#find('range').textContent = `${number(layers[0])} to ${number(layers[1])}`;
    paintSurface(this.#find('surface'), surface);
    drawPoints(this.#find('points'), this.#points);
    if (say) {
      this.#said = performance.now();
      this.#find('finding').textContent = sentence;
      this.#find('finding').classList.toggle('ill', !sentence.startsWith('Healthy'));
    }
  }

  #show(state) {
    const [steps, epochs, loss, accuracy, diverged] = state;
    if (loss > 0 && steps !== this.#last?.[0])
      this.#curve.add(steps, [loss]);
    this.#last = state;
    this.#find('progress').textContent = `step ${steps.toLocaleString('en')} · epoch ${epochs.toLocaleString('en')}`;
    this.#find('loss').textContent = diverged ? 'no longer finite' : `${number(loss)} · ${percent(accuracy)} on the right side`;
  }

  #shown(running) {
    this.#find('train').textContent = running ? 'Pause' : 'Train';
    this.#find('train').setAttribute('aria-pressed', String(running));
    if (!running && this.#last)
      this.#refresh();
  }

  #find(id) {
    return this.#root.querySelector(`#${id}`);
  }
}
