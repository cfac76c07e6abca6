import { number } from '../../shared/numbers.js';
import { reach } from '../../shared/plane.js';

const stride = 0.1;

/** Points by hand: with the pointer once a colour is chosen, or with the keys on the plane. */
export class Pointing {
  #root;
  #plane;
  #onAdd;
  #which = null;
  #cross = { x: 0, y: 0 };

  /**
   * @param {HTMLElement} root The page.
   * @param {(x: number, y: number, which: number) => void} onAdd Adds a point.
   * @param {() => void} onUndo Takes the last one away.
   */
  constructor(root, onAdd, onUndo) {
    this.#root = root;
    this.#onAdd = onAdd;
    this.#plane = this.#find('plane');
    for (const which of [0, 1])
      this.#find(`add${which}`).addEventListener('click', () => this.add(this.#which === which ? null : which));
    this.#plane.addEventListener('pointerdown', event => this.#down(event));
    this.#plane.addEventListener('pointermove', event => this.#say(this.#place(event)));
    this.#plane.addEventListener('pointerleave', () => { this.#find('under').textContent = ''; });
    this.#plane.addEventListener('keydown', event => this.#key(event, onUndo));
    this.#plane.addEventListener('focus', () => this.#move(0, 0));
    this.#plane.addEventListener('blur', () => { this.#find('cross').hidden = true; });
  }

  /** The class of the points that a click adds; null for none. */
  add(which) {
    this.#which = which;
    for (const each of [0, 1])
      this.#find(`add${each}`).setAttribute('aria-pressed', String(each === which));
    this.#plane.classList.toggle('adding', which !== null);
  }

  #down(event) {
    if (this.#which === null || event.button !== 0)
      return;
    const { x, y } = this.#place(event);
    this.#onAdd(x, y, this.#which);
  }

  #key(event, onUndo) {
    const moves = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, stride], ArrowDown: [0, -stride] };
    if (moves[event.key])
      this.#move(...moves[event.key]);
    else if (event.key === '1' || event.key === '2')
      this.#onAdd(this.#cross.x, this.#cross.y, Number(event.key) - 1);
    else if (event.key === 'Backspace')
      onUndo();
    else
      return;
    event.preventDefault();
  }

  #move(right, up) {
    const inside = number => Math.max(-reach, Math.min(reach, number)), cross = this.#find('cross');
    this.#cross = { x: inside(this.#cross.x + right), y: inside(this.#cross.y + up) };
    cross.hidden = !this.#plane.matches(':focus-visible');
    cross.style.left = `${(this.#cross.x / reach + 1) * 50}%`;
    cross.style.top = `${(1 - this.#cross.y / reach) * 50}%`;
    this.#say(this.#cross);
  }

  #place(event) {
    const box = this.#plane.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width * 2 - 1) * reach, y: (1 - (event.clientY - box.top) / box.height * 2) * reach };
  }

  #say({ x, y }) {
    this.#find('under').textContent = `x_0 = ${number(x)}, x_1 = ${number(y)}`;
  }

  #find(id) {
    return this.#root.querySelector(`#${id}`);
  }
}
