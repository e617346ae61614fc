import { sumCounter, utf8Bytes } from './counter.ts';

/** Bytes of the UTF-8 encoding (YouTube descriptions); a lone surrogate counts as U+FFFD, three bytes. */
export const utf8Byte = sumCounter({
  unit: 'utf8-byte',
  walk: (text, visit) => {
    for (let index = 0; index < text.length; index++) visit(index, utf8Bytes(text, index));
  },
});
