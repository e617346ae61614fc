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

/** How far a string moves the pen, in px, with the spacing after each of its characters. */
export function measureWidth(text: string, font: string, letterSpacing: number, language: string): number {
  if (text === '') return 0;
  const measuring = contextOf();
  measuring.font = font;
  measuring.letterSpacing = `${letterSpacing}px`;
  measuring.lang = language;
  return measuring.measureText(text).width;
}
