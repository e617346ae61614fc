import { z } from 'zod';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import { addableAt } from './addable-facts.ts';
import { factAt, fitsFact, placeOfChange } from './own-rules.ts';
import { parsePlatform, type Platform, type RuleChange, type RulePack } from './rule-pack.ts';

/** Most bytes of a file of rules; a whole pack has a quarter of a megabyte. */
const maxLength = 4_000_000;
/** A fact lies six levels deep. */
const maxDepth = 20;

const accountSchema = z.object({
  id: z.string().max(100),
  name: z.string().max(200),
  platform: z.string().max(100),
  handle: z.string().max(200),
});
/** How a file names an account, so that another workspace can find its own. */
export type AccountName = z.infer<typeof accountSchema>;

const fileSchema = z.object({
  galley: z.literal('rules'),
  version: z.int().positive(),
  name: z.string().max(200),
  platforms: z.array(z.unknown()).max(100),
  changes: z
    .array(
      z.object({
        platform: z.string().max(100),
        format: z.string().max(100),
        path: z.array(z.string().max(100)).min(1).max(8),
        value: z.json(),
        note: z.string().max(2000),
        account: accountSchema.nullable(),
      }),
    )
    .max(5000),
});
export type RuleFile = z.infer<typeof fileSchema>;

const version = 1;

/** Own platforms and changes as a file; the same rules give the same text. */
export function writeRuleFile(rules: {
  name: string;
  platforms: readonly unknown[];
  changes: readonly RuleChange[];
  accounts: readonly AccountName[];
}): string {
  const file: RuleFile = {
    galley: 'rules',
    version,
    name: rules.name,
    platforms: [...rules.platforms],
    changes: rules.changes.map(({ platform, format, path, value, note, accountId }) => ({
      platform,
      format,
      path,
      value,
      note,
      account: accountId === null ? null : namedAccount(rules.accounts, accountId),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function namedAccount(accounts: readonly AccountName[], id: string): AccountName {
  const found = accounts.find((account) => account.id === id);
  const { name = '', platform = '', handle = '' } = found ?? {};
  return { id, name, platform, handle };
}

function refuse(en: string, zh: string, detail?: unknown): GalleyError {
  return new GalleyError('unreadable-file', { en, zh }, detail);
}

/** Walks without recursion, so that no file can exhaust the stack. */
function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

/**
 * Reads a file of rules; its platforms are looked at by `compareRules`.
 * @throws GalleyError `unreadable-file` for anything that is not one
 */
export function readRuleFile(text: string): RuleFile {
  if (text.length > maxLength) {
    throw refuse(
      'This file is larger than any set of rules. Choose a file that Galley exported.',
      '此文件过大，不像是规则文件。请选择由 Galley 导出的文件。',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse(
      'This file is not JSON. Choose a file of rules that Galley exported.',
      '此文件不是 JSON。请选择由 Galley 导出的规则文件。',
    );
  }
  const head = z.object({ galley: z.literal('rules'), version: z.int().positive() }).safeParse(json);
  if (!head.success || isTooDeep(json)) {
    throw refuse(
      'This file holds no platform rules. Choose a file that Galley exported.',
      '此文件中没有平台规则。请选择由 Galley 导出的文件。',
    );
  }
  if (head.data.version > version) {
    throw refuse(
      'These rules were exported by a newer Galley. Update Galley to import them.',
      '这些规则由更新版本的 Galley 导出。请更新 Galley 后再导入。',
    );
  }
  const file = fileSchema.safeParse(json);
  if (file.success) return file.data;
  const issue = file.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  throw refuse(
    `The rules in this file have a mistake at ${place}. Correct that entry, or export them again.`,
    `此文件中的规则在 ${place} 处有误。请改正该项，或重新导出。`,
    issue,
  );
}

/** What is kept here already. */
export interface KeptRules {
  shipped: RulePack;
  platforms: readonly { id: string; platform: unknown }[];
  changes: readonly { id: string; change: RuleChange }[];
  accounts: readonly AccountName[];
}

/**
 * What importing one entry would do. `differs`: it is kept here with another value. `stale`, `mismatch`,
 * `taken`, `broken` and `no-account` cannot be used here.
 */
export type ImportState =
  | 'new'
  | 'same'
  | 'differs'
  | 'stale'
  | 'mismatch'
  | 'taken'
  | 'broken'
  | 'no-account';

export interface ImportRow {
  /** Name of the platform, or place of the change. */
  name: string;
  state: ImportState;
  /** Why it cannot be used, where the state alone does not tell. */
  reason?: Bilingual;
  /** Kept thing that it would replace. */
  replaces: string | null;
  entry:
    | { kind: 'platform'; platform: Platform | null; mine: unknown }
    | { kind: 'change'; change: RuleChange; account: AccountName | null; mine: RuleChange | null };
}

/** True where the entry can be taken over. */
export function isImportable(row: ImportRow): boolean {
  return row.state === 'new' || row.state === 'differs';
}

/** JSON with sorted keys: the order in a file means nothing. */
function canonical(node: unknown): string {
  return JSON.stringify(node, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function platformRow(raw: unknown, kept: KeptRules): ImportRow {
  let platform: Platform;
  try {
    platform = parsePlatform(raw);
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error;
    const entry = { kind: 'platform' as const, platform: null, mine: null };
    return { name: '?', state: 'broken', reason: error.sentence, replaces: null, entry };
  }
  const before = kept.platforms.find(
    (each) =>
      typeof each.platform === 'object' &&
      each.platform !== null &&
      'id' in each.platform &&
      each.platform.id === platform.id,
  );
  const entry = { kind: 'platform' as const, platform, mine: before?.platform ?? null };
  const isTaken = kept.shipped.platforms.some(({ id }) => id === platform.id);
  const state = isTaken
    ? 'taken'
    : before === undefined
      ? 'new'
      : canonical(before.platform) === canonical(platform)
        ? 'same'
        : 'differs';
  return { name: platform.id, state, replaces: before?.id ?? null, entry };
}

function accountHere(account: AccountName, kept: KeptRules): AccountName | undefined {
  return (
    kept.accounts.find(({ id }) => id === account.id) ??
    kept.accounts.find((each) => each.platform === account.platform && each.handle === account.handle) ??
    kept.accounts.find((each) => each.platform === account.platform && each.name === account.name)
  );
}

function changeRow(
  raw: RuleFile['changes'][number],
  kept: KeptRules,
  platforms: readonly Platform[],
): ImportRow {
  const { account, ...rest } = raw;
  const here = account === null ? undefined : accountHere(account, kept);
  const change: RuleChange = { ...rest, accountId: here?.id ?? null };
  const before = kept.changes.find(
    (each) =>
      placeOfChange(each.change) === placeOfChange(change) && each.change.accountId === change.accountId,
  );
  const format = platforms
    .find(({ id }) => id === change.platform)
    ?.formats.find(({ id }) => id === change.format);
  const fact = format ? (factAt(format, change.path) ?? addableAt(format, change.path)) : null;
  const state = ((): ImportState => {
    if (account !== null && here === undefined) return 'no-account';
    if (fact === null) return 'stale';
    if (!fitsFact(fact, change.value)) return 'mismatch';
    if (before === undefined) return 'new';
    const isSame =
      canonical(before.change.value) === canonical(change.value) && before.change.note === change.note;
    return isSame ? 'same' : 'differs';
  })();
  const isKnown = state !== 'no-account';
  return {
    name: placeOfChange(change),
    state,
    replaces: isKnown ? (before?.id ?? null) : null,
    entry: {
      kind: 'change',
      change,
      account: here ?? account,
      mine: isKnown ? (before?.change ?? null) : null,
    },
  };
}

/** What importing a file would do here, entry by entry, before anything is done. */
export function compareRules(file: RuleFile, kept: KeptRules): ImportRow[] {
  const rows = file.platforms.map((raw) => platformRow(raw, kept));
  const readable = (raw: unknown): Platform[] => {
    try {
      return [parsePlatform(raw)];
    } catch {
      return [];
    }
  };
  const coming = rows.flatMap((row) =>
    row.entry.kind === 'platform' && row.entry.platform !== null && row.state !== 'taken'
      ? [row.entry.platform]
      : [],
  );
  const platforms = [
    ...coming,
    ...kept.shipped.platforms,
    ...kept.platforms.flatMap(({ platform }) => readable(platform)),
  ];
  return [...rows, ...file.changes.map((raw) => changeRow(raw, kept, platforms))];
}
