const formats = new Map();

/** Numbers as people read them: three digits, a true minus, no exponent where none is needed. */
export function number(value, digits = 3) {
  if (!Number.isFinite(value))
    return String(value);
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential(digits - 2) : format(digits).format(value);
  return text.replaceAll('-', '−');
}

/** To make one takes longer than to use it a hundred times. */
function format(digits) {
  if (!formats.has(digits))
    formats.set(digits, new Intl.NumberFormat('en', { maximumSignificantDigits: digits }));
  return formats.get(digits);
}

export function percent(part) {
  return part > 0.999 && part < 1 ? '99.9 %' : `${(100 * part).toFixed(part > 0 && part < 0.0995 ? 1 : 0)} %`;
}

/** The place of the largest. */
export function largest(values) {
  return values.reduce((best, value, i) => value > values[best] ? i : best, 0);
}

export function norm(values) {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
