import { GalleyError, type Bilingual } from '#shared/contract/failure.ts';
import { addableAt, withAdded } from './addable-facts.ts';
import {
  type Fact,
  type FactNode,
  type FactValue,
  isFact,
  isGroup,
  type LeftOut,
  ownSource,
  parsePlatform,
  type Platform,
  type PlatformFormat,
  type RuleChange,
  type RulePack,
} from './rule-pack.ts';

/** What a workspace keeps beside the shipped pack. */
interface OwnRules {
  /** In the form of the files in `resources/platforms`; unreadable ones are left out and named. */
  platforms: readonly unknown[];
  /** Own platforms in the trash: posts still know them, pickers leave them out. */
  retired?: readonly unknown[];
  changes: readonly RuleChange[];
}

/** Parts of a format that hold facts. */
const parts = ['text', 'image', 'video', 'other'] as const;
type Part = (typeof parts)[number];

function isPart(key: string | undefined): key is Part {
  return parts.some((part) => part === key);
}

/** What a step of a path leads to: a key of a group, or the entry of a list with that id, name or index. */
function stepIndex(list: readonly FactNode[], step: string): number {
  const named = list.findIndex(
    (entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      !Array.isArray(entry) &&
      (entry['id'] === step || entry['name'] === step),
  );
  return named >= 0 ? named : list.findIndex((_, index) => String(index) === step);
}

function childAt(node: FactNode | undefined, step: string): FactNode | undefined {
  if (Array.isArray(node)) return node[stepIndex(node, step)];
  return isGroup(node) && Object.hasOwn(node, step) ? node[step] : undefined;
}

/** The fact at `path` below a format, or null. Steps: `['text', 'fields', 'body', 'max']`. */
export function factAt(format: PlatformFormat, path: readonly string[]): Fact | null {
  const [part, ...rest] = path;
  if (!isPart(part)) return null;
  let node: FactNode | undefined = format[part];
  for (const step of rest) node = childAt(node, step);
  return isFact(node) ? node : null;
}

/** A copy of `node` with another fact at `path`; the same node where nothing is there. */
function withFactAt(node: FactNode, path: readonly string[], fact: Fact): FactNode {
  const [step, ...rest] = path;
  if (step === undefined) return isFact(node) ? fact : node;
  const child = childAt(node, step);
  if (child === undefined) return node;
  const next = withFactAt(child, rest, fact);
  if (Array.isArray(node)) return node.with(stepIndex(node, step), next);
  return isGroup(node) ? { ...node, [step]: next } : node;
}

/** The format with another fact at `path`. */
function withFact(format: PlatformFormat, path: readonly string[], fact: Fact): PlatformFormat {
  const [part, ...rest] = path;
  const group = isPart(part) ? format[part] : undefined;
  if (!isPart(part) || group === undefined) return format;
  return { ...format, [part]: withFactAt(group, rest, fact) };
}

/** The kind of value a fact holds: what a change may put in its place. */
type ValueKind = 'number' | 'text' | 'yes-no' | 'range' | 'size' | 'list' | 'group';

export function kindOfValue(value: FactValue): ValueKind | null {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes-no';
  if (value === null) return null;
  if (Array.isArray(value)) {
    return value.length === 2 && value.every((each) => typeof each === 'number') ? 'size' : 'list';
  }
  const keys = Object.keys(value);
  const ends = keys.length > 0 && keys.every((key) => key === 'min' || key === 'max');
  return ends && Object.values(value).every((each) => typeof each === 'number') ? 'range' : 'group';
}

function isUsable(value: FactValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  if (Array.isArray(value)) return value.every((each) => each !== null && isUsable(each));
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((each) => each === null || isUsable(each));
}

/** True where `value` may stand in the place of the fact: the same kind of value, numbers from 0. */
export function fitsFact(fact: Fact, value: FactValue): boolean {
  const kind = kindOfValue(fact.value);
  return kind !== null && kindOfValue(value) === kind && isUsable(value);
}

/** The fact as the user sets it; what stood there before becomes its first alternative. */
function changedFact(fact: Fact, value: FactValue, note: string): Fact {
  const { alternatives, exclusive: _exclusive, note: _note, ...rest } = fact;
  const { value: _value, source: _source, confidence: _confidence, ...shape } = rest;
  const before: Record<string, unknown> = { ...fact };
  delete before['alternatives'];
  return {
    ...shape,
    value,
    source: ownSource,
    confidence: 'user',
    ...(note === '' ? {} : { note }),
    alternatives: [before, ...(Array.isArray(alternatives) ? alternatives : [])],
  };
}

/** `weibo/post text body max`, for lists of what was left out. */
export function placeOfChange(change: Pick<RuleChange, 'platform' | 'format' | 'path'>): string {
  return `${change.platform}/${change.format} ${change.path.filter((step) => step !== 'fields').join(' ')}`;
}

const stale: Bilingual = {
  en: 'This rule is no longer in the pack. The change is kept and does nothing.',
  zh: '规则库中已没有这条规则。此修改会保留，但不起作用。',
};
const mismatch: Bilingual = {
  en: 'The rule now holds another kind of value. Set it again, or reset it.',
  zh: '这条规则现在是另一种数值类型。请重新设置或恢复默认。',
};

/** Applies changes to platforms; everything untouched stays the same object. */
function withChanges(
  platforms: Platform[],
  changes: readonly RuleChange[],
): { platforms: Platform[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const next = [...platforms];
  for (const change of changes) {
    const at = next.findIndex((platform) => platform.id === change.platform);
    const platform = next[at];
    const formatAt = platform?.formats.findIndex((format) => format.id === change.format) ?? -1;
    const format = platform?.formats[formatAt];
    const stated = format ? factAt(format, change.path) : null;
    const fact = stated ?? (format ? addableAt(format, change.path) : null);
    if (!platform || !format || !fact || !fitsFact(fact, change.value)) {
      const [reason, message] = fact ? (['mismatch', mismatch] as const) : (['stale', stale] as const);
      leftOut.push({ kind: 'change', name: placeOfChange(change), reason, message });
      continue;
    }
    const { path, value, note } = change;
    const changed = stated
      ? withFact(format, path, changedFact(stated, value, note))
      : withAdded(format, path, { ...fact, value, ...(note === '' ? {} : { note }) });
    next[at] = { ...platform, formats: platform.formats.with(formatAt, changed) };
  }
  return { platforms: next, leftOut };
}

function nameOfPlatform(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return '?';
  const id = 'id' in raw && typeof raw.id === 'string' ? raw.id : '?';
  return id.slice(0, 60);
}

/** Own platforms that can be used, and those that cannot. */
function readOwn(
  raw: readonly unknown[],
  taken: ReadonlySet<string>,
): { platforms: Platform[]; leftOut: LeftOut[] } {
  const platforms: Platform[] = [];
  const leftOut: LeftOut[] = [];
  const ids = new Set(taken);
  for (const each of raw) {
    try {
      const { retired: _retired, ...platform } = parsePlatform(each);
      if (ids.has(platform.id)) {
        leftOut.push({
          kind: 'platform',
          name: platform.id,
          reason: 'taken',
          message: {
            en: `Another platform already has the id “${platform.id}”. Give this one another id.`,
            zh: `已有其他平台使用标识“${platform.id}”。请换一个标识。`,
          },
        });
        continue;
      }
      ids.add(platform.id);
      platforms.push(platform);
    } catch (error) {
      if (!(error instanceof GalleyError)) throw error;
      leftOut.push({
        kind: 'platform',
        name: nameOfPlatform(each),
        reason: 'broken',
        message: error.sentence,
      });
    }
  }
  return { platforms, leftOut };
}

/**
 * The pack that a workspace works with: its own platforms behind the shipped ones, then its changes, then those of
 * the account. A change whose fact is gone, or holds another kind of value, is left out and named in `own.leftOut`.
 * Without own rules it is the very same pack.
 * @param pack the shipped pack
 * @param accountId null: the workspace's pack; changes of accounts are carried in `own.accountChanges`
 */
export function applyOwnRules(pack: RulePack, own: OwnRules, accountId: string | null): RulePack {
  const { platforms: raw, retired = [], changes } = own;
  if (raw.length === 0 && retired.length === 0 && changes.length === 0) return pack;
  const shipped = new Set(pack.platforms.map((platform) => platform.id));
  const live = readOwn(raw, shipped);
  const gone = readOwn(retired, new Set([...shipped, ...live.platforms.map((platform) => platform.id)]));
  const all = [
    ...pack.platforms,
    ...live.platforms,
    ...gone.platforms.map((platform): Platform => ({ ...platform, retired: true })),
  ];
  const changed = withChanges(
    all,
    changes.filter((change) => change.accountId === null),
  );
  const accountChanges = changes.filter((change) => change.accountId !== null);
  const stray = withChanges(changed.platforms, accountChanges).leftOut;
  const workspace: RulePack = {
    ...pack,
    platforms: changed.platforms,
    sources: { ...pack.sources, [ownSource]: { url: 'galley:own-rules' } },
    own: {
      platforms: live.platforms.map((platform) => platform.id),
      accountChanges,
      leftOut: [...live.leftOut, ...changed.leftOut, ...stray],
    },
  };
  return accountPack(workspace, accountChanges, accountId);
}

const ofAccounts = new WeakMap<RulePack, Map<string, { changes: readonly RuleChange[]; pack: RulePack }>>();

/**
 * The pack for one account of the workspace: the workspace's with that account's changes on top, made once per
 * pack and list of changes. The same pack where the account changes nothing.
 * @param pack the workspace's pack
 * @param changes of any account; those of others and of the workspace are passed over
 */
export function accountPack(
  pack: RulePack,
  changes: readonly RuleChange[],
  accountId: string | null,
): RulePack {
  if (accountId === null) return pack;
  const known = ofAccounts.get(pack) ?? new Map<string, { changes: readonly RuleChange[]; pack: RulePack }>();
  ofAccounts.set(pack, known);
  const before = known.get(accountId);
  if (before?.changes === changes) return before.pack;
  const mine = changes.filter((change) => change.accountId === accountId);
  const sources = { ...pack.sources, [ownSource]: { url: 'galley:own-rules' } };
  const made =
    mine.length === 0 ? pack : { ...pack, sources, platforms: withChanges(pack.platforms, mine).platforms };
  known.set(accountId, { changes, pack: made });
  return made;
}

/** Platforms to choose from: all but the user's own that are in the trash. */
export function offeredPlatforms(pack: RulePack): Platform[] {
  return pack.platforms.filter((platform) => platform.retired !== true);
}

const noChanges: readonly RuleChange[] = [];

/** The pack that holds for a target: `packFor(pack, target.accountId)`. */
export function packFor(pack: RulePack, accountId: string | null): RulePack {
  return accountPack(pack, pack.own?.accountChanges ?? noChanges, accountId);
}
