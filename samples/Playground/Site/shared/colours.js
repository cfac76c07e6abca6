/** Colours of the stylesheet as numbers, for canvases. They change with the scheme of the system. */
const scheme = matchMedia('(prefers-color-scheme: dark)');
let known = new Map();
scheme.addEventListener('change', () => { known = new Map(); });

/** Calls back when the colours have changed; returns what ends that. */
export function onSchemeChange(callback) {
  scheme.addEventListener('change', callback);
  return () => scheme.removeEventListener('change', callback);
}

/** [red, green, blue] of a variable such as --accent. */
export function colour(name) {
  if (!known.has(name)) {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    known.set(name, [1, 3, 5].map(start => parseInt(hex.slice(start, start + 2), 16)));
  }
  return known.get(name);
}

/** A colour as the stylesheet writes it. */
export function css([red, green, blue]) {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}

export function mix(from, to, part) {
  return from.map((channel, i) => channel + (to[i] - channel) * part);
}

/** From --negative at -1 over the ground at 0 to --positive at 1. */
export function signed(value, ground = '--sunken') {
  return mix(colour(ground), colour(value < 0 ? '--negative' : '--positive'), Math.min(1, Math.abs(value)));
}

/** Paints numbers as pixels: the canvas has one pixel for each, and the stylesheet its size on the screen. */
export function paint(canvas, values, columns, toColour) {
  const rows = values.length / columns;
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext('2d');
  const image = context.createImageData(columns, rows);
  values.forEach((value, i) => {
    const [red, green, blue] = toColour(value, i);
    image.data.set([red, green, blue, 255], 4 * i);
  });
  context.putImageData(image, 0, 0);
}

/** The largest absolute value, at least a little more than 0: what values are divided by before they become colours. */
export function extent(values) {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-12);
}
