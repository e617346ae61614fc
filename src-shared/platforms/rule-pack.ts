import { z } from 'zod';
import { type Bilingual, bilingualSchema, GalleyError } from '#shared/contract/failure.ts';

/**
 * How far a fact is trusted; the order is from strongest to weakest. What the user sets (`user`) stands before
 * everything that was read somewhere.
 */
export const confidences = [
  'user',
  'official',
  'official-quoted',
  'ui-observed',
  'tool-code',
  'vendor',
  'remembered',
] as const;
export type Confidence = (typeof confidences)[number];

/** The units that platforms count text in; `grapheme` is what a reader calls one character. */
export const units = [
  'x-weighted',
  'weibo-zi',
  'xhs-title',
  'mastodon',
  'bluesky',
  'threads',
  'utf16',
  'utf8-byte',
  'codepoint',
  'grapheme',
  'zi',
  'characters',
] as const;
export type Unit = (typeof units)[number];

const factSchema = z.looseObject({
  value: z.json(),
  source: z.string().min(1),
  confidence: z.enum(confidences),
  unit: z.enum(units).optional(),
  note: z.string().optional(),
  /** The value itself is already too much. */
  exclusive: z.boolean().optional(),
});
/** One sourced statement about a platform. */
export type Fact = z.infer<typeof factSchema>;

/** Facts, lists of facts (sizes, alternatives) and named groups of facts, as deep as the file has them. */
export interface FactGroup {
  [key: string]: FactNode;
}
export type FactNode = Fact | FactGroup | FactNode[] | string | number | boolean | null;

/** True where the node is a fact and not a group of facts. */
export function isFact(node: FactNode | undefined): node is Fact {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && 'value' in node;
}

/** True where the node is a named group of facts. */
export function isGroup(node: FactNode | undefined): node is FactGroup {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && !('value' in node);
}

/** Checks every fact below `node` in place, so that a mistake is reported with its own path. */
function checkFacts(node: unknown, path: (string | number)[], issues: z.core.$RefinementCtx): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node) && 'value' in node) {
    const parsed = factSchema.safeParse(node);
    for (const issue of parsed.error?.issues ?? []) {
      issues.addIssue({ code: 'custom', message: issue.message, path: [...path, ...issue.path.map(String)] });
    }
  }
  const children = Array.isArray(node) ? node.entries() : Object.entries(node);
  for (const [key, child] of children) if (key !== 'value') checkFacts(child, [...path, key], issues);
}

const groupSchema = z
  .custom<FactGroup>(
    (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
    'expected facts',
  )
  .superRefine((group, issues) => checkFacts(group, [], issues));

/** What a text field is for, whatever the platform calls it. */
export const fieldRoles = ['title', 'body', 'comment', 'link', 'other'] as const;
export type FieldRole = (typeof fieldRoles)[number];

const fieldSchema = groupSchema.and(
  z.looseObject({
    id: z.string().min(1),
    role: z.enum(fieldRoles).optional(),
  }),
);

/** Where a person starts posting in a browser. */
const pageSchema = z.url({ protocol: /^https$/ });

const pixels = z.tuple([z.int().positive(), z.int().positive()]);

const formatSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingualSchema,
  /** Our own choices, not facts: what the format cannot do without, and the size to make first. */
  galley: z.object({
    kind: z.enum(['image', 'video', 'text', 'article']),
    image: pixels.optional(),
    video: pixels.optional(),
    /** Page where posting of this format starts; absent: the platform's. */
    publish: pageSchema.optional(),
  }),
  text: groupSchema.and(z.looseObject({ fields: z.array(fieldSchema) })),
  image: groupSchema.optional(),
  video: groupSchema.optional(),
  other: groupSchema.optional(),
});
export type PlatformFormat = z.infer<typeof formatSchema>;

const platformSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingualSchema,
  badge: z.object({ letters: z.string().length(2), hue: z.string().regex(/^#[0-9a-f]{6}$/) }),
  notes: z.string().optional(),
  /** Our own choice, not a fact. */
  galley: z.object({ publish: pageSchema.optional() }).optional(),
  /** A platform of the user's own that is in the trash: posts still know it, pickers leave it out. */
  retired: z.literal(true).optional(),
  formats: z.array(formatSchema).min(1),
});
export type Platform = z.infer<typeof platformSchema>;

const sourcesSchema = z.object({
  schema_version: z.literal(1),
  generated: z.iso.date(),
  about: z.string(),
  confidence_levels: z.record(z.enum(confidences), z.string()),
  sources: z.record(
    z.string(),
    z.object({
      url: z.string(),
      date: z.string().optional(),
      via: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});

const countersSchema = z.partialRecord(
  z.enum(units),
  z.object({
    rule: z.string(),
    source: z.string(),
    confidence: z.enum(confidences),
    note: z.string().optional(),
    /** Text and what it counts; two numbers are graphemes and UTF-8 bytes. `120 × 字` stands for repetition. */
    vectors: z.array(z.tuple([z.string(), z.union([z.int(), z.tuple([z.int(), z.int()])])])).optional(),
  }),
);

/** The whole rule pack: plain data, safe to send between processes. */
export interface RulePack {
  /** Date of the research, `YYYY-MM-DD`. */
  generated: string;
  about: string;
  platforms: Platform[];
  sources: z.infer<typeof sourcesSchema>['sources'];
  confidenceLevels: z.infer<typeof sourcesSchema>['confidence_levels'];
  counters: z.infer<typeof countersSchema>;
  /** What the workspace adds or changes, where it does: see `own-rules.ts`. */
  own?: OwnPart;
}

/** Key of `sources` that facts set by the user name. */
export const ownSource = 'own';

/** One fact of the rule pack, set by the user; the body of a kept `rule-change`. */
export interface RuleChange {
  platform: string;
  format: string;
  /** Keys from the format down to the fact; entries of lists by their id or name. */
  path: string[];
  value: FactValue;
  note: string;
  /** Only for this account; null for the workspace. */
  accountId: string | null;
}
export type FactValue = Fact['value'];

/** Something of the user's own that could not be used, and why. */
export interface LeftOut {
  kind: 'platform' | 'change';
  /** Name of the platform, or place of the change (`weibo/post text body max`). */
  name: string;
  /** `stale`: the fact is no longer there. `mismatch`: the fact holds another kind of value. */
  reason: 'broken' | 'taken' | 'stale' | 'mismatch';
  message: Bilingual;
}

/** What a workspace makes of the shipped pack. */
interface OwnPart {
  /** Ids of the platforms that are the workspace's own. */
  platforms: string[];
  /** Changes that hold for one account only; `packFor` applies them. */
  accountChanges: RuleChange[];
  /** Kept, but not used. */
  leftOut: LeftOut[];
}

function refuse(file: string, path: readonly PropertyKey[], reason: string): GalleyError {
  const where = [file, ...path.map(String)].join('.');
  return new GalleyError(
    'invalid-input',
    {
      en: `The platform rules have a mistake at ${where}: ${reason}. Correct that entry and load the rules again.`,
      zh: `平台规则在 ${where} 处有误：${reason}。请改正该项后重新加载。`,
    },
    { path: where, reason },
  );
}

function parseWith<Schema extends z.ZodType>(schema: Schema, json: unknown, file: string): z.infer<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(file, issue?.path ?? [], issue?.message ?? 'unreadable');
}

/** The keys named in a `source` text: a comma-separated list, remarks in brackets ignored, `none` left out. */
export function sourceKeys(source: string): string[] {
  const names = source.replace(/\([^)]*\)/g, '').split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'none');
}

function checkSources(node: unknown, path: PropertyKey[], known: ReadonlySet<string>, file: string): void {
  if (typeof node !== 'object' || node === null) return;
  const children = Array.isArray(node) ? node.entries() : Object.entries(node);
  for (const [key, child] of children) {
    if (key === 'source' && typeof child === 'string' && 'confidence' in node) {
      const missing = sourceKeys(child).find((name) => !known.has(name));
      if (missing !== undefined) throw refuse(file, [...path, key], `unknown source "${missing}"`);
    } else if (key !== 'value') checkSources(child, [...path, key], known, file);
  }
}

function repeated(ids: string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/**
 * Reads one platform file.
 * @throws GalleyError `invalid-input` that names the path of the first mistake
 */
export function parsePlatform(json: unknown): Platform {
  const named = z.looseObject({ id: z.string() }).safeParse(json);
  const file = named.success ? named.data.id : 'platform';
  const platform = parseWith(platformSchema, json, file);
  const twice = repeated(platform.formats.map((format) => format.id));
  if (twice !== undefined) throw refuse(file, ['formats'], `format "${twice}" appears twice`);
  for (const format of platform.formats) {
    const field = repeated(format.text.fields.map((each) => each.id));
    if (field !== undefined)
      throw refuse(file, [format.id, 'text', 'fields'], `field "${field}" appears twice`);
  }
  return platform;
}

/**
 * Reads and cross-checks the whole pack: every named source exists, ids are unique.
 * @throws GalleyError `invalid-input` that names the path of the first mistake
 */
export function parseRulePack(files: {
  platforms: unknown[];
  sources: unknown;
  counters: unknown;
}): RulePack {
  const sources = parseWith(sourcesSchema, files.sources, 'sources');
  const counters = parseWith(countersSchema, files.counters, 'counters');
  const platforms = files.platforms.map(parsePlatform);
  const twice = repeated(platforms.map((platform) => platform.id));
  if (twice !== undefined) throw refuse(twice, ['id'], 'this platform appears twice');
  const known = new Set(Object.keys(sources.sources));
  checkSources(counters, [], known, 'counters');
  for (const platform of platforms) checkSources(platform, [], known, platform.id);
  return {
    generated: sources.generated,
    about: sources.about,
    platforms,
    sources: sources.sources,
    confidenceLevels: sources.confidence_levels,
    counters,
  };
}
