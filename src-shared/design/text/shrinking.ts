import type { TextLayout, TextToLayOut } from '#shared/design/text/layout.ts';

/** Sizes are tried in steps of 2.5 %. */
const steps = 40;

/** Rather a word in two pieces than letters smaller than this share. */
const smallestForWholeWords = 16;

/** A text with all its sizes multiplied with one factor. */
function scaled(node: TextToLayOut, factor: number): TextToLayOut {
  return {
    ...node,
    fontSize: node.fontSize * factor,
    letterSpacing: node.letterSpacing * factor,
    ...(node.paragraphSpacing !== undefined && { paragraphSpacing: node.paragraphSpacing * factor }),
    ...(node.runs && {
      runs: node.runs.map((run) => ({
        ...run,
        ...(run.fontSize !== undefined && { fontSize: run.fontSize * factor }),
        ...(run.letterSpacing !== undefined && { letterSpacing: run.letterSpacing * factor }),
        ...(run.baseline !== undefined && { baseline: run.baseline * factor }),
      })),
    }),
  };
}

const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;

function breaksWord(node: TextToLayOut, layout: TextLayout): boolean {
  return layout.lines.some(
    ({ end }) => letter.test(node.text[end - 1] ?? '') && letter.test(node.text[end] ?? ''),
  );
}

/**
 * The layout at the largest size, in steps of 2.5 % of the asked one, that stays inside the box and keeps
 * words whole; words may break where that would make the letters smaller than 40 %. The smallest size when
 * none fits.
 */
export function shrinkToFit(node: TextToLayOut, layOut: (node: TextToLayOut) => TextLayout): TextLayout {
  const tried = new Map<number, TextLayout>();
  const at = (step: number): TextLayout => {
    const layout = tried.get(step) ?? { ...layOut(scaled(node, step / steps)), scale: step / steps };
    tried.set(step, layout);
    return layout;
  };
  const fits = (step: number, whole: boolean): boolean => {
    const layout = at(step);
    // A hundredth of a px is rounding, not overflow.
    const inside = layout.height <= node.height + 0.01 && layout.width <= node.width + 0.01;
    return inside && !(whole && breaksWord(node, layout));
  };
  const largest = (whole: boolean): number => {
    if (fits(steps, whole)) return steps;
    let low = 1;
    let high = steps;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle, whole)) low = middle;
      else high = middle;
    }
    return low;
  };
  const whole = largest(true);
  return at(whole >= smallestForWholeWords ? whole : largest(false));
}
