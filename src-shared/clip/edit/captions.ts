import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';

/** A word and when it is said; `start` and `end` are UTF-16 indices in the cue's text. */
export const cueWordSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  /** Seconds on the timeline. */
  from: z.number().min(0),
  to: z.number().min(0),
});

/** One caption; seconds on the timeline, `to` exclusive. `text` is plain, a newline breaks the line. */
export const cueSchema = z
  .looseObject({
    id: z.string().min(1),
    from: z.number().min(0).max(360_000),
    to: z.number().min(0).max(360_000),
    text: z.string().max(5000),
    /** In order; absent: words share the cue's time by their length. */
    words: z.array(cueWordSchema).max(1000).optional(),
  })
  .refine((cue) => cue.to > cue.from, { message: 'A caption must end after it starts.' });
export type Cue = z.infer<typeof cueSchema>;

/** How a word that is being said stands out. */
export const wordHighlights = ['none', 'colour', 'box', 'past'] as const;

/**
 * Looks of a track. Lengths are percent of the frame's shorter side, so that one style serves every format.
 * Colours and families as in designs: hex or `token:…`.
 */
export const captionStyleSchema = z.looseObject({
  fontFamily: z.string().min(1),
  fontWeight: z.number().min(1).max(1000),
  /** Percent of the frame's shorter side. */
  size: z.number().min(1).max(30),
  colour: colourSchema,
  outline: z.object({ colour: colourSchema, width: z.number().min(0).max(5) }).nullable(),
  shadow: z.boolean(),
  /** A box behind every line. */
  box: z
    .object({ colour: colourSchema, padding: z.number().min(0).max(5), radius: z.number().min(0).max(5) })
    .nullable(),
  /** `past`: words stay in the colour once said. */
  highlight: z.enum(wordHighlights),
  highlightColour: colourSchema,
  capitals: z.boolean(),
  /** Where the block stands in the frame, 0 (top edge of the safe area) to 1 (its bottom edge). */
  position: z.number().min(0).max(1),
  /** Percent of the frame's width that lines may use. */
  width: z.number().min(20).max(100),
  align: z.enum(['left', 'center', 'right']),
  lines: z.int().min(1).max(4),
});
export type CaptionStyle = z.infer<typeof captionStyleSchema>;

export const captionTrackSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().max(200),
  /** BCP 47: 'en', 'zh', 'zh-Hant' … */
  language: z.string().min(1).max(35),
  /** In order of `from`. */
  cues: z.array(cueSchema).max(20_000),
  style: captionStyleSchema,
  /** Painted into the picture; the text file beside it is always on offer. */
  burn: z.boolean(),
  hidden: z.boolean().optional(),
});
export type CaptionTrack = z.infer<typeof captionTrackSchema>;
