import { sumCounter } from './counter.ts';

/** Xiaohongshu titles: a UTF-16 unit above U+007F is one, others a half; rounded up. */
export const xhsTitle = sumCounter({
  unit: 'xhs-title',
  walk: (text, visit) => {
    for (let index = 0; index < text.length; index++) visit(index, text.charCodeAt(index) > 127 ? 2 : 1);
  },
  total: (halves) => Math.ceil(halves / 2),
});
