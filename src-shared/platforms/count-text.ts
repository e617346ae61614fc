import { GalleyError } from '#shared/contract/failure.ts';
import { counters } from './counters/all.ts';
import { findPlatform, unknownName } from './format-name.ts';
import { formatProfile } from './profile.ts';
import type { FormatProfile, TextField } from './profile-types.ts';
import type { RulePack, Unit } from './rule-pack.ts';

/** One length against one limit. */
export interface UnitCount {
  unit: Unit;
  count: number;
  limit: number | null;
  ok: boolean;
  /** UTF-16 index of the first character over the limit, at a grapheme's start; null when all fits. */
  overflowAt: number | null;
}

/** Answer of `galley count`. */
export interface TextCount extends UnitCount {
  platform: string;
  format: string;
  field: string;
  /** No source states how this platform counts. */
  approximate: boolean;
  /** Every limit by itself, where a field has two. */
  counts?: UnitCount[];
}

function countUnit(unit: Unit, limit: number | null, text: string): UnitCount {
  const { count, overflowAt } = counters[unit].measure(text, limit);
  return { unit, count, limit, ok: overflowAt === null, overflowAt };
}

function smaller(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

/** The last count of each field: counters and checks ask for the same text. */
const counted = new WeakMap<TextField, { text: string; of: FormatProfile; count: TextCount }>();

/** Counts `text` as the value of one field, in the field's unit and against its byte limit if it has one. */
export function countField(profile: FormatProfile, field: TextField, text: string): TextCount {
  const before = counted.get(field);
  if (before?.text === text && before.of === profile) return before.count;
  const count = countAnew(profile, field, text);
  counted.set(field, { text, of: profile, count });
  return count;
}

/** UTF-16 index of the first character of `text` that the field's limits leave no room for; null when all fits. */
export function overflowOf(field: TextField, text: string): number | null {
  const unit = field.unit === 'bluesky' ? 'grapheme' : field.unit;
  const { max, maxBytes } = field;
  const over = max === null ? null : counters[unit].measure(text, max.value).overflowAt;
  const bytes = maxBytes === null ? null : counters['utf8-byte'].measure(text, maxBytes.value).overflowAt;
  return smaller(over, bytes);
}

/** True where `text` keeps the field's limits. */
export function fitsField(field: TextField, text: string): boolean {
  return overflowOf(field, text) === null;
}

function countAnew(profile: FormatProfile, field: TextField, text: string): TextCount {
  const main = countUnit(field.unit === 'bluesky' ? 'grapheme' : field.unit, field.max?.value ?? null, text);
  const named = { platform: profile.platformId, format: profile.formatId, field: field.id };
  const { approximate } = counters[field.unit];
  if (field.maxBytes === null) return { ...named, ...main, approximate };
  const bytes = countUnit('utf8-byte', field.maxBytes.value, text);
  if (field.max === null) return { ...named, ...bytes, approximate: false };
  const overflowAt = smaller(main.overflowAt, bytes.overflowAt);
  return {
    ...named,
    ...main,
    unit: field.unit,
    ok: overflowAt === null,
    overflowAt,
    approximate,
    counts: [main, bytes],
  };
}

/** The field with this id or role; without a name the body, else the first field. */
function chooseField(profile: FormatProfile, name: string | undefined): TextField {
  const { fields } = profile.text;
  const wanted = name ?? 'body';
  const field =
    fields.find((each) => each.id === wanted) ??
    fields.find((each) => each.role === wanted) ??
    (name === undefined ? fields[0] : undefined);
  if (field) return field;
  const ids = fields.map((each) => each.id);
  if (ids.length > 0)
    throw unknownName({ en: `field in ${profile.id}`, zh: `${profile.id} 字段` }, wanted, ids);
  throw new GalleyError('invalid-input', {
    en: `${profile.id} takes no text, so there is nothing to count. Choose another format.`,
    zh: `${profile.id} 没有文字内容，无需计数。请选择其他格式。`,
  });
}

/**
 * Counts text the way a platform does.
 * @param request `format` (id or size name) defaults to the platform's first format; `field` is a field id or a
 *   role (`title`, `body`, `link`), by default the body
 * @throws GalleyError `invalid-input` for an unknown platform, format or field, with near names
 */
export function countText(
  pack: RulePack,
  request: { platform: string; format?: string | undefined; field?: string | undefined; text: string },
): TextCount {
  const platform = findPlatform(pack, request.platform);
  const format = request.format ?? platform.formats[0]?.id ?? '';
  const name = format.startsWith(`${platform.id}/`) ? format : `${platform.id}/${format}`;
  const profile = formatProfile(pack, name);
  return countField(profile, chooseField(profile, request.field), request.text);
}
