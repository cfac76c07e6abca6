import { colour, extent, mix, paint } from '../../shared/colours.js';
import { largest } from '../../shared/numbers.js';

/** The image, and over it the gradient of the answer: blue where ink speaks for it, orange where it speaks against it. */
export function showEvidence(root, { image, probabilities, evidence }, isEmpty) {
  const on = root.querySelector('#evidence').checked && !isEmpty, most = extent(evidence);
  paint(root.querySelector('#seen'), image, 28, (ink, i) => {
    const grey = mix(colour('--sunken'), colour('--ink'), ink);
    if (!on)
      return grey;
    const strength = Math.min(1, 1.6 * Math.abs(evidence[i]) / most);
    return mix(grey, colour(evidence[i] < 0 ? '--negative' : '--positive'), 0.8 * strength);
  });
  root.querySelector('#evidence-text').textContent = on
    ? `Blue: ink here speaks for ${largest(probabilities)}. Orange: against it. The gradient, by each pixel.`
    : '28 × 28 pixels, scaled and centred.';
}
