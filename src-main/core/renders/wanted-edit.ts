import { clipFormat } from '#shared/clip/document.ts';
import { inToOut } from '#shared/clip/edit/in-to-out.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import { newId } from '#shared/domain/id.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';

/** The part of an edit that a render is of; the edit itself for the whole. */
const partOf = (edit: ClipEdit, wanted: Pick<RenderWanted, 'range'>): ClipEdit =>
  wanted.range ? inToOut(edit, newId) : edit;

/** The edit of a saved document as a render takes it. @throws GalleyError for a document that cannot be read */
export function wantedEdit(document: unknown, wanted: Pick<RenderWanted, 'range'>): ClipEdit {
  return partOf(readDocument(clipFormat, document).body, wanted);
}

/** The document as it is kept with a render; doing it again changes nothing. */
export function wantedDocument(document: unknown, wanted: Pick<RenderWanted, 'range'>): unknown {
  return wanted.range ? writeDocument(clipFormat, wantedEdit(document, wanted)) : document;
}
