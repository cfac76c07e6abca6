import { LineChart } from '../../shared/chart.js';
import { codeBlock } from '../../shared/code.js';
import { onSchemeChange } from '../../shared/colours.js';
import { Loop } from '../../shared/frames.js';
import { number, percent } from '../../shared/numbers.js';
import { drawPoints, paintSurface } from '../../shared/plane.js';
import { Formulas } from './formulas.js';
import { Graph } from './graph.js';
import { Numbers } from './numbers.js';
import { Pointing } from './pointing.js';

/** The pixels from side to side of the units' surfaces and of the network's own. */
const whileRunning = [20, 44], atRest = [40, 128];
const detailsEvery = 160;
const declarations = fetch(new URL('../../declarations.json', import.meta.url)).then(response => response.json());

export function mount(root, engine) {
  const page = new PlanePage(root, engine);
  return () => page.close();
}

class PlanePage {
  #root;
  #engine;
  #loop;
  #curve;
  #graph;
  #numbers;
  #pointing;
  #endScheme;
  #seed = 1;
  #points = new Float32Array();
  #before = null;
  #parameters = null;
  #detailed = 0;
  #last = null;
  #network = null;
  #graphed = null;

  constructor(root, engine) {
    this.#root = root;
    this.#engine = engine;
    this.#curve = new LineChart(this.#find('curve'), [{ name: 'loss', colour: '--accent' }]);
    this.#graph = new Graph(this.#find('graph'), unit => this.#choose({ ...unit, input: 0 }), weight => this.#choose(weight));
    this.#numbers = new Numbers(root, weight => this.#choose(weight));
    this.#pointing = new Pointing(root, (x, y, which) => this.#change('Plane.Add', x, y, which), () => this.#change('Plane.Undo'));
    this.#loop = new Loop(() => this.#train(), running => this.#shown(running));
    this.#endScheme = onSchemeChange(() => this.#repaint());
    this.#listen();
    this.#draw();
    this.#restart();
  }

  close() {
    this.#loop.stop();
    // What is still on its way finds nobody.
    this.#network = this.#parameters = null;
    delete this.#root.dataset.ready;
    this.#endScheme();
    this.#curve.dispose();
  }

  #listen() {
    const on = (id, event, action) => this.#find(id).addEventListener(event, action);
    on('choices', 'submit', event => event.preventDefault());
    on('data', 'change', () => this.#draw());
    on('layers', 'change', () => this.#restart());
    on('activation', 'change', () => this.#restart());
    for (const id of ['optimizer', 'rate', 'batch', 'penalty'])
      on(id, 'change', () => this.#use());
    on('train', 'click', () => this.#loop.running ? this.#loop.stop() : this.#loop.start());
    on('step', 'click', () => this.#step());
    on('reset', 'click', () => this.#restart());
    on('reseed', 'click', () => {
      this.#seed++;
      this.#restart();
    });
    on('undo', 'click', () => this.#change('Plane.Undo'));
    on('clear', 'click', () => this.#change('Plane.Clear'));
    on('previous', 'click', () => this.#through(-1));
    on('next', 'click', () => this.#through(1));
  }

  /** The network that is chosen, with weights of the seed. */
  async #restart() {
    this.#loop.stop();
    const layers = this.#find('layers').value, activation = this.#find('activation').value, name = layers ? activation + layers : 'Line';
    this.#find('activation').disabled = !layers;
    const network = this.#network = { name };
    this.#curve.clear();
    this.#before = this.#parameters = this.#last = null;
    this.#engine.call('Plane.Choose', name, this.#seed);
    const [emitted, all] = await Promise.all([fetch(new URL(`../../emitted/${name}.json`, import.meta.url)).then(response => response.json()), declarations]);
    if (network !== this.#network)
      return;
    const sizes = [2, ...layers.split('x').filter(count => count).map(Number), 1];
    this.#find('declaration').replaceChildren(codeBlock(all[name], () => ''));
    this.#graphed = network;
    this.#graph.build(sizes);
    this.#numbers.build({ sizes, activation, emitted, formulas: new Formulas(emitted, activation, sizes) });
    this.#numbers.choose({ layer: 0, unit: 0, input: 0 });
    this.#graph.choose(this.#numbers.chosen);
    await this.#use();
    if (network === this.#network)
      this.#root.dataset.ready = '';
  }

  async #draw() {
    const data = this.#find('data').value;
    if (data === 'own') {
      this.#pointing.add(0);
      await this.#change('Plane.Clear');
    } else {
      await this.#change('Plane.Draw', data, this.#seed);
    }
  }

  get #settings() {
    const value = id => this.#find(id).value;
    return { optimizer: value('optimizer'), rate: Number(value('rate')), batch: Number(value('batch')), penalty: Number(value('penalty')) };
  }

  #use() {
    const { optimizer, rate, batch, penalty } = this.#settings;
    this.#engine.call('Plane.Use', optimizer, rate, batch, penalty);
    return this.#refresh();
  }

  /** Changes the points. */
  async #change(method, ...args) {
    if (method !== 'Plane.Draw')
      this.#find('data').value = 'own';
    this.#engine.call(method, ...args);
    this.#points = await this.#engine.floats('Plane.Points');
    await this.#refresh();
  }

  async #step() {
    this.#loop.stop();
    this.#before = this.#parameters;
    this.#engine.call('Plane.Train', 1, 0);
    await this.#refresh();
    if (!this.#network)
      return;
    this.#find('announce').textContent = `Step ${this.#last[0]}, loss ${number(this.#last[2])}`;
  }

  /** A slice of the training, and what can be seen of it. */
  async #train() {
    const steps = Number(this.#find('speed').value);
    const look = await this.#look(steps ? this.#engine.floats('Plane.Train', steps, 12) : this.#engine.floats('Plane.Train', 1e6, 25), whileRunning);
    if (!this.#loop.running || !look)
      return false;
    this.#before = this.#parameters;
    this.#show(look);
    if (performance.now() - this.#detailed > detailsEvery) {
      await this.#details();
      this.#detailed = performance.now();
    }
    return this.#points.length > 0 && !this.#last[4];
  }

  /** Shows everything as it is. */
  async #refresh() {
    const look = await this.#look(this.#engine.floats('Plane.State'), atRest);
    if (!look)
      return;
    this.#show(look);
    await this.#details();
  }

  /** What can be seen of the network; nothing where it is another one meanwhile. */
  async #look(state, [ofUnits, ofNetwork]) {
    const engine = this.#engine, network = this.#network;
    const look = await Promise.all([state, engine.floats('Plane.Parameters'), engine.call('Plane.Surfaces', ofUnits), engine.call('Plane.Surface', ofNetwork)]);
    return network === this.#network && this.#graphed === network ? look : null;
  }

  #show([state, parameters, units, surface]) {
    const [steps, epochs, loss, accuracy, diverged] = state;
    if (loss > 0 && steps !== this.#last?.[0])
      this.#curve.add(steps, [loss]);
    this.#last = state;
    this.#parameters = parameters;
    this.#graph.surfaces(units);
    this.#graph.weights(parameters);
    paintSurface(this.#find('surface'), surface);
    this.#find('progress').textContent = `step ${steps.toLocaleString('en')} · epoch ${epochs.toLocaleString('en')}`;
    this.#find('loss').textContent = diverged ? 'no longer finite: the steps are too long' : Number.isNaN(loss) ? 'no points yet' : `${number(loss)} · ${percent(accuracy)} on the right side`;
  }

  /** The numbers of the chosen unit, and the batch to come. */
  async #details() {
    const { layer, unit, input } = this.#numbers.chosen, parameters = this.#parameters;
    if (!parameters)
      return;
    const answer = await this.#engine.floats('Plane.Explain', layer, unit, input, this.#numbers.row), chosen = this.#numbers.chosen;
    // Meanwhile there may be another network, or another unit.
    if (parameters !== this.#parameters || layer !== chosen.layer || unit !== chosen.unit || input !== chosen.input)
      return;
    const [rows, row] = answer, from = 2 + rows, batch = [...answer.subarray(2, from)];
    const [gradients, terms, numbers] = [[from, parameters.length], [from + parameters.length, 2 * rows], [from + parameters.length + 2 * rows]]
      .map(([start, length]) => answer.subarray(start, length && start + length));
    this.#numbers.row = row;
    this.#numbers.weights({ parameters, gradients, before: this.#before, settings: this.#settings, points: this.#points, batch });
    this.#numbers.formulas(terms, numbers);
    drawPoints(this.#find('points'), this.#points, new Set(3 * rows < this.#points.length ? batch : []));
  }

  #choose(weight) {
    this.#numbers.choose(weight);
    this.#graph.choose(weight);
    this.#details();
  }

  #through(by) {
    this.#numbers.row += by;
    this.#details();
  }

  #shown(running) {
    this.#find('train').textContent = running ? 'Pause' : 'Train';
    this.#find('train').setAttribute('aria-pressed', String(running));
    if (this.#last)
      this.#find('announce').textContent = `${running ? 'Training' : 'Paused'} at step ${this.#last[0]}, loss ${number(this.#last[2])}`;
    if (!running && this.#parameters)
      this.#refresh();
  }

  #repaint() {
    this.#graph.repaint();
    this.#refresh();
  }

  #find(id) {
    return this.#root.querySelector(`#${id}`);
  }
}
