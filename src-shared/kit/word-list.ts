import { z } from 'zod';
import { bilingualSchema } from '../contract/failure.ts';

/**
 * What a list looks for; it decides how a finding is worded and what its entries mean: labels that count as told
 * (`disclosure`), patterns of numbers and claims that need a source (`fact`) or of a person's data
 * (`personal-data`), hosts that are no real address (`link`), words that are no licence (`rights`); `reading` needs
 * none.
 */
export const wordListKinds = [
  'absolute-claim',
  'medical-claim',
  'financial-claim',
  'sensitive',
  'brand',
  'disclosure',
  'placeholder',
  'fact',
  'personal-data',
  'link',
  'rights',
  'reading',
] as const;
export type WordListKind = (typeof wordListKinds)[number];

export const wordEntrySchema = z.object({
  /** The word itself, or with `pattern` a regular expression (Unicode, case ignored). */
  word: z.string().min(1).max(200),
  pattern: z.boolean().optional(),
  /** Texts that hold the word and are allowed: 最近 for 最. */
  except: z.array(z.string().max(200)).max(200).optional(),
  /** What to write instead; '' takes the word out. */
  instead: z.string().max(200).optional(),
  /** Why, where this word needs its own reason. */
  why: bilingualSchema.optional(),
});
export type WordEntry = z.infer<typeof wordEntrySchema>;

/** A list of words that posts are checked against: data, edited in the window. */
export const wordListSchema = z.object({
  kind: z.enum(wordListKinds),
  /** Language of the words; null for any. */
  language: z.enum(['zh', 'en']).nullable(),
  severity: z.enum(['error', 'warning', 'note']),
  on: z.boolean(),
  /** Ids of platforms; empty for all. */
  platforms: z.array(z.string()).max(100),
  why: bilingualSchema,
  /** Law or guideline, with its date where known. */
  source: z.string().max(500),
  entries: z.array(wordEntrySchema).max(5000),
});
export type WordList = z.infer<typeof wordListSchema>;
