import { clipFormat } from '#shared/clip/document.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';
import { keepRange } from '#shared/clip/edit/operations/remove.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import { newId } from '#shared/domain/id.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';

/** Seconds; a range that is shorter was cut away since it was set. */
const least = 1e-3;

/** The part of an edit that a render is of; the edit itself for the whole. What is cut has no range any more. */
function partOf(edit: ClipEdit, wanted: Pick<RenderWanted, 'range'>): ClipEdit {
  const { range, ...rest } = edit;
  if (!wanted.range || !range) return edit;
  const end = editDuration(edit);
  const [from, to] = [Math.max(0, range.from), Math.min(range.to, end)];
  if (to - from < least || (from < least && end - to < least)) return edit;
  const part = keepRange(rest, { from, to }, newId);
  const { cover } = part;
  if (cover?.kind !== 'frame') return part;
  // A frame beside the part: the nearest one inside it.
  const at = Math.min(Math.max(0, (edit.cover?.kind === 'frame' ? edit.cover.at : from) - from), to - from);
  return { ...part, cover: { kind: 'frame', at } };
}

/** The edit of a saved document as a render takes it. @throws GalleyError for a document that cannot be read */
export function wantedEdit(document: unknown, wanted: Pick<RenderWanted, 'range'>): ClipEdit {
  return partOf(readDocument(clipFormat, document).body, wanted);
}

/** The document as it is kept with a render; doing it again changes nothing. */
export function wantedDocument(document: unknown, wanted: Pick<RenderWanted, 'range'>): unknown {
  return wanted.range ? writeDocument(clipFormat, wantedEdit(document, wanted)) : document;
}
