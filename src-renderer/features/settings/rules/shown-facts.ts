import { factsOfFormat, isDisputed, otherWays } from '#shared/platforms/fact-list.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import type { Confidence, PlatformFormat, RulePack } from '#shared/platforms/rule-pack.ts';
import type { Words } from '#renderer/ui/words.tsx';
import { type KeptChange, keyOfChange } from './change-rules.ts';
import type { ShownFact } from './fact-row.tsx';
import { measureOf, placeText, unitText, valueText } from './fact-text.ts';

/** What the list is narrowed to. */
export interface FactFilter {
  /** Null: all. */
  platform: string | null;
  search: string;
  confidence: Confidence | null;
  only: 'all' | 'changed' | 'disputed';
}

export interface ShownFormat {
  platform: RulePack['platforms'][number];
  format: PlatformFormat;
  facts: ShownFact[];
}

/** Words of a fact that the search looks in: both its name and its value as they are shown, and its sources. */
function haystack(shown: ShownFact, words: Words): string {
  const { fact, path } = shown;
  const unit = fact.unit ? unitText(fact.unit, words) : '';
  const text = valueText(fact.value, measureOf(path), words);
  return `${placeText(path, words)} ${path.join(' ')} ${text} ${JSON.stringify(fact.value)} ${unit} ${fact.note ?? ''} ${fact.source}`.toLowerCase();
}

/** Facts by format, as the filter has them; formats without any are left out. */
export function shownFacts(
  pack: RulePack,
  kept: readonly KeptChange[],
  accountId: string | null,
  filter: FactFilter,
  words: Words,
): ShownFormat[] {
  const changes = Map.groupBy(
    kept.filter(({ body }) => body.accountId === accountId),
    ({ body }) => keyOfChange(body),
  );
  const needles = filter.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const platforms = offeredPlatforms(pack).filter(
    (platform) => filter.platform === null || platform.id === filter.platform,
  );
  return platforms.flatMap((platform) =>
    platform.formats.flatMap((format): ShownFormat[] => {
      const all = factsOfFormat(format);
      const facts = all
        .map((placed): ShownFact => {
          const place = { platform: platform.id, format: format.id, path: placed.path, accountId };
          return {
            ...placed,
            ...place,
            ways: otherWays(placed, all),
            changes: changes.get(keyOfChange(place)) ?? [],
          };
        })
        .filter((shown) => {
          if (filter.confidence !== null && shown.fact.confidence !== filter.confidence) return false;
          if (filter.only === 'changed' && shown.fact.confidence !== 'user') return false;
          if (filter.only === 'disputed' && !isDisputed(shown) && shown.ways.length === 0) return false;
          if (needles.length === 0) return true;
          const hay =
            `${haystack(shown, words)} ${platform.id} ${words.say(platform.name)} ${words.say(format.name)}`.toLowerCase();
          return needles.every((needle) => hay.includes(needle));
        });
      return facts.length === 0 ? [] : [{ platform, format, facts }];
    }),
  );
}
