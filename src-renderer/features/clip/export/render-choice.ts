import { z } from 'zod';
import type { CallInput } from '#shared/contract/index.ts';
import { renderFileTypes } from '#shared/contract/renders.ts';

type Wanted = CallInput<'renders.add'>['wanted'][number];
export type RenderFileType = (typeof renderFileTypes)[number];

/** What the dialog remembers between two exports. */
export interface RenderChoice {
  /** `platform/format` names. */
  formats: string[];
  /** The clip's own frame beside the formats. */
  own: boolean;
  type: RenderFileType;
  /** Pixels of the longer side; null: the clip's own. */
  maxSide: number | null;
  maxFps: number | null;
  /** Megabytes; null: none. */
  maxMegabytes: number | null;
  quality: 'small' | 'good' | 'best';
  cover: boolean;
  captionFiles: boolean;
  addToLibrary: boolean;
  /** Only from in to out; of this export alone, never remembered. */
  range: boolean;
}

export const firstChoice: RenderChoice = {
  formats: [],
  own: true,
  type: 'mp4',
  maxSide: null,
  maxFps: null,
  maxMegabytes: null,
  quality: 'good',
  cover: false,
  captionFiles: false,
  addToLibrary: false,
  range: false,
};

/** The smallest file that may be asked for, in bytes. */
const leastBytes = 10_000;

/** The renders that a choice stands for: the clip's own frame first, then the formats in the order they were chosen. */
export function wantedOf(choice: RenderChoice): Wanted[] {
  const { quality, cover, captionFiles, addToLibrary, range } = choice;
  const shared = { quality, cover, captionFiles, addToLibrary, range };
  const { type, maxSide, maxFps, maxMegabytes } = choice;
  const maxBytes = maxMegabytes === null ? null : Math.max(leastBytes, Math.round(maxMegabytes * 1_000_000));
  const own: Wanted = { format: null, type, maxSide, maxFps, maxBytes, ...shared };
  const formats = choice.formats.map((format): Wanted => ({ format, type: 'mp4', ...shared }));
  return choice.own ? [own, ...formats] : formats;
}

export function flipped(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

const choiceSchema = z.object({
  formats: z.array(z.string()).catch([]),
  own: z.boolean().catch(true),
  type: z.enum(renderFileTypes).catch('mp4'),
  maxSide: z.int().min(64).max(8192).nullable().catch(null),
  maxFps: z.number().min(1).max(120).nullable().catch(null),
  maxMegabytes: z.number().gt(0).max(100_000).nullable().catch(null),
  quality: z.enum(['small', 'good', 'best']).catch('good'),
  cover: z.boolean().catch(false),
  captionFiles: z.boolean().catch(false),
  addToLibrary: z.boolean().catch(false),
  range: z
    .boolean()
    .transform(() => false)
    .catch(false),
});

/** What was chosen in an earlier start; a field that is missing or no longer fits is the usual one. */
export function restoredChoice(saved: unknown): RenderChoice {
  return choiceSchema.catch(firstChoice).parse(saved);
}
