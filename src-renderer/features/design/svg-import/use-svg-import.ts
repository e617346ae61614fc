import { pickFiles } from '#renderer/commands/import-files.ts';
import { notify, notifyFailure, notifyOffer } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { fontFamilies } from '#shared/design/fonts.ts';
import { commonDefaults } from '#shared/design/layers/common.ts';
import { pathDefaults } from '#shared/design/layers/path.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { removeNodes } from '#shared/design/operations.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { newId } from '#shared/domain/id.ts';
import { useEditor } from '../session/editor.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { fitText } from '../session/layer-boxes.ts';
import { putInFront, share } from '../session/new-layers.ts';
import { readSvg, type ReadText } from './read-svg.ts';
import type { ReadColour } from './svg-gradient.ts';

/** Any colour that CSS knows, as hex, by asking a canvas. */
function browserColour(): ReadColour {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  return (css, opacity) => {
    if (!context || !CSS.supports('color', css)) return null;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    // `fillStyle` reads back what was understood: #rrggbb, or rgba() when it is not opaque.
    const said = context.fillStyle;
    const channels = said.startsWith('#')
      ? [1, 3, 5].map((at) => Number.parseInt(said.slice(at, at + 2), 16))
      : (said.match(/[\d.]+/g) ?? []).map(Number);
    const [red = 0, green = 0, blue = 0, own = 1] = channels;
    const alpha = Math.round(own * opacity * 255);
    if (alpha === 0) return null;
    const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
    return `#${hex(red)}${hex(green)}${hex(blue)}${alpha === 255 ? '' : hex(alpha)}`;
  };
}

function familyOf(name: string): string {
  return fontFamilies.find(({ family }) => family.toLowerCase() === name.toLowerCase())?.family ?? 'Inter';
}

/** A text layer whose anchor stands where the SVG had it. */
function textLayer(
  read: ReadText,
  place: Pick<DesignNode, 'id' | 'order' | 'pageId' | 'parentId'>,
): DesignNode {
  const { kind: _kind, x, y, rotation, fontFamily, ...looks } = read;
  const node: TextNode = fitText({
    ...textDefaults,
    ...looks,
    ...place,
    fontFamily: familyOf(fontFamily),
    lineHeight: 1.2,
    sizing: 'auto-width',
    x: 0,
    y: 0,
  });
  const baseline = layoutText(node).lines[0]?.baseline ?? node.fontSize;
  const anchor = { left: 0, center: node.width / 2, right: node.width }[node.align];
  const radians = (rotation * Math.PI) / 180;
  // The box turns about its middle: what lies between the middle and the anchor turns with it.
  const [dx, dy] = [anchor - node.width / 2, baseline - node.height / 2];
  const middle = {
    x: x - (dx * Math.cos(radians) - dy * Math.sin(radians)),
    y: y - (dx * Math.sin(radians) + dy * Math.cos(radians)),
  };
  return { ...node, x: middle.x - node.width / 2, y: middle.y - node.height / 2, rotation };
}

interface Point {
  x: number;
  y: number;
}

/** Puts an SVG file on the page as one group of paths and texts; answers how many parts were left out. */
export async function placeSvg(store: EditorStore, text: string, name: string, at: Point): Promise<number> {
  const read = readSvg(text, share(store, 0.5), browserColour());
  if (read.layers.length === 0) {
    throw new GalleyError('invalid-input', {
      en: 'This SVG holds nothing that can be edited. Place it as a picture instead.',
      zh: '此 SVG 中没有可编辑的内容。请改为作为图片置入。',
    });
  }
  const families = read.layers.flatMap((each) => (each.kind === 'text' ? [familyOf(each.fontFamily)] : []));
  if (families.length > 0) await loadFamilies(families);
  const { pageId } = store.snapshot();
  const left = at.x - read.width / 2;
  const top = at.y - read.height / 2;
  const groupId = newId();
  const orders = ordersBetween(null, null, read.layers.length);
  const layers = read.layers.map((layer, index): DesignNode => {
    const place = { id: newId(), pageId, parentId: groupId, order: orders[index] ?? 'a0' };
    const node =
      layer.kind === 'text' ? textLayer(layer, place) : { ...pathDefaults, ...withoutKind(layer), ...place };
    return { ...node, x: node.x + left, y: node.y + top };
  });
  const box = { x: left, y: top, width: read.width, height: read.height };
  const group: DesignNode = {
    ...commonDefaults,
    ...box,
    type: 'group',
    id: groupId,
    pageId,
    order: '',
    name,
  };
  putInFront(store, group, layers);
  return read.dropped;
}

function withoutKind<Read extends { kind: string }>({ kind: _kind, ...rest }: Read): Omit<Read, 'kind'> {
  return rest;
}

function isSvg(file: File): boolean {
  return file.type === 'image/svg+xml' || /\.svg$/i.test(file.name);
}

/** Asks for SVG files and puts them on the page as vectors. */
export function useSvgImport(): () => void {
  const { t } = useWords();
  const { store, viewport } = useEditor();
  return () => {
    const run = async (): Promise<void> => {
      for (const file of await pickFiles('.svg,image/svg+xml')) {
        const name = file.name.replace(/\.svg$/i, '');
        const dropped = await placeSvg(store, await file.text(), name, viewport.visibleCentre());
        if (dropped > 0) notify(t('design-elements.svg-dropped', { count: dropped }));
      }
    };
    run().catch(notifyFailure);
  };
}

/**
 * After SVG files were dropped and placed as pictures: offers to take the last one over as vectors instead.
 * `pictureId` is its layer.
 */
export function offerVectors(
  store: EditorStore,
  files: readonly File[],
  pictureId: string | undefined,
  t: (key: string, values?: Record<string, string | number>) => string,
): void {
  const file = files.findLast(isSvg);
  if (!file || pictureId === undefined) return;
  notifyOffer(t('design-elements.svg-placed'), t('design-elements.svg-edit'), async () => {
    const picture = store.snapshot().body.nodes[pictureId];
    if (!picture) return;
    const middle = { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 };
    const dropped = await placeSvg(store, await file.text(), file.name.replace(/\.svg$/i, ''), middle);
    const { body, selection } = store.snapshot();
    // One step with the placing: the picture comes back when it is undone.
    store.apply(removeNodes(body, [pictureId]), { amend: true, select: selection });
    if (dropped > 0) notify(t('design-elements.svg-dropped', { count: dropped }));
  });
}
