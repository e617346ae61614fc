import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { FinishedArticle } from '#shared/wechat/article.ts';

interface ArticleLimits {
  /** The HTML with its marks, as the platform counts it. */
  characters: number;
  bytes: number;
  most: number;
  mostBytes: number;
  over: boolean;
  /** What would be lost, without what is empty only because of it. */
  lost: number;
}

/** An article beside what the rule pack says about the platform's field for it. */
export function articleLimits(article: FinishedArticle, profile: FormatProfile): ArticleLimits {
  const field = profile.text.fields.find(({ role }) => role === 'body');
  const most = field?.max?.value ?? Number.POSITIVE_INFINITY;
  const mostBytes = field?.maxBytes?.value ?? Number.POSITIVE_INFINITY;
  const { characters, bytes, lost } = article;
  return {
    characters,
    bytes,
    most,
    mostBytes,
    over: characters > most || bytes > mostBytes,
    lost: lost.filter(({ rule }) => rule !== 'empty' || lost.length === 1).length,
  };
}
