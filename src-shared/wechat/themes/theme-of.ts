import { tint } from '../colours.ts';
import type { ArticleTheme, HeadingStyle, HeadingTheme } from '../theme.ts';

/** A theme by its few deciding values; everything else follows from them. */
interface Recipe {
  accent: string;
  ink: string;
  /** Of captions and asides. */
  quiet: string;
  headings: readonly [HeadingStyle, HeadingStyle, HeadingStyle];
  body?: Partial<ArticleTheme['body']>;
  change?: Partial<Omit<ArticleTheme, 'version' | 'body' | 'headings'>>;
}

const sizes = [
  { size: 22, above: 36, below: 18 },
  { size: 18, above: 32, below: 16 },
  { size: 16, above: 24, below: 12 },
] as const;

/** Thinly over white where the colour is known; a brand colour is only known later, so paper grey stands there. */
const soft = (colour: string, share: number): string =>
  colour.startsWith('#') ? tint(colour, share) : '#f6f6f4';

export function themeOf({ accent, ink, quiet, headings, body, change }: Recipe): ArticleTheme {
  const heading = (level: 0 | 1 | 2): HeadingTheme => ({
    style: headings[level],
    colour: ink,
    accent,
    ...sizes[level],
  });
  return {
    version: 1,
    body: {
      size: 16,
      lineHeight: 1.8,
      letterSpacing: 0.5,
      colour: ink,
      background: null,
      padding: 8,
      gap: 18,
      indent: false,
      justify: true,
      ...body,
    },
    headings: [heading(0), heading(1), heading(2)],
    quote: { style: 'bar', colour: quiet, accent, background: soft(accent, 0.06) },
    callouts: {
      note: { label: '说明', colour: '#3f6fa8' },
      tip: { label: '提示', colour: '#27764b' },
      warning: { label: '注意', colour: '#b7791f' },
    },
    list: { bullet: '•', number: 'plain', colour: accent },
    divider: { style: 'short', colour: accent },
    image: { radius: 4, shadow: false, caption: quiet, captionSize: 13, foreign: 'leave-out' },
    link: { colour: accent, underline: true, foreign: 'words', references: '参考链接' },
    code: {
      colour: '#2d333b',
      background: '#f4f5f7',
      inlineColour: '#9a3b26',
      inlineBackground: '#f6f3f0',
      size: 13,
      radius: 6,
    },
    table: { header: soft(accent, 0.12), headerColour: ink, border: '#dcdcd8', stripe: '#fafaf8' },
    emphasis: { style: 'bold', colour: accent },
    intro: { on: false, style: 'card', text: '', colour: quiet },
    end: { on: false, title: '谢谢阅读', text: '关注我们，不错过下一篇。', colour: accent },
    signature: { on: false, text: '', colour: quiet },
    ...change,
  };
}
