import { call, mediaUrl } from '#renderer/bridge/client.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { forgetTextMeasures } from '#shared/design/text/preparation.ts';

export type Font = CallOutput<'designs.fonts'>[number];

let list: Promise<Font[]> | null = null;
const loading = new Map<string, Promise<void>>();

/** The faces that the studio ships, asked once per window. */
export function listFonts(): Promise<Font[]> {
  list ??= call('designs.fonts', {}).catch((error: unknown) => {
    list = null;
    throw error;
  });
  return list;
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
const always = new Set(['Noto Sans SC', 'Inter']);

/** Loads the faces of some families and those that stand in; layout before that would be another font's. */
export async function loadFamilies(families: Iterable<string>): Promise<void> {
  const wanted = new Set([...always, ...families]);
  const fonts = await listFonts();
  await Promise.all(fonts.filter((font) => wanted.has(font.family)).map(loadFace));
}

export function familiesOf(body: DesignBody): Set<string> {
  const texts = Object.values(body.nodes).filter((node) => node.type === 'text');
  return new Set(texts.map((node) => node.fontFamily));
}
