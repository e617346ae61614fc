import type { Words } from '#renderer/ui/words.tsx';
import { factStepName } from '#shared/platforms/fact-names.ts';
import type { FactValue, Unit } from '#shared/platforms/rule-pack.ts';

type Speech = Pick<Words, 't' | 'say' | 'locale'>;

/** What a number in a fact measures; its key tells. */
export type Measure = 'bytes' | 'seconds' | 'pixels' | 'rate' | 'kbps' | 'plain';

const pixelKeys =
  /^(?:(?:min|max)_)?(?:width|height|side|dimension)$|dimensions$|^sizes$|^cover_min$|safe_zone$/;

/** @param path of the fact inside its format */
export function measureOf(path: readonly string[]): Measure {
  const key = path.at(-1) ?? '';
  if (/(?:^|_)bytes(?:_|$)/.test(key)) return 'bytes';
  if (key.endsWith('_s')) return 'seconds';
  if (key.endsWith('kbps')) return 'kbps';
  if (key.endsWith('fps')) return 'rate';
  return pixelKeys.test(key) || path.includes('sizes') ? 'pixels' : 'plain';
}

/** A fact's place without its last step or with it: `Text › body › at most`. */
export function placeText(path: readonly string[], { say }: Pick<Words, 'say'>): string {
  return path
    .filter((step) => step !== 'fields' && step !== 'sizes')
    .map((step) => say(factStepName(step)))
    .join(' › ');
}

/** The unit's name, as words for counting text. */
export function unitText(unit: Unit, { t }: Pick<Words, 't'>): string {
  const names: Record<Unit, string> = {
    'x-weighted': t('rules.unit-x-weighted'),
    'weibo-zi': t('rules.unit-weibo-zi'),
    'xhs-title': t('rules.unit-xhs-title'),
    mastodon: t('rules.unit-mastodon'),
    bluesky: t('rules.unit-bluesky'),
    threads: t('rules.unit-threads'),
    utf16: t('rules.unit-utf16'),
    'utf8-byte': t('rules.unit-utf8-byte'),
    codepoint: t('rules.unit-codepoint'),
    grapheme: t('rules.unit-grapheme'),
    zi: t('rules.unit-zi'),
    characters: t('rules.unit-characters'),
  };
  return names[unit];
}

const byteSteps = [
  { name: 'GB', size: 1024 ** 3 },
  { name: 'MB', size: 1024 ** 2 },
  { name: 'KB', size: 1024 },
] as const;

function amount(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** `8 MB`, `2 h 30 min`, `1,080 px`. */
function numberText(value: number, measure: Measure, { t, locale }: Speech): string {
  const number = amount(value, locale);
  if (measure === 'bytes') {
    const step = byteSteps.find(({ size }) => value >= size);
    return step ? `${amount(value / step.size, locale)} ${step.name}` : `${number} B`;
  }
  if (measure === 'seconds') return secondsText(value, { t, locale });
  if (measure === 'kbps') return `${number} kbps`;
  if (measure === 'rate') return `${number} fps`;
  return measure === 'pixels' ? `${number} px` : number;
}

function secondsText(value: number, { t, locale }: Pick<Words, 't' | 'locale'>): string {
  const steps = [
    { size: 86_400, word: t('rules.days') },
    { size: 3600, word: t('rules.hours') },
    { size: 60, word: t('rules.minutes') },
    { size: 1, word: t('rules.seconds') },
  ];
  let rest = value;
  const said: string[] = [];
  for (const { size, word } of steps) {
    const count = size === 1 ? rest : Math.floor(rest / size);
    if (count > 0) said.push(`${amount(count, locale)} ${word}`);
    rest -= count * size;
  }
  return said.length === 0 ? `0 ${t('rules.seconds')}` : said.join(' ');
}

/** A fact's value as one line: `1080 × 1350 px`, `jpg, png`, `2,200`, `top 100 px`. */
export function valueText(value: FactValue, measure: Measure, words: Speech): string {
  if (value === null) return '–';
  if (typeof value === 'number') return numberText(value, measure, words);
  if (typeof value === 'boolean') return value ? words.t('rules.yes') : words.t('rules.no');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const isPair = value.length === 2 && value.every((each) => typeof each === 'number');
    if (isPair) return `${value.map(String).join(' × ')}${measure === 'plain' ? '' : ' px'}`;
    return value.map((each) => valueText(each, measure, words)).join(', ');
  }
  const ends = Object.keys(value);
  if (ends.every((key) => key === 'min' || key === 'max')) {
    const [min, max] = [value['min'], value['max']].map((end) =>
      end === undefined ? null : valueText(end, measure, words),
    );
    if (min !== null && max !== null) return `${min} – ${max}`;
    return min === null || min === undefined ? `≤ ${max ?? ''}` : `≥ ${min}`;
  }
  return Object.entries(value)
    .map(([key, each]) => `${words.say(factStepName(key))} ${valueText(each, measure, words)}`)
    .join(' · ');
}
