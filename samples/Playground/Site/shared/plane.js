// The plane with its points, as the pages that train on it draw it.
import { colour, css, mix, onSchemeChange, paint } from './colours.js';

/** The plane reaches so far from its middle, to each side. */
export const reach = 2;

let shades = null;
onSchemeChange(() => { shades = null; });

/** 256 colours, from that of class 0 over the ground to that of class 1. */
function palette() {
  return shades ??= Array.from({ length: 256 }, (_, shade) => mix(colour('--surface'), colour(shade < 128 ? '--negative' : '--positive'), 0.85 * Math.min(1, Math.abs(shade - 128) / 127)));
}

/** Paints what a unit makes of the plane. @param {Uint8Array} values [size x size], 128 for the middle of the unit's range. */
export function paintSurface(canvas, values) {
  const colours = palette();
  paint(canvas, values, Math.sqrt(values.length), shade => colours[shade]);
}

/** Draws points [x, y, class]; those of the given numbers with a ring. */
export function drawPoints(canvas, points, chosen = new Set()) {
  const { clientWidth: width, clientHeight: height } = canvas, scale = devicePixelRatio;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d'), radius = points.length > 60 * 3 ? 3.5 : 6;
  context.scale(scale, scale);
  for (let i = 0; i < points.length / 3; i++) {
    context.beginPath();
    context.arc((points[3 * i] / reach + 1) / 2 * width, (1 - points[3 * i + 1] / reach) / 2 * height, radius, 0, 2 * Math.PI);
    context.fillStyle = css(colour(points[3 * i + 2] ? '--positive' : '--negative'));
    context.fill();
    context.lineWidth = chosen.has(i) ? 2 : 1.25;
    context.strokeStyle = css(colour(chosen.has(i) ? '--ink' : '--surface'));
    context.stroke();
  }
}
