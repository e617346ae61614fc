import type { Bilingual } from '#shared/contract/failure.ts';
import { columnsIn, fillRuns, fillText } from '#shared/design/merge-text.ts';
import type { TextRun } from '#shared/design/layers/text.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignBody, DesignNode, Variant } from '#shared/design/schema.ts';

/** A place of a design that a column of a table fills. */
export interface BoundField {
  layerId: string;
  kind: 'text' | 'picture' | 'colour';
  column: string;
}

/** Why a row cannot be merged. */
export interface MergeProblem {
  layerId: string;
  column: string;
  message: Bilingual;
}

/** The asset for the name of a picture file as a cell has it, or null. */
export type PictureLookup = (name: string) => string | null;

/** Fields of a layer that may name columns in their words. */
const wordFields = ['text', 'value', 'altText'] as const;

function wordsOf(fields: Readonly<Record<string, unknown>>): string[] {
  return wordFields.flatMap((name) => {
    const words = fields[name];
    return typeof words === 'string' ? [words] : [];
  });
}

/** Every place of the design that a table fills: words with {{column}}, bound pictures and bound colours. */
export function boundFields(body: DesignBody): BoundField[] {
  const variants = Object.values(body.variants ?? {});
  return Object.values(body.nodes).flatMap((node): BoundField[] => {
    const everywhere = [node, ...variants.map((variant) => variant.overrides[node.id] ?? {})];
    const columns = new Set(everywhere.flatMap(wordsOf).flatMap(columnsIn));
    const fields: BoundField[] = [...columns].map((column) => ({ layerId: node.id, kind: 'text', column }));
    if (node.bound?.picture) fields.push({ layerId: node.id, kind: 'picture', column: node.bound.picture });
    if (node.bound?.colour) fields.push({ layerId: node.id, kind: 'colour', column: node.bound.colour });
    return fields;
  });
}

/** Columns are the same without regard to case and to spaces around them. */
function key(column: string): string {
  return column.normalize('NFC').trim().toLowerCase();
}

/** Columns that the design asks for and the table lacks, and those of the table that nothing asks for. */
export function checkColumns(
  body: DesignBody,
  columns: readonly string[],
): { missing: string[]; unused: string[] } {
  const asked = new Map(boundFields(body).map(({ column }) => [key(column), column]));
  const there = new Set(columns.map(key));
  return {
    missing: [...asked].filter(([name]) => !there.has(name)).map(([, column]) => column),
    unused: columns.filter((column) => !asked.has(key(column))),
  };
}

/** `#rgb`, `#rrggbb` or `#rrggbbaa`, the sign optional, as the schema has it; null for anything else. */
function colourOf(cell: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(cell.trim())?.[1];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}

function withColour(node: DesignNode, colour: string): DesignNode {
  switch (node.type) {
    case 'text':
      return { ...node, colour, ...(node.fill ? { fill: null } : {}) };
    case 'qr':
      return { ...node, colour };
    case 'line':
      return { ...node, stroke: colour };
    case 'image':
    case 'group':
      return node;
    default:
      return { ...node, fill: colour };
  }
}

function withPicture(node: DesignNode, assetId: string): DesignNode {
  if (node.type === 'image') {
    // Crop, focus and the like were chosen for the other picture.
    const { focus: _focus, straighten: _straighten, originalAssetId: _original, ...rest } = node;
    return { ...rest, assetId, crop: { x: 0, y: 0, width: 1, height: 1 } };
  }
  if (!('fill' in node)) return node;
  const { fill } = node as { fill?: Fill | null };
  const before = typeof fill === 'object' && fill?.kind === 'picture' ? fill : null;
  const focus = { x: 0.5, y: 0.5 };
  return { ...node, fill: { kind: 'picture', fit: 'cover', ...before, assetId, focus } } as DesignNode;
}

type Fields = Record<string, unknown>;

/** A layer, or what a size overrides of it, with the words of a row. Untouched ones come back as they were. */
function withWords<Of extends object>(fields: Of, valueOf: (column: string) => string | null): Of {
  const source = fields as Fields;
  if (wordsOf(source).every((words) => columnsIn(words).length === 0)) return fields;
  const filled: Fields = { ...source };
  for (const name of wordFields) {
    const words = source[name];
    if (typeof words === 'string') filled[name] = fillText(words, valueOf);
  }
  if (Array.isArray(source.runs) && typeof source.text === 'string')
    filled.runs = fillRuns(source.text, source.runs as TextRun[], valueOf);
  return filled as Of;
}

/** What a size has of its own follows the row too; its picture of a bound layer gives way to the row's. */
function mergeVariant(
  variant: Variant,
  nodes: Readonly<Record<string, DesignNode>>,
  valueOf: (column: string) => string | null,
): Variant {
  const overrides: Record<string, Fields> = {};
  let touched = false;
  for (const [id, fields] of Object.entries(variant.overrides)) {
    let next = withWords(fields, valueOf);
    if (nodes[id]?.bound?.picture && 'assetId' in next) {
      const { assetId: _assetId, crop: _crop, focus: _focus, ...rest } = next;
      next = rest;
    }
    overrides[id] = next;
    touched ||= next !== fields;
  }
  return touched ? { ...variant, overrides } : variant;
}

/**
 * The design with the cells of one row in its bound fields. An empty cell empties words, and leaves a picture or
 * a colour as it is in the design. With problems the body is only good for a preview. Pure; a design without
 * bound fields comes back as it is.
 * @param lookup finds a picture by its file name
 */
export function mergeRow(
  body: DesignBody,
  columns: readonly string[],
  row: readonly string[],
  lookup: PictureLookup,
): { body: DesignBody; problems: MergeProblem[] } {
  const cells = new Map(columns.map((column, index) => [key(column), row[index] ?? '']));
  const valueOf = (column: string): string | null => cells.get(key(column)) ?? null;
  const fields = boundFields(body);
  if (fields.length === 0) return { body, problems: [] };
  const problems: MergeProblem[] = [];
  const nodes = { ...body.nodes };
  for (const { layerId, kind, column } of fields) {
    const node = nodes[layerId];
    const cell = valueOf(column)?.trim();
    const report = (en: string, zh: string) => problems.push({ layerId, column, message: { en, zh } });
    if (!node || kind === 'text') {
      if (cell === undefined) report(`The table has no column “${column}”.`, `表格中没有“${column}”列。`);
    } else if (cell === undefined) {
      report(`The table has no column “${column}”.`, `表格中没有“${column}”列。`);
    } else if (cell !== '' && kind === 'picture') {
      const assetId = lookup(cell);
      if (assetId === null)
        report(
          `There is no picture “${cell}” (column “${column}”).`,
          `找不到图片“${cell}”（“${column}”列）。`,
        );
      else nodes[layerId] = withPicture(node, assetId);
    } else if (cell !== '') {
      const colour = colourOf(cell);
      if (colour === null)
        report(
          `“${cell}” is no colour such as #d9432f (column “${column}”).`,
          `“${cell}”不是如 #d9432f 的颜色（“${column}”列）。`,
        );
      else nodes[layerId] = withColour(node, colour);
    }
  }
  for (const [id, node] of Object.entries(nodes)) nodes[id] = withWords(node, valueOf);
  const variants =
    body.variants &&
    Object.fromEntries(
      Object.entries(body.variants).map(([id, variant]) => [id, mergeVariant(variant, body.nodes, valueOf)]),
    );
  return { body: { ...body, nodes, ...(variants ? { variants } : {}) }, problems };
}

/** Finds pictures by file name without regard to case, with or without the extension; the first one given wins. */
export function pictureLookup(pictures: readonly { name: string; assetId: string }[]): PictureLookup {
  const whole = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const { name, assetId } of pictures) {
    const full = key(name);
    const stem = full.replace(/\.[^.]+$/, '');
    if (!whole.has(full)) whole.set(full, assetId);
    if (!stems.has(stem)) stems.set(stem, assetId);
  }
  return (name) => {
    const wanted = key(name.replaceAll('\\', '/').split('/').at(-1) ?? '');
    return whole.get(wanted) ?? stems.get(wanted) ?? null;
  };
}
