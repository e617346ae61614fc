import { clearCache, prepareWithSegments, setLocale } from '@chenglou/pretext';
import type { PreparedTextWithSegments } from '@chenglou/pretext';

/** How many prepared texts are kept; a design of 500 texts re-wraps without measuring. */
const keptPreparations = 2000;

const preparations = new Map<string, PreparedTextWithSegments>();
let currentLanguage: string | null = null;
let generation = 0;

/**
 * The measured segments of a text, from the cache or new. Wrapping it to another width is arithmetic.
 * The host must offer `OffscreenCanvas` (browsers do; the painter installs one in Node).
 */
export function prepareText(
  text: string,
  font: string,
  letterSpacing: number,
  language: string,
): PreparedTextWithSegments {
  const key = `${language}\u0000${font}\u0000${letterSpacing}\u0000${text}`;
  const known = preparations.get(key);
  if (known) {
    preparations.delete(key);
    preparations.set(key, known);
    return known;
  }
  if (currentLanguage !== language) {
    // Changing the language drops pretext's own width cache, so it happens only where it must.
    setLocale(language);
    currentLanguage = language;
  }
  const prepared = prepareWithSegments(text, font, { whiteSpace: 'pre-wrap', letterSpacing });
  preparations.set(key, prepared);
  if (preparations.size > keptPreparations) {
    const oldest = preparations.keys().next();
    if (!oldest.done) preparations.delete(oldest.value);
  }
  return prepared;
}

/** Forgets all measured widths; call it when a font has arrived, because older widths are another font's. */
export function forgetTextMeasures(): void {
  generation += 1;
  preparations.clear();
  clearCache();
}

/** Changes whenever measures were forgotten: a layout from an earlier generation is not to be used. */
export function measureGeneration(): number {
  return generation;
}
