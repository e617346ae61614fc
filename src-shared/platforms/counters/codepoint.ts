import { isSecondHalf, sumCounter } from './counter.ts';

/** Unicode code points. */
export const codepoint = sumCounter({
  unit: 'codepoint',
  walk: (text, visit) => {
    for (let index = 0; index < text.length; index++) visit(index, isSecondHalf(text, index) ? 0 : 1);
  },
});
