import { GalleyError } from '#shared/contract/failure.ts';
import type { Cue } from '../edit/captions.ts';
import { retext } from './edit-cues.ts';

export interface CueQuery {
  text: string;
  matchCase?: boolean;
  wholeWord?: boolean;
  /** The text is a regular expression; `$1` … in the replacement. */
  regex?: boolean;
}

/** A place in a cue's text (UTF-16), `end` exclusive. */
export interface CueMatch {
  cueId: string;
  start: number;
  end: number;
}

const longestPattern = 200;
/** Most matches that are given back at once. */
const mostMatches = 100_000;

/**
 * Patterns whose search may take practically for ever: repeats of groups that hold repeats or choices, references
 * back, and more than three open repeats.
 */
function isDangerous(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./g, 'x').replaceAll(/\[(?:[^\]])*\]/g, 'x');
  if (/\\[1-9k]/.test(pattern)) return true;
  if ((bare.match(/[*+]|\{\d+,\}/g) ?? []).length > 3) return true;
  // From the innermost group outwards: a repeated group must be plain.
  let text = bare;
  for (let depth = 0; depth < longestPattern; depth += 1) {
    const group = /\(([^()]*)\)([*+]|\{\d+,?\d*\})?/.exec(text);
    if (!group) return false;
    const inner = group[1] ?? '';
    if (group[2] !== undefined && /[*+|{]/.test(inner)) return true;
    const mark = /[*+|{]/.test(inner) ? '*' : 'x';
    text = text.slice(0, group.index) + mark + (group[2] ?? '') + text.slice(group.index + group[0].length);
  }
  return false;
}

/**
 * @throws GalleyError invalid-input for a regular expression that is none or could run without end
 */
function patternOf(query: CueQuery): RegExp | null {
  if (query.text === '') return null;
  const source = query.regex ? query.text : query.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const flags = `gu${query.matchCase ? '' : 'i'}`;
  const refuse = (): never => {
    throw new GalleyError('invalid-input', {
      en: 'This regular expression cannot be used. Check its brackets, and avoid repeats inside repeats.',
      zh: '无法使用此正则表达式。请检查括号，并避免嵌套的重复。',
    });
  };
  if (query.regex && (source.length > longestPattern || isDangerous(source))) refuse();
  // Chinese has no spaces: a neighbouring character does not make a longer word.
  const edge = String.raw`(?!\p{Script=Han})[\p{L}\p{N}_]`;
  try {
    return new RegExp(query.wholeWord ? `(?<!${edge})(?:${source})(?!${edge})` : source, flags);
  } catch {
    return refuse();
  }
}

/** All places where a text stands, in the order of the cues; empty matches do not count. */
export function findInCues(cues: readonly Cue[], query: CueQuery): CueMatch[] {
  const pattern = patternOf(query);
  const found: CueMatch[] = [];
  if (!pattern) return found;
  for (const cue of cues) {
    for (const match of cue.text.matchAll(pattern)) {
      if (match[0] === '') continue;
      if (found.length >= mostMatches) return found;
      found.push({ cueId: cue.id, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/**
 * Replaces every match, or only the one given. A cue that would be left without words stays as it is. `count` is
 * how many places changed.
 */
export function replaceInCues(
  cues: readonly Cue[],
  query: CueQuery,
  replacement: string,
  only?: CueMatch,
): { cues: readonly Cue[]; count: number } {
  const pattern = patternOf(query);
  if (!pattern) return { cues, count: 0 };
  let count = 0;
  const next = cues.map((cue) => {
    if (only && cue.id !== only.cueId) return cue;
    let here = 0;
    const text = cue.text.replaceAll(pattern, (...given: unknown[]) => {
      const whole = String(given[0]);
      const groups = given.slice(
        1,
        given.findIndex((value) => typeof value === 'number'),
      );
      const at = given.find((value) => typeof value === 'number');
      if (whole === '' || (only && at !== only.start)) return whole;
      here += 1;
      if (!query.regex) return replacement;
      return replacement.replaceAll(/\$(\$|&|\d)/g, (sign, name: string) => {
        if (name === '$') return '$';
        if (name === '&') return whole;
        const group = groups[Number(name) - 1];
        return typeof group === 'string' ? group : Number(name) <= groups.length && name !== '0' ? '' : sign;
      });
    });
    if (here === 0 || text === cue.text || text.trim() === '') return cue;
    count += here;
    return retext(cue, text);
  });
  return count === 0 ? { cues, count } : { cues: next, count };
}
