// The formulas of a network on the plane, line by line as the generator has written them, and the same lines with numbers in the place of names.
// Names: x inputs, z = x W + b, a = s(z), d target; dW is d loss / d W, and so on. W1_0_2 is the weight of layer 1 from input 0 to output 2.

/** What an activation function computes, and what becomes of the gradient on the way back through it. */
const functions = {
  Sigmoid: { forward: z => `sigmoid(${z})`, back: (da, a) => `${da} * (${a} * (1 - ${a}))` },
  Tanh: { forward: z => `tanh(${z})`, back: (da, a) => `${da} * (1 - ${a} * ${a})` },
  ReLU: { forward: z => `${z} <= 0 ? 0 : ${z}`, back: (da, a) => `${a} <= 0 ? 0 : ${da}` },
  SiLU: { forward: z => `${z} * sigmoid(${z})`, back: (da, a, z) => `${da} * (sigmoid(${z}) + ${z} * (sigmoid(${z}) * (1 - sigmoid(${z}))))` },
};

export class Formulas {
  #lines = new Map();
  #sizes;

  /** Whether the lines are those of the generated file, which has them for small networks. */
  written;

  /**
   * @param {object} emitted The methods of the generated file.
   * @param {string} activation That of the hidden layers.
   * @param {number[]} sizes The units of each layer, those of the inputs first.
   */
  constructor(emitted, activation, sizes) {
    this.#sizes = sizes;
    this.written = 'Layers' in emitted;
    if (this.written)
      this.#read(`${emitted.Layers.code}\n${emitted.BackwardRows.code}`);
    else
      this.#derive(functions[activation]);
    this.#lines.set('y_0', `sigmoid(z${sizes.length - 1}_0)`);
  }

  /** The expression on the right of a name, or undefined where there is none. */
  of(name) {
    return this.#lines.get(name);
  }

  /** The statement that computes a name: where it ends with a semicolon, it is one of the generated file. */
  statement(name) {
    return `${name} ${/^d[Wb]/.test(name) ? '+=' : '='} ${this.of(name)}${this.written && name !== 'y_0' ? ';' : ''}`;
  }

  #read(code) {
    for (const statement of code.replace(/\/\/.*$/gm, '').split(';')) {
      const [, name, expression] = statement.trim().replace(/\s+/g, ' ').match(/(?:^|[{}] )(?:Vector128<float> )?(\w+_\d+) \+?= (.+)$/) ?? [];
      // Where the caller gives the gradient of the outputs there is a second way; the loss comes first.
      if (name && !expression.startsWith('default') && !this.#lines.has(name))
        this.#lines.set(name, expression);
    }
  }

  /** Larger networks have loops instead: these are their terms, under the same names. */
  #derive({ forward, back }) {
    const last = this.#sizes.length - 1;
    for (let layer = 1; layer <= last; layer++) {
      const inputs = range(this.#sizes[layer - 1]), next = range(this.#sizes[layer + 1] ?? 0);
      const input = i => layer === 1 ? `x_${i}` : `a${layer - 1}_${i}`;
      for (const j of range(this.#sizes[layer])) {
        const [z, a, da, dz] = ['z', 'a', 'da', 'dz'].map(kind => `${kind}${layer}_${j}`);
        this.#lines.set(z, [`b${layer}_${j}`, ...inputs.map(i => `${input(i)} * W${layer}_${i}_${j}`)].join(' + '));
        for (const i of inputs)
          this.#lines.set(`dW${layer}_${i}_${j}`, `${input(i)} * ${dz}`);
        this.#lines.set(`db${layer}_${j}`, dz);
        if (layer === last) {
          this.#lines.set(dz, `weight * (sigmoid(${z}) - d_${j})`);
          continue;
        }
        this.#lines.set(a, forward(z));
        this.#lines.set(da, next.map(k => `dz${layer + 1}_${k} * W${layer + 1}_${j}_${k}`).join(' + '));
        this.#lines.set(dz, back(da, a, z));
      }
    }
  }
}

/** An expression without what vectors need. */
export function plain(expression) {
  return expression
    .replace(/Vector128\.ConditionalSelect\(Vector128\.LessThanOrEqual\((\w+), Vector128<float>\.Zero\), Vector128<float>\.Zero, (\w+)\)/g, '$1 <= 0 ? 0 : $2')
    .replace(/Vector128<float>\.One/g, '1')
    .replace(/VectorMath\.(\w)(\w*)/g, (_, first, rest) => first.toLowerCase() + rest)
    .replace(/\bp\./g, '');
}

/** An expression with numbers in the place of its names. */
export function filled(expression, valueOf, text) {
  return plain(expression)
    .replace(/\b(?:t1_)?[a-zA-Z]+\d*_\d+(?:_\d+)?\b|\bweight\b/g, name => {
      const number = text(valueOf(name));
      return number.startsWith('−') ? `(${number})` : number;
    })
    .replace(/\(\((−[^()]+)\)\)/g, '($1)').replace(/ \* /g, ' · ').replace(/ - /g, ' − ').replace('<=', '≤');
}

/** The value of an expression under given values of its names. */
export function evaluate(expression, valueOf) {
  const [, condition, otherwise] = plain(expression).match(/^(\w+) <= 0 \? 0 : (\w+)$/) ?? [];
  if (condition)
    return valueOf(condition) <= 0 ? 0 : valueOf(otherwise);
  const tokens = plain(expression).match(/\w+|[-+*()]/g);
  let at = 0;
  const sum = () => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const product = () => {
    let value = factor();
    while (tokens[at] === '*') {
      at++;
      value *= factor();
    }
    return value;
  };
  const factor = () => {
    const token = tokens[at++];
    if (token === '(')
      return bracket();
    if (tokens[at] === '(') {
      at++;
      return call[token](bracket());
    }
    return /^\d/.test(token) ? Number(token) : valueOf(token);
  };
  const bracket = () => {
    const value = sum();
    at++;
    return value;
  };
  return sum();
}

const call = { sigmoid: z => 1 / (1 + Math.exp(-z)), tanh: Math.tanh };

function range(count) {
  return Array.from({ length: count }, (_, i) => i);
}
