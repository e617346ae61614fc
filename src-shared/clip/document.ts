import { type DocumentFormat, readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { type ClipEdit, clipEditSchema } from './edit.ts';

/** How edit lists are saved and read; version 1 is the first. */
export const clipFormat: DocumentFormat<ClipEdit> = {
  kind: 'clip',
  version: 1,
  migrations: {},
  schema: clipEditSchema,
  // An edit list is small and made by us: one that does not fit is refused with a sentence, not guessed at.
  repair: (body) => ({ body, notes: [] }),
};

/** The edit that keeps the whole recording. Seconds. */
export function wholeClip(assetId: string, duration: number): unknown {
  return writeDocument(clipFormat, {
    source: assetId,
    segments: [{ id: 'segment-1', from: 0, to: Math.max(duration, 0.001) }],
  });
}

/** What lists need to know of a saved edit. */
export function describeClip(edit: unknown): { duration: number; assetIds: string[]; readOnly: boolean } {
  const { body, readOnly } = readDocument(clipFormat, edit);
  const duration = body.segments.reduce((sum, segment) => sum + segment.to - segment.from, 0);
  return { duration, assetIds: [body.source], readOnly: readOnly !== null };
}
