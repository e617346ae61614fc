import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../edit/captions.ts';
import { cueSchema } from '../edit/captions.ts';
import {
  closeGaps,
  insertCue,
  mergeCues,
  removeCues,
  setCueText,
  setCueTimes,
  shiftCues,
  snapCuesToFrames,
  splitCueAtIndex,
  splitCueAtTime,
  stretchCues,
} from './edit-cues.ts';
import { findInCues, replaceInCues } from './find-cues.ts';
import { shareTime, timedWords, wordAt, wordSpans } from './words.ts';

const words = fc.array(fc.constantFrom('one', 'Two', 'three,', '你好', '世界。', 'a', '😀', "don't"), {
  minLength: 1,
  maxLength: 7,
});

/** Captions in order, to the millisecond, some with timed words. */
const cues: fc.Arbitrary<Cue[]> = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 300, max: 8000 }), words, fc.boolean()),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => {
    let at = 0;
    return list.map(([gap, length, parts, timed], index) => {
      const from = (at + gap) / 1000;
      at += gap + length;
      const text = parts.join(' ');
      const cue = { id: `c${index}`, from, to: at / 1000, text };
      return timed ? { ...cue, words: shareTime(text, wordSpans(text), cue.from, cue.to) } : cue;
    });
  });
const pick = fc.nat({ max: 1000 });
const at = <Item>(list: readonly Item[], number: number): Item => list[number % list.length] as Item;

/** What every edit must leave: sound captions in order, words inside their text and in order. */
function expectSound(list: readonly Cue[], touching = true): void {
  for (const [index, cue] of list.entries()) {
    expect(cueSchema.safeParse(cue).success).toBe(true);
    const next = list[index + 1];
    if (next && touching) expect(cue.to).toBeLessThanOrEqual(next.from + 1e-9);
    let end = 0;
    for (const word of cue.words ?? []) {
      expect(word.start).toBeGreaterThanOrEqual(end);
      expect(word.end).toBeLessThanOrEqual(cue.text.length);
      expect(word.from).toBeGreaterThanOrEqual(cue.from - 0.0011);
      expect(word.to).toBeLessThanOrEqual(cue.to + 0.0011);
      expect(word.to).toBeGreaterThanOrEqual(word.from - 1e-9);
      end = word.end;
    }
  }
}

const letters = (list: readonly Cue[]): string =>
  list
    .map((cue) => cue.text)
    .join('')
    .replaceAll(/\s/g, '');

describe('changes of captions', () => {
  it('a split keeps all words and the time, and a merge takes it back', () => {
    fc.assert(
      fc.property(cues, pick, fc.double({ min: 0, max: 1, noNaN: true }), (list, number, share) => {
        const cue = at(list, number);
        const split = splitCueAtTime(list, cue.id, cue.from + (cue.to - cue.from) * share, 'new');
        expectSound(split);
        expect(letters(split)).toBe(letters(list));
        if (split === list) return;
        const place = split.findIndex(({ id }) => id === cue.id);
        expect(split[place]?.from).toBe(cue.from);
        expect(split[place]?.to).toBe(split[place + 1]?.from);
        expect(split[place + 1]).toMatchObject({ id: 'new', to: cue.to });
        const merged = mergeCues(split, [cue.id, 'new']);
        expectSound(merged);
        expect(merged).toHaveLength(list.length);
        expect(merged[place]).toMatchObject({ id: cue.id, from: cue.from, to: cue.to });
        expect(letters(merged)).toBe(letters(list));
      }),
    );
  });

  it('a split at a place of the text cuts exactly there', () => {
    fc.assert(
      fc.property(cues, pick, pick, (list, number, place) => {
        const cue = at(list, number);
        const index = place % (cue.text.length + 1);
        const split = splitCueAtIndex(list, cue.id, index, 'new');
        expectSound(split);
        if (split === list) return;
        expect(split.find(({ id }) => id === cue.id)?.text).toBe(cue.text.slice(0, index).trim());
        expect(split.find(({ id }) => id === 'new')?.text).toBe(cue.text.slice(index).trim());
      }),
    );
  });

  it('shifting there and back changes nothing, and nothing goes before 0', () => {
    fc.assert(
      fc.property(cues, fc.integer({ min: -20_000, max: 20_000 }), (list, by) => {
        const moved = shiftCues(list, null, by / 1000);
        expectSound(moved);
        expect(moved[0]?.from).toBeGreaterThanOrEqual(0);
        if (by >= 0) expect(shiftCues(moved, null, -by / 1000)).toEqual(list);
      }),
    );
  });

  it('stretching puts two times where they shall be and keeps the order', () => {
    const list: Cue[] = [1, 5, 9].map((from, index) => ({ id: `c${index}`, from, to: from + 2, text: 'x' }));
    const stretched = stretchCues(list, { at: 1, to: 2 }, { at: 9, to: 10.4 });
    expect(stretched.map(({ from }) => from)).toEqual([2, 6.2, 10.4]);
    expect(() => stretchCues(list, { at: 1, to: 2 }, { at: 1, to: 3 })).toThrow('must be different');
    expect(() => stretchCues(list, { at: 1, to: 5 }, { at: 9, to: 3 })).toThrow('stay in their order');
    expect(stretchCues(list, { at: 1, to: 1 }, { at: 9, to: 9 })).toBe(list);
  });

  it('new times stay off the neighbours, words follow', () => {
    fc.assert(
      fc.property(
        cues,
        pick,
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        (list, number, one, other) => {
          const times = { from: Math.min(one, other) / 1000, to: Math.max(one, other) / 1000 };
          const changed = setCueTimes(list, at(list, number).id, times);
          expectSound(changed);
          expect(changed).toHaveLength(list.length);
        },
      ),
    );
  });

  it('words that stay keep their times when the text changes', () => {
    const text = 'one two three four';
    const cue: Cue = { id: 'c', from: 0, to: 4, text, words: shareTime(text, wordSpans(text), 0, 4) };
    const [changed] = setCueText([cue], 'c', 'one TWO and a half four');
    const said = (each: Cue | undefined) =>
      each?.words?.map((word) => [each.text.slice(word.start, word.end), word.from, word.to]);
    const before = said(cue);
    const after = said(changed);
    expect(after?.[0]).toEqual(before?.[0]);
    expect(after?.at(-1)).toEqual(before?.at(-1));
    expect(after?.map(([word]) => word)).toEqual(['one', 'TWO', 'and', 'a', 'half', 'four']);
    if (changed) expectSound([changed]);
  });

  it('any new text leaves sound words', () => {
    fc.assert(
      fc.property(cues, pick, words, (list, number, parts) => {
        const changed = setCueText(list, at(list, number).id, parts.join(' '));
        expectSound(changed);
      }),
    );
  });

  it('a new caption takes the room between two, or none', () => {
    const list: Cue[] = [
      { id: 'a', from: 1, to: 2, text: 'a' },
      { id: 'b', from: 3, to: 4, text: 'b' },
    ];
    expect(insertCue(list, { id: 'n', from: 1.5, to: 9, text: 'n' })[1]).toMatchObject({
      id: 'n',
      from: 2,
      to: 3,
    });
    expect(insertCue(list, { id: 'n', from: 0, to: 0.5, text: 'n' })[0]).toMatchObject({
      id: 'n',
      from: 0,
      to: 0.5,
    });
    const full = [list[0] as Cue, { id: 'b', from: 2.05, to: 4, text: 'b' }];
    expect(insertCue(full, { id: 'n', from: 1.5, to: 9, text: 'n' })).toBe(full);
    expect(removeCues(list, ['a'])).toEqual([list[1]]);
    expect(removeCues(list, ['x'])).toBe(list);
  });

  it('small gaps close, large ones stay, overlaps end', () => {
    const list: Cue[] = [
      { id: 'a', from: 0, to: 1, text: 'a' },
      { id: 'b', from: 1.1, to: 2.3, text: 'b' },
      { id: 'c', from: 2, to: 3, text: 'c' },
      { id: 'd', from: 8, to: 9, text: 'd' },
    ];
    expect(closeGaps(list, { below: 0.5 }).map(({ to }) => to)).toEqual([1.1, 2, 3, 9]);
    expect(closeGaps(list, { below: 0.5, leave: 0.08 }).map(({ to }) => to)).toEqual([1.02, 1.92, 3, 9]);
    const snapped = snapCuesToFrames(list, 25);
    for (const { from, to } of snapped) {
      expect(from * 25).toBeCloseTo(Math.round(from * 25), 6);
      expect(to * 25).toBeCloseTo(Math.round(to * 25), 6);
    }
  });
});

describe('find and replace', () => {
  const list: Cue[] = [
    { id: 'a', from: 0, to: 1, text: 'The theatre (the one) costs $5' },
    { id: 'b', from: 1, to: 2, text: '我们的节目，我们的朋友' },
  ];

  it('finds plain text, whole words, either case', () => {
    expect(findInCues(list, { text: 'the' })).toHaveLength(3);
    expect(findInCues(list, { text: 'the', wholeWord: true })).toHaveLength(2);
    expect(findInCues(list, { text: 'the', wholeWord: true, matchCase: true })).toEqual([
      { cueId: 'a', start: 13, end: 16 },
    ]);
    expect(findInCues(list, { text: '我们', wholeWord: true })).toHaveLength(2);
    expect(findInCues(list, { text: '(the one) costs $5' })).toHaveLength(1);
    expect(findInCues(list, { text: '' })).toEqual([]);
  });

  it('replaces all, or one, and keeps captions from becoming empty', () => {
    expect(replaceInCues(list, { text: '我们' }, '大家')).toMatchObject({ count: 2 });
    const [, only] = findInCues(list, { text: '我们' });
    expect(replaceInCues(list, { text: '我们' }, '大家', only).cues[1]?.text).toBe('我们的节目，大家的朋友');
    expect(
      replaceInCues(list, { text: String.raw`\$(\d+)`, regex: true }, '$1 dollars').cues[0]?.text,
    ).toContain('5 dollars');
    expect(replaceInCues(list, { text: 'the' }, '$&').cues[0]?.text).toContain('$& $&atre');
    const lone: Cue[] = [{ id: 'x', from: 0, to: 1, text: 'x' }];
    expect(replaceInCues(lone, { text: 'x' }, ' ')).toEqual({ cues: lone, count: 0 });
  });

  it.each(['(a+)+$', '(a|a)*b', '(.*)*x', String.raw`(a)\1`, '(', 'a*b*c*d*e*f', '((a{2,})b)+'])(
    'refuses %s',
    (text) => {
      expect(() => findInCues(list, { text, regex: true })).toThrow('cannot be used');
    },
  );
});

describe('words', () => {
  it('are found by spaces and by the dictionary, signs with them', () => {
    const spell = (text: string) => wordSpans(text).map(({ start, end }) => text.slice(start, end));
    expect(spell('Hello, “big” world… (yes)')).toEqual(['Hello,', '“big”', 'world…', '(yes)']);
    expect(spell("don't well-known 3.5%")).toEqual(["don't", 'well-known', '3.5%']);
    expect(spell('今天，我们去北京。')).toEqual(['今天，', '我们', '去', '北京。']);
    expect(spell('  ')).toEqual([]);
  });

  it('share the time of the caption in order and without gaps', () => {
    fc.assert(
      fc.property(cues, (list) => {
        for (const cue of list) {
          const timed = timedWords(cue);
          expect(timed[0]?.from).toBe(cue.from);
          expect(timed.at(-1)?.to).toBe(cue.to);
          for (const [index, word] of timed.entries())
            if (index > 0) expect(word.from).toBe(timed[index - 1]?.to);
          expect(wordAt(timed, cue.from)).toBe(0);
        }
      }),
    );
  });
});
