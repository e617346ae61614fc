import type { Bilingual } from '#shared/contract/failure.ts';
import type { ArticleTheme } from '../theme.ts';
import { themeOf } from './theme-of.ts';

interface ShippedTheme {
  id: string;
  name: Bilingual;
  theme: ArticleTheme;
}

const brand = themeOf({
  accent: 'token:accent',
  ink: 'token:ink',
  quiet: '#6b6f76',
  headings: ['plain', 'bar', 'plain'],
  change: { emphasis: { style: 'colour', colour: 'token:accent' } },
});

const galley = themeOf({
  accent: '#c8371b',
  ink: '#2a2f38',
  quiet: '#6a6e75',
  headings: ['plain', 'bar', 'plain'],
});

const ink = themeOf({
  accent: '#1f1f1f',
  ink: '#2b2b2b',
  quiet: '#808080',
  headings: ['centred', 'plain', 'plain'],
  body: { lineHeight: 2, letterSpacing: 1, padding: 12, gap: 22, justify: true },
  change: {
    quote: { style: 'plain', colour: '#6a6a6a', accent: '#1f1f1f', background: '#f7f7f7' },
    divider: { style: 'short', colour: '#1f1f1f' },
    image: { radius: 0, shadow: false, caption: '#909090', captionSize: 12, foreign: 'leave-out' },
  },
});

const celadon = themeOf({
  accent: '#4f8a7b',
  ink: '#2f3d3a',
  quiet: '#71837e',
  headings: ['badge', 'box', 'plain'],
  change: {
    quote: { style: 'card', colour: '#4b625c', accent: '#4f8a7b', background: '#eef5f2' },
    divider: { style: 'diamond', colour: '#8fb8ac' },
    list: { bullet: '◆', number: 'badge', colour: '#4f8a7b' },
    emphasis: { style: 'marker', colour: '#8ecdb9' },
    image: { radius: 10, shadow: false, caption: '#71837e', captionSize: 13, foreign: 'leave-out' },
  },
});

const harbour = themeOf({
  accent: '#2457a6',
  ink: '#253044',
  quiet: '#66728a',
  headings: ['underline', 'number', 'bar'],
  change: {
    list: { bullet: '▪', number: 'padded', colour: '#2457a6' },
    emphasis: { style: 'colour', colour: '#2457a6' },
    divider: { style: 'line', colour: '#c9d4e6' },
    table: { header: '#2457a6', headerColour: '#ffffff', border: '#d5ddea', stripe: '#f5f8fc' },
  },
});

const persimmon = themeOf({
  accent: '#d9692a',
  ink: '#3a302a',
  quiet: '#8a7768',
  headings: ['ribbon', 'badge', 'brackets'],
  body: { background: '#fffaf4', padding: 16 },
  change: {
    quote: { style: 'marks', colour: '#7a5c45', accent: '#d9692a', background: '#fdf1e6' },
    divider: { style: 'dots', colour: '#d9692a' },
    list: { bullet: '•', number: 'badge', colour: '#d9692a' },
    emphasis: { style: 'marker', colour: '#f5b66d' },
    image: { radius: 12, shadow: true, caption: '#8a7768', captionSize: 13, foreign: 'leave-out' },
  },
});

const wisteria = themeOf({
  accent: '#7a5bb5',
  ink: '#34303f',
  quiet: '#7d778c',
  headings: ['centred', 'ribbon', 'plain'],
  change: {
    quote: { style: 'card', colour: '#5c5470', accent: '#7a5bb5', background: '#f5f1fb' },
    divider: { style: 'dots', colour: '#b9a6dc' },
    emphasis: { style: 'marker', colour: '#c9b5ee' },
    image: { radius: 14, shadow: false, caption: '#7d778c', captionSize: 12, foreign: 'leave-out' },
  },
});

const bulletin = themeOf({
  accent: '#b3261e',
  ink: '#222222',
  quiet: '#666666',
  headings: ['plain', 'underline', 'plain'],
  body: { size: 17, indent: true, lineHeight: 1.9, letterSpacing: 0, gap: 16 },
  change: {
    quote: { style: 'plain', colour: '#555555', accent: '#b3261e', background: '#f6f6f6' },
    list: { bullet: '—', number: 'plain', colour: '#222222' },
    divider: { style: 'double', colour: '#bdbdbd' },
    image: { radius: 0, shadow: false, caption: '#666666', captionSize: 14, foreign: 'leave-out' },
  },
});

const terminal = themeOf({
  accent: '#1a7f53',
  ink: '#24292f',
  quiet: '#6e7781',
  headings: ['underline', 'bar', 'plain'],
  body: { size: 15, letterSpacing: 0.2, justify: false },
  change: {
    code: {
      colour: '#d7dde4',
      background: '#1f262d',
      inlineColour: '#0f6b43',
      inlineBackground: '#eaf5ef',
      size: 13,
      radius: 8,
    },
    list: { bullet: '›', number: 'plain', colour: '#1a7f53' },
    divider: { style: 'dashed', colour: '#b6c0ca' },
  },
});

const rouge = themeOf({
  accent: '#c2496f',
  ink: '#40323a',
  quiet: '#927c87',
  headings: ['brackets', 'centred', 'plain'],
  body: { lineHeight: 1.9, padding: 14, gap: 20 },
  change: {
    quote: { style: 'card', colour: '#7c5364', accent: '#c2496f', background: '#fcf0f4' },
    divider: { style: 'diamond', colour: '#e0a3b7' },
    list: { bullet: '◦', number: 'badge', colour: '#c2496f' },
    emphasis: { style: 'underline', colour: '#e79ab4' },
    image: { radius: 16, shadow: false, caption: '#927c87', captionSize: 12, foreign: 'leave-out' },
  },
});

/** The themes that come with the studio, the usual one first. */
export const shippedThemes: readonly ShippedTheme[] = [
  { id: 'galley', name: { en: 'Proof', zh: '校样' }, theme: galley },
  { id: 'brand', name: { en: 'Brand', zh: '品牌' }, theme: brand },
  { id: 'ink', name: { en: 'Ink', zh: '素墨' }, theme: ink },
  { id: 'celadon', name: { en: 'Celadon', zh: '青瓷' }, theme: celadon },
  { id: 'harbour', name: { en: 'Harbour', zh: '海港' }, theme: harbour },
  { id: 'persimmon', name: { en: 'Persimmon', zh: '柿子' }, theme: persimmon },
  { id: 'wisteria', name: { en: 'Wisteria', zh: '紫藤' }, theme: wisteria },
  { id: 'bulletin', name: { en: 'Bulletin', zh: '公报' }, theme: bulletin },
  { id: 'terminal', name: { en: 'Terminal', zh: '终端' }, theme: terminal },
  { id: 'rouge', name: { en: 'Rouge', zh: '胭脂' }, theme: rouge },
];

/** What an article looks like while nobody has chosen. */
export const usualTheme: ArticleTheme = galley;
