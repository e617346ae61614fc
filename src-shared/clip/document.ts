import { z } from 'zod';
import { type DocumentFormat, readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { assetsOfEdit, designsOfEdit, editDuration, placeSegments } from './edit/layout.ts';
import { type ClipEdit, clipEditSchema } from './edit/schema.ts';
import { clipCropSchema } from './edit/segment.ts';

/** Version 1: one recording, its kept parts, one crop. */
const firstShape = z.looseObject({
  source: z.string().min(1),
  segments: z.array(z.looseObject({ id: z.string(), from: z.number(), to: z.number() })),
  coverAt: z.number().min(0).optional(),
  crop: clipCropSchema.optional(),
});

/** Seconds on the timeline of a time of the recording; the nearest there is when that part was cut away. */
function onTimeline(edit: ClipEdit, seconds: number): number {
  let nearest = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const { segment, start } of placeSegments(edit)) {
    if (segment.kind !== 'clip') continue;
    const inside = Math.min(Math.max(seconds, segment.from), segment.to);
    if (Math.abs(inside - seconds) >= distance) continue;
    [nearest, distance] = [start + inside - segment.from, Math.abs(inside - seconds)];
  }
  return nearest;
}

/** A body that is none of version 1 is handed on as it is: the schema refuses it with a sentence. */
function fromFirst(body: unknown): unknown {
  const first = firstShape.safeParse(body);
  if (!first.success) return body;
  const { source, segments, coverAt, crop, ...rest } = first.data;
  const edit: ClipEdit = {
    ...rest,
    segments: segments.map((segment) => ({
      ...segment,
      kind: 'clip' as const,
      source,
      ...(crop ? { picture: { crop } } : {}),
    })),
  };
  return coverAt === undefined ? edit : { ...edit, cover: { kind: 'frame', at: onTimeline(edit, coverAt) } };
}

/** How edit lists are saved and read. Version 2 has many sources, other tracks, looks and speeds. */
export const clipFormat: DocumentFormat<ClipEdit> = {
  kind: 'clip',
  version: 2,
  migrations: { 1: fromFirst },
  schema: clipEditSchema,
  // An edit list is made by us: one that does not fit is refused with a sentence, not guessed at.
  repair: (body) => ({ body, notes: [] }),
};

/** The edit that keeps the whole recording. Seconds. */
export function wholeClip(assetId: string, duration: number): unknown {
  return writeDocument(clipFormat, {
    segments: [{ id: 'segment-1', kind: 'clip', source: assetId, from: 0, to: Math.max(duration, 0.001) }],
  });
}

/** What lists need to know of a saved edit. `duration` in seconds, from in point to out point where they are set. */
export function describeClip(edit: unknown): {
  duration: number;
  assetIds: string[];
  designIds: string[];
  readOnly: boolean;
} {
  const { body, readOnly } = readDocument(clipFormat, edit);
  return {
    duration: body.range ? Math.min(body.range.to, editDuration(body)) - body.range.from : editDuration(body),
    assetIds: assetsOfEdit(body),
    designIds: designsOfEdit(body),
    readOnly: readOnly !== null,
  };
}
