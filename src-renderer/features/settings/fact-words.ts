import type { Words } from '#renderer/ui/words.tsx';

/** Words of the steps in a fact's path; the rare ones stay as the rule pack's files write them. */
const stepWords: Record<string, string> = {
  text: 'settings.fact-text',
  image: 'settings.fact-image',
  video: 'settings.fact-video',
  other: 'settings.fact-other',
  max: 'settings.fact-max',
  min: 'settings.fact-min',
  sizes: 'settings.fact-sizes',
  'max bytes': 'settings.fact-max-bytes',
  formats: 'settings.fact-formats',
  title: 'settings.fact-title',
  'max count': 'settings.fact-max-count',
  disclosure: 'settings.fact-disclosure',
  'max duration s': 'settings.fact-max-seconds',
  'min duration s': 'settings.fact-min-seconds',
  links: 'settings.fact-links',
  link: 'settings.fact-link',
  description: 'settings.fact-description',
  'hashtag syntax': 'settings.fact-hashtag-syntax',
  'mention syntax': 'settings.fact-mention-syntax',
  thumbnail: 'settings.fact-thumbnail',
  'safe zone': 'settings.fact-safe-zone',
  body: 'settings.fact-body',
  alternatives: 'settings.fact-alternatives',
  portrait: 'settings.fact-portrait',
  landscape: 'settings.fact-landscape',
  square: 'settings.fact-square',
  cover: 'settings.fact-cover',
  api: 'settings.fact-api',
  'first comment': 'settings.fact-first-comment',
  'alt text': 'settings.fact-alt-text',
  'alt text max': 'settings.fact-alt-text-max',
  'max hashtags': 'settings.fact-max-hashtags',
  'max mentions': 'settings.fact-max-mentions',
  fold: 'settings.fact-fold',
  aspect: 'settings.fact-aspect',
  aspects: 'settings.fact-aspects',
  location: 'settings.fact-location',
  markup: 'settings.fact-markup',
  fps: 'settings.fact-fps',
  'max fps': 'settings.fact-max-fps',
  codecs: 'settings.fact-codecs',
  required: 'settings.fact-required',
  'max bitrate kbps': 'settings.fact-max-bitrate',
  audio: 'settings.fact-audio',
  schedule: 'settings.fact-schedule',
  'schedule min s': 'settings.fact-schedule-min',
  'schedule max s': 'settings.fact-schedule-max',
  caption: 'settings.fact-caption',
  'daily max': 'settings.fact-daily-max',
  tags: 'settings.fact-tags',
  poll: 'settings.fact-poll',
  'min height': 'settings.fact-min-height',
  'max width': 'settings.fact-max-width',
  width: 'settings.fact-width',
  recommended: 'settings.fact-recommended',
  content: 'settings.fact-content',
  story: 'settings.fact-story',
  'color space': 'settings.fact-colour-space',
  'url length': 'settings.fact-url-length',
  digest: 'settings.fact-digest',
};

/** A fact's place in this window's language: `text › title › max` → `正文 › 标题 › 上限`. */
export function factPlace(path: string, { t }: Pick<Words, 't'>): string {
  return path
    .split(' › ')
    .map((step) => {
      const word = stepWords[step];
      return word === undefined ? step : t(word);
    })
    .join(' › ');
}
