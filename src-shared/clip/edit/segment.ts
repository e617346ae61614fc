import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';
import { adjustmentsSchema } from '#shared/design/images/adjustments.ts';

/** Seconds. */
const time = z.number().min(0).max(360_000);
const length = z.number().gt(0).max(360_000);

/** Parts of the shown picture, 0 to 1, from the top left corner. */
export const clipCropSchema = z
  .object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().gt(0).max(1),
    height: z.number().gt(0).max(1),
  })
  .refine((crop) => crop.x + crop.width <= 1.000_001 && crop.y + crop.height <= 1.000_001, {
    message: 'The crop reaches beyond the picture.',
  });
export type ClipCrop = z.infer<typeof clipCropSchema>;

/** How a picture of another shape fills the frame: cut off, over its own blurred copy, or on a colour. */
export const frameFits = ['crop', 'blur', 'pad'] as const;
export type FrameFit = (typeof frameFits)[number];

/**
 * What the frame looks at: a point (0 to 1 of the picture, after turning, straightening and cropping) that
 * stays as near to the middle as the edges allow, and how far it is zoomed in. Between two keyframes everything moves evenly.
 */
export const focusKeySchema = z.object({
  /** Seconds from the start of the segment at speed 1 (source time − `from`; for stills time on screen). */
  at: time,
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  /** 1 shows as much as fits, 8 an eighth of its side. */
  zoom: z.number().min(1).max(8).optional(),
});
export type FocusKey = z.infer<typeof focusKeySchema>;

/** The picture of a segment. What is absent changes nothing; `fit` and `colour` are the document's then. */
export const segmentPictureSchema = z.looseObject({
  crop: clipCropSchema.optional(),
  fit: z.enum(frameFits).optional(),
  /** Behind `pad`. */
  colour: colourSchema.optional(),
  /** In order of `at`; one alone is a fixed point. Only `crop` looks at it. */
  focus: z.array(focusKeySchema).max(500).optional(),
  /** Degrees clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  flipX: z.boolean().optional(),
  flipY: z.boolean().optional(),
  /** Degrees clockwise; zoomed in so that no corner shows. */
  straighten: z.number().min(-45).max(45).optional(),
  /**
   * The sliders and looks of photos. A recording takes what each pixel decides by its own colour (see
   * `colourOnly`); sharpening, blur, vignette and grain are left out.
   */
  adjustments: adjustmentsSchema.optional(),
  /** SHA-256 of a look-up table (`.cube`) of the workspace; on the command line a path relative to the edit. */
  lut: z.string().min(1).nullable().optional(),
  stabilise: z.boolean().optional(),
  /** Seconds from and to black. */
  fadeIn: z.number().min(0).max(10).optional(),
  fadeOut: z.number().min(0).max(10).optional(),
});
export type SegmentPicture = z.infer<typeof segmentPictureSchema>;

/** Decibels; −60 and below is silence. */
const gain = z.number().min(-60).max(24);

/** A point of a volume line; between two points decibels change evenly. */
export const envelopePointSchema = z.object({
  /** Seconds from the start of the segment or sound, at speed 1. */
  at: time,
  gain,
});
export type EnvelopePoint = z.infer<typeof envelopePointSchema>;

export const soundShape = {
  /** Decibels. */
  gain: gain.optional(),
  muted: z.boolean().optional(),
  /** In order of `at`. */
  envelope: z.array(envelopePointSchema).max(1000).optional(),
  /** Seconds. */
  fadeIn: z.number().min(0).max(30).optional(),
  fadeOut: z.number().min(0).max(30).optional(),
};

/** The sound of a segment. */
export const segmentSoundSchema = z.looseObject({
  ...soundShape,
  /** Which audio stream of the file, counted from 0; absent: its first. */
  stream: z.int().min(0).max(63).optional(),
});
export type SegmentSound = z.infer<typeof segmentSoundSchema>;

export const transitionKinds = [
  'fade',
  'dip-black',
  'dip-white',
  'slide-left',
  'slide-right',
  'slide-up',
  'slide-down',
  'wipe-left',
  'wipe-right',
  'zoom',
] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** Both segments are on screen for `seconds`, so the timeline gets that much shorter; sound cross-fades. */
export const transitionSchema = z.object({
  kind: z.enum(transitionKinds),
  seconds: z.number().min(0.1).max(3),
});
export type Transition = z.infer<typeof transitionSchema>;

/** Slow movement of a still over its whole time on screen. */
export const stillMotions = [
  'none',
  'zoom-in',
  'zoom-out',
  'pan-left',
  'pan-right',
  'pan-up',
  'pan-down',
] as const;
export type StillMotion = (typeof stillMotions)[number];

const common = {
  id: z.string().min(1),
  name: z.string().max(200).optional(),
  /** How this segment takes over from the one before; the first segment has none. */
  transition: transitionSchema.nullable().optional(),
  picture: segmentPictureSchema.optional(),
};

/** Sources are asset ids of the workspace; on the command line paths relative to the edit file. */
const source = z.string().min(1);

/** A kept part of a recording, `to` exclusive, in seconds of the recording. */
export const recordedSegmentSchema = z.looseObject({
  ...common,
  kind: z.literal('clip'),
  source,
  from: time,
  to: time,
  /** 0.25 to 4: how many seconds of the recording pass in one. */
  speed: z.number().min(0.25).max(4).optional(),
  /** Absent or true: the voice stays a voice. */
  keepPitch: z.boolean().optional(),
  reversed: z.boolean().optional(),
  sound: segmentSoundSchema.optional(),
});

/** One frame of a recording, held; silent. */
const frozenSegmentSchema = z.looseObject({
  ...common,
  kind: z.literal('freeze'),
  source,
  at: time,
  duration: length,
});

/** A picture of the library. */
const stillSegmentSchema = z.looseObject({
  ...common,
  kind: z.literal('still'),
  source,
  duration: length,
  motion: z.enum(stillMotions).optional(),
});

/** A page of a design, painted in the frame's size; `page` null is the first. */
const designSegmentSchema = z.looseObject({
  ...common,
  kind: z.literal('design'),
  design: source,
  page: z.string().nullable().optional(),
  duration: length,
  motion: z.enum(stillMotions).optional(),
});

/** A plain ground, also the gap that a lifted segment leaves. */
const colourSegmentSchema = z.looseObject({
  ...common,
  kind: z.literal('colour'),
  colour: colourSchema,
  duration: length,
});

/** A part of the main track. */
export const segmentSchema = z
  .discriminatedUnion('kind', [
    recordedSegmentSchema,
    frozenSegmentSchema,
    stillSegmentSchema,
    designSegmentSchema,
    colourSegmentSchema,
  ])
  .refine((segment) => segment.kind !== 'clip' || segment.to > segment.from, {
    message: 'A segment must end after it starts.',
  });
export type Segment = z.infer<typeof segmentSchema>;
export type RecordedSegment = Extract<Segment, { kind: 'clip' }>;
