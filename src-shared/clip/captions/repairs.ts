import type { Bilingual } from '#shared/contract/failure.ts';

/** What can be wrong with a caption file, and what was done about it. `n` counts, `first` is the first line of the file with it. */
const sentences = {
  markup: (n: number) => ({
    en: `Formatting (italics, colours, positions) of ${n} caption(s) was left out.`,
    zh: `已去除 ${n} 条字幕中的格式（斜体、颜色、位置）。`,
  }),
  'number-missing': (n: number) => ({
    en: `${n} caption(s) had no number; they were numbered.`,
    zh: `${n} 条字幕缺少序号，已补上。`,
  }),
  'blank-line-missing': (n: number) => ({
    en: `${n} caption(s) were not parted from the one before by an empty line; they were parted.`,
    zh: `${n} 条字幕与前一条之间缺少空行，已分开。`,
  }),
  'odd-time': (n: number, first: number) => ({
    en: `${n} time(s) were written unusually (first in line ${first}); they were read as meant.`,
    zh: `${n} 处时间写法不规范（首处在第 ${first} 行），已按原意读取。`,
  }),
  'time-missing': (n: number, first: number) => ({
    en: `${n} caption(s) had no time (first in line ${first}); they follow the one before.`,
    zh: `${n} 条字幕没有时间（首处在第 ${first} 行），已接在前一条之后。`,
  }),
  'start-missing': (n: number, first: number) => ({
    en: `${n} caption(s) had no readable start (first in line ${first}); they start after the one before.`,
    zh: `${n} 条字幕的开始时间无法读取（首处在第 ${first} 行），已从前一条之后开始。`,
  }),
  'end-missing': (n: number, first: number) => ({
    en: `${n} caption(s) had no readable end (first in line ${first}); they stay for 2 seconds or until the next.`,
    zh: `${n} 条字幕的结束时间无法读取（首处在第 ${first} 行），显示 2 秒或到下一条为止。`,
  }),
  'end-before-start': (n: number, first: number) => ({
    en: `${n} caption(s) ended before they started (first in line ${first}); they stay for 2 seconds or until the next.`,
    zh: `${n} 条字幕的结束早于开始（首处在第 ${first} 行），显示 2 秒或到下一条为止。`,
  }),
  'before-start': (n: number, first: number) => ({
    en: `${n} caption(s) reached before the start of the clip (first in line ${first}); that part was left out.`,
    zh: `${n} 条字幕早于视频开头（首处在第 ${first} 行），该部分已舍去。`,
  }),
  'too-late': (n: number, first: number) => ({
    en: `${n} caption(s) lay beyond 100 hours (first in line ${first}); they were left out.`,
    zh: `${n} 条字幕超过 100 小时（首处在第 ${first} 行），已舍去。`,
  }),
  unsorted: (n: number) => ({
    en: `${n} caption(s) were out of order; they were sorted by time.`,
    zh: `${n} 条字幕顺序错乱，已按时间排序。`,
  }),
  duplicate: (n: number) => ({
    en: `${n} caption(s) were there twice; each is kept once.`,
    zh: `${n} 条字幕重复，各保留一条。`,
  }),
  rolling: (n: number) => ({
    en: `${n} caption(s) repeated the line before (rolling captions); the repetition was left out.`,
    zh: `${n} 条字幕重复了上一行（滚动字幕），已去除重复。`,
  }),
  joined: (n: number) => ({
    en: `${n} caption(s) were shown together with another; each pair became one caption of several lines.`,
    zh: `${n} 条字幕与另一条同时显示，已合并为一条多行字幕。`,
  }),
  cut: (n: number) => ({
    en: `${n} caption(s) overlapped the next one; they end where it starts.`,
    zh: `${n} 条字幕与下一条重叠，已在下一条开始处结束。`,
  }),
  empty: (n: number) => ({
    en: `${n} caption(s) without words were left out.`,
    zh: `已舍去 ${n} 条没有文字的字幕。`,
  }),
  'unknown-lines': (n: number, first: number) => ({
    en: `${n} line(s) belong to no caption (first: line ${first}); they were left out.`,
    zh: `${n} 行不属于任何字幕（首处为第 ${first} 行），已舍去。`,
  }),
  'text-cut': (n: number, first: number) => ({
    en: `${n} caption(s) had more than 5,000 characters (first in line ${first}); the rest was left out.`,
    zh: `${n} 条字幕超过 5000 字（首处在第 ${first} 行），其余已舍去。`,
  }),
  'cut-off': (_n: number, first: number) => ({
    en: `The file breaks off in line ${first}: a caption without time and words was left out.`,
    zh: `文件在第 ${first} 行中断：已舍去一条没有时间和文字的字幕。`,
  }),
  'too-many': () => ({
    en: 'The file has more than 20,000 captions; those after were left out.',
    zh: '文件中的字幕超过 20000 条，之后的已舍去。',
  }),
  none: () => ({ en: 'There are no captions in this file.', zh: '此文件中没有字幕。' }),
} satisfies Record<string, (count: number, firstLine: number) => Bilingual>;

type RepairKind = keyof typeof sentences;

/** Collects what was repaired in one file. */
export interface Repairs {
  /** `line` counts from 1. */
  add(kind: RepairKind, line: number): void;
  /** One sentence for each kind, in the order of the table above. */
  notes(): Bilingual[];
}

export function createRepairs(): Repairs {
  const found = new Map<RepairKind, { count: number; first: number }>();
  return {
    add(kind, line) {
      const known = found.get(kind);
      if (known) {
        known.count += 1;
        known.first = Math.min(known.first, line);
      } else found.set(kind, { count: 1, first: line });
    },
    notes: () =>
      (Object.keys(sentences) as RepairKind[]).flatMap((kind) => {
        const known = found.get(kind);
        return known ? [sentences[kind](known.count, known.first)] : [];
      }),
  };
}
