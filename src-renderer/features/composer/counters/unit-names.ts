import type { Unit } from '#shared/platforms/rule-pack.ts';

/** The word for what each unit counts. */
export const unitWords: Record<Unit, string> = {
  'x-weighted': 'composer.unitWeighted',
  'weibo-zi': 'composer.unitZi',
  'xhs-title': 'composer.unitZi',
  mastodon: 'composer.unitMastodon',
  bluesky: 'composer.unitGraphemes',
  threads: 'composer.unitThreads',
  utf16: 'composer.unitUtf16',
  'utf8-byte': 'composer.unitBytes',
  codepoint: 'composer.unitCodepoints',
  grapheme: 'composer.unitGraphemes',
  zi: 'composer.unitZi',
  characters: 'composer.unitCharacters',
};
