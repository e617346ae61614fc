import { call, mediaUrl } from '#renderer/bridge/client.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { registerFontFamilies, resolveFontFamily } from '#shared/design/fonts.ts';
import { familiesOfDesign } from '#shared/design/text/families.ts';
import { forgetTextMeasures } from '#shared/design/text/preparation.ts';

export type Font = CallOutput<'designs.fonts'>[number];

let list: Promise<Font[]> | null = null;
const loading = new Map<string, Promise<void>>();
/** Families that were asked for and have come, as far as the studio has them. */
const ready = new Set<string>();
const listeners = new Set<() => void>();

/** The faces that the studio ships and those that the user brought, asked once until `forgetFonts`. */
export function listFonts(): Promise<Font[]> {
  list ??= call('designs.fonts', {}).then(
    (fonts) => {
      registerOwn(fonts);
      return fonts;
    },
    (error: unknown) => {
      list = null;
      throw error;
    },
  );
  return list;
}

/** Makes the user's own families known to layout. */
function registerOwn(fonts: readonly Font[]): void {
  const own = Map.groupBy(
    fonts.filter((font) => font.own),
    (font) => font.family,
  );
  registerFontFamilies(
    [...own].map(([family, faces]) => ({
      family,
      ascent: faces[0]?.ascent ?? 0.88,
      descent: faces[0]?.descent ?? 0.12,
      weights: faces.map((face) => face.weight),
    })),
  );
}

/** Asks for the list anew: a font was brought or removed. */
export function forgetFonts(): void {
  list = null;
  ready.clear();
}

function loadFace(font: Font): Promise<void> {
  const known = loading.get(font.id);
  if (known) return known;
  const face = new FontFace(font.family, `url("${mediaUrl(font.url)}")`, {
    weight: String(font.weight),
    style: font.style,
  });
  const loaded = face.load().then((ready) => {
    document.fonts.add(ready);
    forgetTextMeasures();
  });
  loaded.catch(() => loading.delete(font.id));
  loading.set(font.id, loaded);
  return loaded;
}

/** Families that stand in for others, so that every layout needs them (see `canvasFont`). */
const always = ['Noto Sans SC', 'Inter'];

/** Loads the faces of some families and those that stand in; layout before that would be another font's. */
export async function loadFamilies(families: Iterable<string>): Promise<void> {
  const wanted = new Set([...always, ...[...families].map(resolveFontFamily)]);
  const fonts = await listFonts();
  await Promise.all(fonts.filter((font) => wanted.has(font.family)).map(loadFace));
  const fresh = [...wanted].filter((family) => !ready.has(family));
  for (const family of fresh) ready.add(family);
  if (fresh.length > 0) for (const listener of listeners) listener();
}

/** Whether texts in these families can be measured now. */
export function areLoaded(families: Iterable<string>): boolean {
  return [...families].every((family) => ready.has(resolveFontFamily(family)));
}

/** Told when fonts have come: what was painted without them is to be painted anew. */
export function onFonts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The families that a design needs: of its texts and their runs, and colour emoji (25 MB) only when it has some. */
export function familiesOf(body: DesignBody): Set<string> {
  return familiesOfDesign(body);
}
