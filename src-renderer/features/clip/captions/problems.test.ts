import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCues } from '#shared/clip/captions/checks.ts';
import { defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { problemsByCue } from './problems.ts';

const cue = fc.record({
  text: fc.lorem({ maxCount: 20 }),
  length: fc.integer({ min: 1, max: 90 }),
  gap: fc.nat(9),
});

function trackOf(list: readonly { text: string; length: number; gap: number }[]): CaptionTrack {
  let at = 0;
  const cues = list.map(({ text, length, gap }, index) => {
    const from = at + gap / 30;
    at = from + length / 10;
    return { id: `c${index}`, from, to: at, text };
  });
  return { id: 't', name: '', language: 'en', cues, style: defaultCaptionStyle, burn: true };
}

describe('problems of captions', () => {
  it('are those of a check of the whole track, also after one caption was changed', () => {
    const frame = { width: 1080, height: 1920 };
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 12 }), fc.nat(), (list, which) => {
        const track = trackOf(list);
        problemsByCue(track, frame, 25);
        const at = which % track.cues.length;
        const cues = track.cues.map((one, index) => (index === at ? { ...one, to: one.to + 0.1 } : one));
        const changed = { ...track, cues };
        const all = [...problemsByCue(changed, frame, 25).values()].flat();
        expect(all).toEqual(checkCues(changed, frame, 25));
      }),
    );
  });
});
