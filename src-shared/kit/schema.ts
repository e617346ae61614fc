import { z } from 'zod';
import { postChangeSchema } from '../contract/posts.ts';
import { idSchema } from '../domain/id.ts';
import { wordListSchema } from './word-list.ts';
import { planBodies } from './plan-bodies.ts';

/** Words that are used again and again; `{{name}}` in the text is asked for when it is put in. */
const snippetSchema = z.object({
  /** Markdown. */
  text: z.string().max(20_000),
  /** Typed after `/` to find it. */
  shortcut: z.string().max(40),
});

const hashtagSetSchema = z.object({
  /** Without the number sign. */
  tags: z.array(z.string().min(1).max(140)).max(100),
  /** By platform id, where a platform has a set of its own. */
  perPlatform: z.record(z.string(), z.array(z.string().min(1).max(140)).max(100)),
  /** Sets of one group take turns; '' for none. */
  group: z.string().max(100),
});

/** Values may hold `{platform}`, `{format}`, `{account}`, `{campaign}`, `{date}` and `{title}`. */
const utmSchema = z.object({
  source: z.string().max(200),
  medium: z.string().max(200),
  campaign: z.string().max(200),
  term: z.string().max(200),
  content: z.string().max(200),
});

const postTemplateSchema = z.object({
  description: z.string().max(500),
  change: postChangeSchema,
});

/** A place that the team posts from. */
const accountSchema = z.object({
  platform: z.string().min(1),
  handle: z.string().max(200),
  language: z.enum(['zh', 'en']).nullable(),
  /** Colour of its mark, `#rrggbb`; null takes the platform's. */
  hue: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  note: z.string().max(2000),
});

/** Targets that are chosen together. */
const accountSetSchema = z.object({
  targets: z.array(z.object({ format: z.string(), accountId: idSchema.nullable() })).max(100),
});

/** How a WeChat article looks: a theme of `src-shared/wechat`. */
const articleThemeSchema = z.object({ theme: z.unknown() });

const keptWordListSchema = wordListSchema.extend({
  /** Id of the shipped list that this one stands for; null for a list of one's own. */
  basedOn: z.string().nullable(),
});

/** One fact of the rule pack, set by the user. */
const ruleChangeSchema = z.object({
  platform: z.string(),
  format: z.string(),
  /** Keys from the format down to the fact: `['text', 'fields', 'body', 'max']`; fields are named by id. */
  path: z.array(z.string()).min(1).max(8),
  value: z.json(),
  /** Why, and who said so. */
  note: z.string().max(2000),
  /** Only for this account; null for the workspace. */
  accountId: idSchema.nullable(),
});

/** A platform of one's own, in the form of the files in `resources/platforms`. */
const platformSchema = z.object({ platform: z.unknown() });

/** What each kind of kept thing holds, besides its name. */
export const kitBodies = {
  snippet: snippetSchema,
  'hashtag-set': hashtagSetSchema,
  utm: utmSchema,
  'post-template': postTemplateSchema,
  account: accountSchema,
  'account-set': accountSetSchema,
  'article-theme': articleThemeSchema,
  'word-list': keptWordListSchema,
  'rule-change': ruleChangeSchema,
  platform: platformSchema,
  ...planBodies,
} as const;

export type KitKind = keyof typeof kitBodies;
export const kitKinds = Object.keys(kitBodies) as [KitKind, ...KitKind[]];
export type KitBody<K extends KitKind> = z.infer<(typeof kitBodies)[K]>;

/** A thing that a workspace keeps for its posts. */
export interface KitItem<K extends KitKind = KitKind> {
  id: string;
  revision: number;
  kind: K;
  name: string;
  body: KitBody<K>;
  /** How often it was put into a post, and when last (ISO 8601). */
  uses: number;
  lastUsedAt: string | null;
  createdAt: string;
  updatedAt: string;
  trashedAt: string | null;
}
