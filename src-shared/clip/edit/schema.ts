import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';
import { captionTrackSchema } from './captions.ts';
import { frameFits, segmentSchema, soundShape } from './segment.ts';

/** Seconds on the timeline. */
const time = z.number().min(0).max(360_000);
const source = z.string().min(1);

const moveKinds = ['none', 'fade', 'slide-left', 'slide-right', 'slide-up', 'slide-down', 'zoom'] as const;

/** How something comes and goes; a slide to the left comes from the right and leaves to the left. */
export const moveSchema = z.object({ kind: z.enum(moveKinds), seconds: z.number().min(0).max(5) });
export type Move = z.infer<typeof moveSchema>;

/** What lies over the main track; seconds on the timeline, `to` exclusive. Later ones lie in front. */
export const overlaySchema = z
  .looseObject({
    id: z.string().min(1),
    name: z.string().max(200).optional(),
    /** A page of a design (its paper left out when `cutOut`), or a picture of the library. */
    kind: z.enum(['design', 'image']),
    source,
    page: z.string().nullable().optional(),
    cutOut: z.boolean().optional(),
    from: time,
    to: time,
    /** Left edge, top edge and width in parts of the frame; the height follows. */
    x: z.number().min(-2).max(2),
    y: z.number().min(-2).max(2),
    width: z.number().gt(0).max(4),
    /** 0 to 1. */
    opacity: z.number().min(0).max(1).optional(),
    enter: moveSchema.optional(),
    leave: moveSchema.optional(),
    /** What it was added as; decides how long it stays by default and its icon. */
    role: z.enum(['title', 'lower-third', 'end-card', 'watermark', 'sticker']).optional(),
    hidden: z.boolean().optional(),
  })
  .refine((overlay) => overlay.to > overlay.from, { message: 'An overlay must end after it starts.' });
export type Overlay = z.infer<typeof overlaySchema>;

/** Music, a voice or an effect beside the sound of the main track. */
export const soundItemSchema = z
  .looseObject({
    id: z.string().min(1),
    name: z.string().max(200).optional(),
    source,
    /** Seconds on the timeline at which it starts. */
    at: time,
    /** Seconds of the sound file, `to` exclusive. */
    from: time,
    to: time,
    ...soundShape,
    /** Plays again until the timeline ends. */
    loop: z.boolean().optional(),
    role: z.enum(['music', 'voice', 'effect']),
    /** Decibels (negative) by which it yields while the main track or a voice is heard; null or absent: it does not. */
    duck: z.number().min(-40).max(0).nullable().optional(),
  })
  .refine((item) => item.to > item.from, { message: 'A sound must end after it starts.' });
export type SoundItem = z.infer<typeof soundItemSchema>;

export const markerSchema = z.looseObject({
  id: z.string().min(1),
  at: time,
  name: z.string().max(200),
  colour: z.enum(['blue', 'green', 'yellow', 'red', 'purple']).optional(),
});
export type Marker = z.infer<typeof markerSchema>;

/** The still that stands for the clip. */
export const coverSchema = z.discriminatedUnion('kind', [
  /** A frame of the finished clip, seconds on the timeline. */
  z.object({ kind: z.literal('frame'), at: time }),
  z.object({ kind: z.literal('design'), design: source, page: z.string().nullable().optional() }),
  z.object({ kind: z.literal('image'), source }),
]);
export type Cover = z.infer<typeof coverSchema>;

/** The frame of the finished clip, in pixels. Absent: the first recording as it is shown. */
export const clipFrameSchema = z.looseObject({
  width: z.int().min(16).max(8192),
  height: z.int().min(16).max(8192),
  /** `platform/format` whose safe areas are shown, or ''. */
  format: z.string().optional(),
});
export type ClipFrame = z.infer<typeof clipFrameSchema>;

/** A scene of a text that was made into a clip; see `src-shared/clip/story`. */
export const sceneSchema = z.looseObject({
  id: z.string().min(1),
  /** The words of the text that it shows. */
  text: z.string().max(5000),
  /** The segment and the caption cue that it made; either may have been deleted since. */
  segment: z.string(),
  cue: z.string(),
  /** Seconds and words as they were made: what differs from them today was edited, and is kept. */
  made: z.object({ seconds: z.number(), words: z.string() }),
});
export type Scene = z.infer<typeof sceneSchema>;

export const storySchema = z.looseObject({
  text: z.string().max(100_000),
  scenes: z.array(sceneSchema).max(500),
});

/**
 * The edit decision list, version 2: one main track of segments without gaps, and what lies beside it. All lists but
 * `overlays` are in order of time. Unknown fields are kept.
 */
export const clipEditSchema = z.looseObject({
  segments: z.array(segmentSchema).max(2000),
  frame: clipFrameSchema.optional(),
  /** How pictures of another shape fill the frame; absent: `crop`. */
  fit: z.enum(frameFits).optional(),
  /** Behind `pad`; absent: black. */
  colour: colourSchema.optional(),
  overlays: z.array(overlaySchema).max(500).optional(),
  captions: z.array(captionTrackSchema).max(10).optional(),
  sounds: z.array(soundItemSchema).max(500).optional(),
  markers: z.array(markerSchema).max(1000).optional(),
  cover: coverSchema.nullable().optional(),
  /**
   * In and out points, seconds on the timeline: what is looped, cut without rendering and handed to a post. Rendering
   * keeps the whole timeline unless asked for this part alone. null or absent: the whole.
   */
  range: z.object({ from: time, to: time }).nullable().optional(),
  /** The sound of the whole main track is off. */
  muted: z.boolean().optional(),
  /** Loudness of the whole: LUFS and dBTP. null or absent: as it is. */
  loudness: z
    .object({ lufs: z.number().min(-36).max(-5), peak: z.number().min(-9).max(0) })
    .nullable()
    .optional(),
  story: storySchema.nullable().optional(),
});
export type ClipEdit = z.infer<typeof clipEditSchema>;

/** The JSON Schema of an edit list, for people and tools that write them (`galley clip schema`). */
export function clipJsonSchema(): object {
  return z.toJSONSchema(clipEditSchema, { io: 'input' });
}
