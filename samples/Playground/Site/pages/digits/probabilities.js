import { largest, percent } from '../../shared/numbers.js';

/** The ten probabilities: each is a bar and a button that says "it is this one". */
export class Probabilities {
  #rows;

  constructor(root, onTeach) {
    this.#rows = Array.from({ length: 10 }, (_, digit) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'number';
      button.dataset.digit = digit;
      button.innerHTML = '<span></span><span class="track"><span class="bar"></span></span><output></output>';
      button.firstChild.textContent = digit;
      button.addEventListener('click', () => onTeach(digit));
      root.append(button);
      return { button, bar: button.querySelector('.bar'), output: button.querySelector('output') };
    });
  }

  show(probabilities) {
    const best = probabilities && largest(probabilities);
    this.#rows.forEach(({ button, bar, output }, digit) => {
      const part = probabilities?.[digit] ?? 0;
      button.disabled = !probabilities;
      button.classList.toggle('best', digit === best);
      button.setAttribute('aria-label', `It is a ${digit}${probabilities ? ` (now ${percent(part)})` : ''}`);
      bar.style.transform = `scaleX(${part})`;
      output.textContent = probabilities ? percent(part) : '';
    });
  }

  /** Marks the digit that is being taught; null for none. */
  want(digit) {
    this.#rows.forEach(({ button }, i) => button.classList.toggle('wanted', i === digit));
  }
}
