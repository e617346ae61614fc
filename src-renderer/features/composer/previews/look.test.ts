import { describe, expect, it } from 'vitest';
import { readLook, usualLook } from './look.ts';

describe('a kept look', () => {
  it('of nothing is the usual one', () => {
    for (const kept of [null, undefined, 'dark', 3, {}, []]) expect(readLook(kept)).toEqual(usualLook);
  });

  it('keeps what is known and leaves out the rest', () => {
    expect(
      readLook({ view: 'all', dark: true, scheme: 'sepia', grid: 1, folded: false, size: 'small' }),
    ).toEqual({
      ...usualLook,
      view: 'all',
      folded: false,
      size: 'small',
    });
  });
});
