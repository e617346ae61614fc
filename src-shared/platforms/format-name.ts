import { GalleyError } from '#shared/contract/failure.ts';
import {
  type FactGroup,
  type FactNode,
  isGroup,
  type Platform,
  type PlatformFormat,
  type RulePack,
} from './rule-pack.ts';

/** A named picture size of a format, in pixels. */
export interface NamedSize {
  name: string;
  width: number;
  height: number;
}

/** Where a format name leads: a format, and the one size of it that was asked for, if any. */
export interface ResolvedFormat {
  platform: Platform;
  format: PlatformFormat;
  size: NamedSize | null;
}

/** The entries of a `sizes` list, in the order of the file. */
export function readSizes(node: FactNode | undefined): NamedSize[] {
  if (!Array.isArray(node)) return [];
  return node.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const { name, value } = entry;
    if (typeof name !== 'string' || !Array.isArray(value)) return [];
    const [width, height] = value;
    return typeof width === 'number' && typeof height === 'number' ? [{ name, width, height }] : [];
  });
}

/** Every named size of a format: those of `image` itself first, then of its groups (cover, thumbnail). */
export function formatSizes(format: PlatformFormat): NamedSize[] {
  const image: FactGroup = format.image ?? {};
  const groups = Object.values(image).filter(isGroup);
  return [image, ...groups].flatMap((group) => readSizes(group['sizes']));
}

/** Edits needed to turn one word into the other (insert, delete, replace). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const replace = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** At most three of `candidates` that look like `word`, nearest first. */
function nearest(word: string, candidates: string[]): string[] {
  const [platform] = word.split('/');
  const scored = candidates.map((candidate) => {
    const samePlatform = candidate.split('/')[0] === platform;
    return { candidate, score: distance(word, candidate) - (samePlatform ? 3 : 0) };
  });
  scored.sort((one, other) => one.score - other.score);
  return scored.slice(0, 3).map((entry) => entry.candidate);
}

/** The error for a name that is not there, with near names to try. */
export function unknownName(
  what: { en: string; zh: string },
  name: string,
  candidates: string[],
): GalleyError {
  const near = nearest(name, candidates);
  const hint = near.join(', ');
  return new GalleyError(
    'invalid-input',
    {
      en: `There is no ${what.en} "${name}".${hint ? ` Did you mean ${hint}?` : ''}`,
      zh: `没有名为“${name}”的${what.zh}。${hint ? `你要找的是不是：${hint}？` : ''}`,
    },
    { name, suggestions: near },
  );
}

/** The platform with this id. @throws GalleyError `invalid-input` with near names */
export function findPlatform(pack: RulePack, id: string): Platform {
  const platform = pack.platforms.find((each) => each.id === id);
  if (platform) return platform;
  const ids = pack.platforms.map((each) => each.id);
  throw unknownName({ en: 'platform', zh: '平台' }, id, ids);
}

/**
 * All names that `parseFormatName` takes: `platform/format` first, then `platform/format/size`, then the short
 * `platform/size` where it is not a format's own name.
 */
export function listFormatNames(pack: RulePack): string[] {
  const formats: string[] = [];
  const sized: string[] = [];
  const short: string[] = [];
  for (const platform of pack.platforms) {
    if (platform.retired === true) continue;
    for (const format of platform.formats) {
      formats.push(`${platform.id}/${format.id}`);
      for (const size of formatSizes(format)) {
        sized.push(`${platform.id}/${format.id}/${size.name}`);
        short.push(`${platform.id}/${size.name}`);
      }
    }
  }
  return [...new Set([...formats, ...sized, ...short])];
}

/**
 * Reads `platform/format`, `platform/format/size` or `platform/size` (`x/post`, `instagram/feed/portrait`,
 * `instagram/portrait`). A format's own name goes before a size of the same name; a size name alone means the
 * first format that has it.
 * @throws GalleyError `invalid-input` with near names
 */
export function parseFormatName(pack: RulePack, name: string): ResolvedFormat {
  const [platformId = '', second = '', third, ...rest] = name.trim().toLowerCase().split('/');
  const platform = pack.platforms.find((each) => each.id === platformId);
  if (platform && rest.length === 0) {
    const format = platform.formats.find((each) => each.id === second);
    if (format && third === undefined) return { platform, format, size: null };
    const holders = format ? [format] : third === undefined ? platform.formats : [];
    for (const holder of holders) {
      const size = formatSizes(holder).find((each) => each.name === (third ?? second));
      if (size) return { platform, format: holder, size };
    }
  }
  throw unknownName({ en: 'format', zh: '发布格式' }, name, listFormatNames(pack));
}
