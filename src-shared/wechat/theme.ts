import { z } from 'zod';

/** `#rrggbb`, or a brand colour as `token:accent`, which follows the brand of the workspace. */
const themeColourSchema = z.string().regex(/^(#[0-9a-fA-F]{6}|token:[a-z0-9-]{1,40})$/);

const words = z.string().max(500);
const px = (most: number) => z.number().min(0).max(most);

export const headingStyles = [
  'plain',
  'underline',
  'bar',
  'centred',
  'badge',
  'box',
  'number',
  'ribbon',
  'brackets',
] as const;
export type HeadingStyle = (typeof headingStyles)[number];

const headingSchema = z.object({
  style: z.enum(headingStyles),
  size: z.number().min(12).max(40),
  colour: themeColourSchema,
  /** Of its bar, line, badge or box. */
  accent: themeColourSchema,
  above: px(80),
  below: px(60),
});
export type HeadingTheme = z.infer<typeof headingSchema>;

const calloutSchema = z.object({ label: z.string().max(20), colour: themeColourSchema });

export const quoteStyles = ['plain', 'bar', 'card', 'marks'] as const;
export const bulletMarks = ['•', '◦', '▪', '◆', '—', '›'] as const;
export const numberStyles = ['plain', 'padded', 'badge'] as const;
export const dividerStyles = ['line', 'dashed', 'double', 'short', 'dots', 'diamond'] as const;
export const emphasisStyles = ['bold', 'colour', 'marker', 'underline'] as const;
export const introStyles = ['card', 'line', 'centred'] as const;

/**
 * How an article looks. Lengths are CSS px on a phone; everything in it can be written as inline styles that the
 * platform keeps. `foreign` says what becomes of links and pictures that the platform would take out.
 */
export const articleThemeSchema = z.object({
  version: z.literal(1),
  body: z.object({
    size: z.number().min(12).max(24),
    /** A multiple of the size. */
    lineHeight: z.number().min(1.2).max(2.6),
    letterSpacing: px(4),
    colour: themeColourSchema,
    /** null: the platform's white. */
    background: themeColourSchema.nullable(),
    /** Left and right. */
    padding: px(32),
    /** Between paragraphs. */
    gap: px(48),
    /** First lines begin two characters further in, as in Chinese print. */
    indent: z.boolean(),
    justify: z.boolean(),
  }),
  headings: z.tuple([headingSchema, headingSchema, headingSchema]),
  quote: z.object({
    style: z.enum(quoteStyles),
    colour: themeColourSchema,
    accent: themeColourSchema,
    background: themeColourSchema,
  }),
  callouts: z.object({ note: calloutSchema, tip: calloutSchema, warning: calloutSchema }),
  list: z.object({
    bullet: z.enum(bulletMarks),
    number: z.enum(numberStyles),
    colour: themeColourSchema,
  }),
  divider: z.object({ style: z.enum(dividerStyles), colour: themeColourSchema }),
  image: z.object({
    radius: px(40),
    shadow: z.boolean(),
    caption: themeColourSchema,
    captionSize: z.number().min(10).max(20),
    /** Pictures of other sites: left out, or a line that says which picture belongs there. */
    foreign: z.enum(['leave-out', 'placeholder']),
  }),
  link: z.object({
    colour: themeColourSchema,
    underline: z.boolean(),
    /** Links to other sites: only their words, or numbered with the addresses at the end. */
    foreign: z.enum(['words', 'footnotes']),
    /** Title of the addresses at the end. */
    references: z.string().max(40),
  }),
  code: z.object({
    colour: themeColourSchema,
    background: themeColourSchema,
    inlineColour: themeColourSchema,
    inlineBackground: themeColourSchema,
    size: z.number().min(10).max(20),
    radius: px(20),
  }),
  table: z.object({
    header: themeColourSchema,
    headerColour: themeColourSchema,
    border: themeColourSchema,
    /** Of every second row; null: none. */
    stripe: themeColourSchema.nullable(),
  }),
  emphasis: z.object({ style: z.enum(emphasisStyles), colour: themeColourSchema }),
  intro: z.object({ on: z.boolean(), style: z.enum(introStyles), text: words, colour: themeColourSchema }),
  end: z.object({ on: z.boolean(), title: words, text: words, colour: themeColourSchema }),
  signature: z.object({ on: z.boolean(), text: words, colour: themeColourSchema }),
});
export type ArticleTheme = z.infer<typeof articleThemeSchema>;
