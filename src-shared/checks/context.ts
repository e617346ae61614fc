import type { Brand } from '../domain/brand.ts';
import type { PostContent } from '../domain/content.ts';
import type { Disclosure } from '../domain/post.ts';
import type { Finding } from '../platforms/finding.ts';
import type { FormatProfile } from '../platforms/profile-types.ts';
import type { ContentCode } from './codes.ts';
import { type CompiledLists, compileLists, type EntryHit, type NamedList } from './lists.ts';

/** What texts are checked against; compiled once, used for many posts. */
export interface ContentContext {
  words: CompiledLists;
  /** null outside of a workspace. */
  voice: Brand['voice'] | null;
}

/** What is known about the right to use a picture, recording or font. */
export interface RightsFacts {
  kind: 'asset' | 'font';
  name: string;
  licence: string;
  source: string;
  /** Last day, `YYYY-MM-DD`; null where it does not end. */
  licenceUntil: string | null;
  /** Place in the list of media; absent for what is inside a design or clip. */
  media?: number;
}

/** One platform's version of a post. */
export interface ContentTarget {
  profile: FormatProfile;
  content: PostContent;
  disclosure: Disclosure;
  /** The post's notes on where its facts come from. */
  sources: string;
  /** Absent where nobody looked. */
  rights?: readonly RightsFacts[];
  /** Day on which it goes out, `YYYY-MM-DD`: the planned one, else today. */
  day: string;
}

/** A text of the platform's form. */
export interface FieldText {
  field: string;
  text: string;
  /** What the word lists find in it. */
  hits: readonly EntryHit[];
}

/** The brand's banned words join the list of the brand's voice, under its severity and switch. */
export function contentContext(
  lists: readonly NamedList[],
  voice: Brand['voice'] | null = null,
): ContentContext {
  const all = lists.map((each): NamedList => {
    if (each.id !== 'brand-voice' || !voice) return each;
    const banned = voice.banned.map((word) => word.trim()).filter((word) => word !== '');
    return {
      ...each,
      list: { ...each.list, entries: [...each.list.entries, ...banned.map((word) => ({ word }))] },
    };
  });
  return { words: compileLists(all), voice };
}

/** The switched-on list of that id, where the platform is one of its platforms. */
export function listFor(context: ContentContext, profile: FormatProfile, id: string): NamedList | null {
  return context.words.lists.find((each) => each.id === id && speaksTo(each, profile)) ?? null;
}

export function speaksTo({ list }: NamedList, profile: FormatProfile): boolean {
  return list.platforms.length === 0 || list.platforms.includes(profile.platformId);
}

/** A finding under a list's severity, reason and source. */
export function byList(
  code: ContentCode,
  { list }: NamedList,
  message: Finding['message'],
  more: Partial<Finding> = {},
): Finding {
  return {
    code,
    severity: list.severity,
    message,
    why: list.why,
    ...(list.source === '' ? {} : { source: list.source }),
    ...more,
  };
}

/** One step milder. */
export function milder(severity: Finding['severity']): Finding['severity'] {
  return severity === 'error' ? 'warning' : 'note';
}
