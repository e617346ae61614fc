import { graphemeCounter } from './grapheme.ts';

/** Bluesky's first limit, graphemes; its second one, UTF-8 bytes, is the field's `maxBytes`. */
export const bluesky = graphemeCounter('bluesky');
