import { clearCache, setLocale } from '@chenglou/pretext';
import type { PreparedRichInline } from '@chenglou/pretext/rich-inline';
import { prepareRichInline } from '@chenglou/pretext/rich-inline';
import { forgetWidths } from '#shared/design/text/measure.ts';

/** What is measured of a stretch of text in one font. */
export interface MeasuredItem {
  text: string;
  font: string;
  /** px */
  letterSpacing: number;
}

/** How many prepared paragraphs are kept; a design of 500 texts re-wraps without measuring. */
const keptPreparations = 4000;

const preparations = new Map<string, PreparedRichInline>();
let currentLanguage: string | null = null;
let generation = 0;

/**
 * The measured segments of a paragraph, from the cache or new. Wrapping it to another width is arithmetic.
 * The host must offer `OffscreenCanvas` (browsers do; the painter installs one in Node).
 */
export function prepareParagraph(items: readonly MeasuredItem[], language: string): PreparedRichInline {
  const key = `${language}\u0000${items.map((item) => `${item.font}\u0000${item.letterSpacing}\u0000${item.text}`).join('\u0001')}`;
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
  const prepared = prepareRichInline([...items], { whiteSpace: 'pre-wrap' });
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
  forgetWidths();
  clearCache();
}

/** Changes whenever measures were forgotten: a layout from an earlier generation is not to be used. */
export function measureGeneration(): number {
  return generation;
}
