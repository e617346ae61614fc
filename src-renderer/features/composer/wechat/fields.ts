import {
  bulletMarks,
  dividerStyles,
  emphasisStyles,
  headingStyles,
  introStyles,
  numberStyles,
  quoteStyles,
} from '#shared/wechat/theme.ts';

/** One thing about a theme that can be changed; `path` leads to it, `label` is its word. */
export type ThemeField = { path: readonly (string | number)[]; label: string } & (
  | { kind: 'number'; min: number; max: number; step?: number; unit: string }
  | { kind: 'colour'; optional?: true }
  | { kind: 'switch' }
  | { kind: 'text'; long?: true }
  | { kind: 'choice'; options: readonly string[] }
);

export interface ThemeSection {
  id: string;
  label: string;
  fields: readonly ThemeField[];
}

const px = 'px';
const size = 'wechat.size';
const colour = 'wechat.colour';
const accent = 'wechat.accent';
const background = 'wechat.background';
const style = 'wechat.style';

const heading = (level: 0 | 1 | 2): ThemeField[] => {
  const at = ['headings', level] as const;
  return [
    { path: [...at, 'style'], label: style, kind: 'choice', options: headingStyles },
    { path: [...at, 'size'], label: size, kind: 'number', min: 12, max: 40, unit: px },
    { path: [...at, 'colour'], label: colour, kind: 'colour' },
    { path: [...at, 'accent'], label: accent, kind: 'colour' },
    { path: [...at, 'above'], label: 'wechat.above', kind: 'number', min: 0, max: 80, unit: px },
    { path: [...at, 'below'], label: 'wechat.below', kind: 'number', min: 0, max: 60, unit: px },
  ];
};

const callout = (tone: 'note' | 'tip' | 'warning'): ThemeField[] => [
  { path: ['callouts', tone, 'label'], label: 'wechat.label', kind: 'text' },
  { path: ['callouts', tone, 'colour'], label: colour, kind: 'colour' },
];

/** All of a theme, in the order in which a reader meets it. */
export const themeSections: readonly ThemeSection[] = [
  {
    id: 'body',
    label: 'wechat.section-body',
    fields: [
      { path: ['body', 'size'], label: size, kind: 'number', min: 12, max: 24, unit: px },
      {
        path: ['body', 'lineHeight'],
        label: 'wechat.line-height',
        kind: 'number',
        min: 1.2,
        max: 2.6,
        step: 0.05,
        unit: '×',
      },
      {
        path: ['body', 'letterSpacing'],
        label: 'wechat.letter-spacing',
        kind: 'number',
        min: 0,
        max: 4,
        step: 0.1,
        unit: px,
      },
      { path: ['body', 'gap'], label: 'wechat.gap', kind: 'number', min: 0, max: 48, unit: px },
      { path: ['body', 'padding'], label: 'wechat.padding', kind: 'number', min: 0, max: 32, unit: px },
      { path: ['body', 'colour'], label: colour, kind: 'colour' },
      { path: ['body', 'background'], label: background, kind: 'colour', optional: true },
      { path: ['body', 'indent'], label: 'wechat.indent', kind: 'switch' },
      { path: ['body', 'justify'], label: 'wechat.justify', kind: 'switch' },
    ],
  },
  { id: 'h1', label: 'wechat.section-h1', fields: heading(0) },
  { id: 'h2', label: 'wechat.section-h2', fields: heading(1) },
  { id: 'h3', label: 'wechat.section-h3', fields: heading(2) },
  {
    id: 'emphasis',
    label: 'wechat.section-emphasis',
    fields: [
      { path: ['emphasis', 'style'], label: style, kind: 'choice', options: emphasisStyles },
      { path: ['emphasis', 'colour'], label: colour, kind: 'colour' },
    ],
  },
  {
    id: 'quote',
    label: 'wechat.section-quote',
    fields: [
      { path: ['quote', 'style'], label: style, kind: 'choice', options: quoteStyles },
      { path: ['quote', 'colour'], label: colour, kind: 'colour' },
      { path: ['quote', 'accent'], label: accent, kind: 'colour' },
      { path: ['quote', 'background'], label: background, kind: 'colour' },
    ],
  },
  { id: 'note', label: 'wechat.section-note', fields: callout('note') },
  { id: 'tip', label: 'wechat.section-tip', fields: callout('tip') },
  { id: 'warning', label: 'wechat.section-warning', fields: callout('warning') },
  {
    id: 'list',
    label: 'wechat.section-list',
    fields: [
      { path: ['list', 'bullet'], label: 'wechat.bullet', kind: 'choice', options: bulletMarks },
      { path: ['list', 'number'], label: 'wechat.numbers', kind: 'choice', options: numberStyles },
      { path: ['list', 'colour'], label: colour, kind: 'colour' },
    ],
  },
  {
    id: 'divider',
    label: 'wechat.section-divider',
    fields: [
      { path: ['divider', 'style'], label: style, kind: 'choice', options: dividerStyles },
      { path: ['divider', 'colour'], label: colour, kind: 'colour' },
    ],
  },
  {
    id: 'image',
    label: 'wechat.section-image',
    fields: [
      { path: ['image', 'radius'], label: 'wechat.radius', kind: 'number', min: 0, max: 40, unit: px },
      { path: ['image', 'shadow'], label: 'wechat.shadow', kind: 'switch' },
      { path: ['image', 'caption'], label: 'wechat.caption-colour', kind: 'colour' },
      {
        path: ['image', 'captionSize'],
        label: 'wechat.caption-size',
        kind: 'number',
        min: 10,
        max: 20,
        unit: px,
      },
      {
        path: ['image', 'foreign'],
        label: 'wechat.foreign-pictures',
        kind: 'choice',
        options: ['leave-out', 'placeholder'],
      },
    ],
  },
  {
    id: 'link',
    label: 'wechat.section-link',
    fields: [
      { path: ['link', 'colour'], label: colour, kind: 'colour' },
      { path: ['link', 'underline'], label: 'wechat.underline', kind: 'switch' },
      {
        path: ['link', 'foreign'],
        label: 'wechat.foreign-links',
        kind: 'choice',
        options: ['words', 'footnotes'],
      },
      { path: ['link', 'references'], label: 'wechat.references', kind: 'text' },
    ],
  },
  {
    id: 'code',
    label: 'wechat.section-code',
    fields: [
      { path: ['code', 'size'], label: size, kind: 'number', min: 10, max: 20, unit: px },
      { path: ['code', 'radius'], label: 'wechat.radius', kind: 'number', min: 0, max: 20, unit: px },
      { path: ['code', 'colour'], label: colour, kind: 'colour' },
      { path: ['code', 'background'], label: background, kind: 'colour' },
      { path: ['code', 'inlineColour'], label: 'wechat.inline-colour', kind: 'colour' },
      { path: ['code', 'inlineBackground'], label: 'wechat.inline-background', kind: 'colour' },
    ],
  },
  {
    id: 'table',
    label: 'wechat.section-table',
    fields: [
      { path: ['table', 'header'], label: 'wechat.header-background', kind: 'colour' },
      { path: ['table', 'headerColour'], label: 'wechat.header-colour', kind: 'colour' },
      { path: ['table', 'border'], label: 'wechat.border', kind: 'colour' },
      { path: ['table', 'stripe'], label: 'wechat.stripe', kind: 'colour', optional: true },
    ],
  },
  {
    id: 'intro',
    label: 'wechat.section-intro',
    fields: [
      { path: ['intro', 'on'], label: 'wechat.show', kind: 'switch' },
      { path: ['intro', 'style'], label: style, kind: 'choice', options: introStyles },
      { path: ['intro', 'colour'], label: colour, kind: 'colour' },
      { path: ['intro', 'text'], label: 'wechat.text', kind: 'text', long: true },
    ],
  },
  {
    id: 'end',
    label: 'wechat.section-end',
    fields: [
      { path: ['end', 'on'], label: 'wechat.show', kind: 'switch' },
      { path: ['end', 'colour'], label: colour, kind: 'colour' },
      { path: ['end', 'title'], label: 'wechat.title', kind: 'text' },
      { path: ['end', 'text'], label: 'wechat.text', kind: 'text', long: true },
    ],
  },
  {
    id: 'signature',
    label: 'wechat.section-signature',
    fields: [
      { path: ['signature', 'on'], label: 'wechat.show', kind: 'switch' },
      { path: ['signature', 'colour'], label: colour, kind: 'colour' },
      { path: ['signature', 'text'], label: 'wechat.text', kind: 'text' },
    ],
  },
];

/** Words of choices; marks that speak for themselves stand as they are. */
export const choiceWords: Readonly<Record<string, string>> = {
  plain: 'wechat.choice-plain',
  underline: 'wechat.choice-underline',
  bar: 'wechat.choice-bar',
  centred: 'wechat.choice-centred',
  badge: 'wechat.choice-badge',
  box: 'wechat.choice-box',
  number: 'wechat.choice-number',
  ribbon: 'wechat.choice-ribbon',
  brackets: 'wechat.choice-brackets',
  card: 'wechat.choice-card',
  marks: 'wechat.choice-marks',
  padded: 'wechat.choice-padded',
  line: 'wechat.choice-line',
  dashed: 'wechat.choice-dashed',
  double: 'wechat.choice-double',
  short: 'wechat.choice-short',
  dots: 'wechat.choice-dots',
  diamond: 'wechat.choice-diamond',
  bold: 'wechat.choice-bold',
  colour: 'wechat.choice-colour',
  marker: 'wechat.choice-marker',
  'leave-out': 'wechat.choice-leave-out',
  placeholder: 'wechat.choice-placeholder',
  words: 'wechat.choice-words',
  footnotes: 'wechat.choice-footnotes',
};

/** The value that a path leads to. */
export function valueAt(theme: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    theme,
  );
}

/** The same with another value there. */
export function withValueAt<T>(theme: T, path: readonly (string | number)[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const inside = valueAt(theme, [key]);
  const next = withValueAt(inside, rest, value);
  // The path is one of the table above, so the shape stays a theme's.
  return (
    Array.isArray(theme)
      ? theme.map((each: unknown, index) => (index === key ? next : each))
      : { ...theme, [key]: next }
  ) as T;
}
