import type { Block } from '#shared/rich/blocks.ts';

const words = (text: string) => ({ kind: 'text' as const, text });

/** What a theme shows of itself in the gallery; the same in both languages, because articles of WeChat are Chinese. */
export const sampleBlocks: readonly Block[] = [
  { kind: 'heading', level: 1, align: 'start', inlines: [words('江边的春天')] },
  {
    kind: 'paragraph',
    align: 'start',
    inlines: [
      words('清晨的江边有薄雾，'),
      { ...words('柳树抽出新芽'), bold: true },
      words('，人们沿着堤岸慢慢走。'),
    ],
  },
  { kind: 'heading', level: 2, align: 'start', inlines: [words('出发之前')] },
  { kind: 'quote', inlines: [words('春水初生，春林初盛。')] },
  {
    kind: 'list',
    ordered: true,
    start: 1,
    items: [
      { inlines: [words('带上水和帽子')], checked: null, lists: [] },
      { inlines: [words('早一点出门')], checked: null, lists: [] },
    ],
  },
  { kind: 'divider' },
];
