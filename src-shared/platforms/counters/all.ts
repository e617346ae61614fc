import type { Unit } from '../rule-pack.ts';
import { bluesky } from './bluesky.ts';
import { characters } from './characters.ts';
import { codepoint } from './codepoint.ts';
import type { Counter } from './counter.ts';
import { grapheme } from './grapheme.ts';
import { mastodon } from './mastodon.ts';
import { threads } from './threads.ts';
import { utf16 } from './utf16.ts';
import { utf8Byte } from './utf8-byte.ts';
import { weiboZi } from './weibo-zi.ts';
import { xWeighted } from './x-weighted.ts';
import { xhsTitle } from './xhs-title.ts';
import { zi } from './zi.ts';

/** One counter for every unit of the rule pack. */
export const counters: Record<Unit, Counter> = {
  'x-weighted': xWeighted,
  'weibo-zi': weiboZi,
  'xhs-title': xhsTitle,
  mastodon,
  bluesky,
  threads,
  utf16,
  'utf8-byte': utf8Byte,
  codepoint,
  grapheme,
  zi,
  characters,
};
