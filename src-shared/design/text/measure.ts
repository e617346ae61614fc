/** The part of a 2D context that measuring needs. */
interface MeasuringContext {
  font: string;
  letterSpacing: string;
  lang?: string;
  measureText: (text: string) => { width: number };
}

interface MeasuringHost {
  OffscreenCanvas?: new (
    width: number,
    height: number,
  ) => { getContext: (kind: '2d') => MeasuringContext | null };
}

let context: MeasuringContext | null = null;

function contextOf(): MeasuringContext {
  if (context) return context;
  const { OffscreenCanvas } = globalThis as MeasuringHost;
  const made = OffscreenCanvas && new OffscreenCanvas(1, 1).getContext('2d');
  if (!made) throw new Error('Text is measured before a canvas is there.');
  context = made;
  return made;
}

/** Longer strings are measured anew: single characters and words are what comes again and again. */
const longestKept = 24;
const mostKept = 50_000;
const kept = new Map<string, number>();

/** Forgets all widths; a font has arrived. */
export function forgetWidths(): void {
  kept.clear();
}

/** How far a string moves the pen, in px, with the spacing after each of its characters. */
export function measureWidth(text: string, font: string, letterSpacing: number, language: string): number {
  if (text === '') return 0;
  const key = `${language}\u0000${letterSpacing}\u0000${font}\u0000${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const measuring = contextOf();
  measuring.font = font;
  measuring.letterSpacing = `${letterSpacing}px`;
  measuring.lang = language;
  const { width } = measuring.measureText(text);
  if (text.length > longestKept) return width;
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, width);
  return width;
}
