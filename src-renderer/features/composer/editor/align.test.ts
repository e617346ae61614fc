import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPosition } from './align.ts';

describe('alignPosition', () => {
  it('finds the place in plain text', () => {
    expect(alignPosition(['hello'], 'hello', 3)).toEqual({ piece: 0, offset: 3 });
  });

  it('skips list marks and line breaks that composing added', () => {
    expect(alignPosition(['one', 'two'], '• one\n• two', 8)).toEqual({ piece: 1, offset: 0 });
    expect(alignPosition(['one', 'two'], '• one\n• two', 9)).toEqual({ piece: 1, offset: 1 });
  });

  it('answers null inside what was appended', () => {
    expect(alignPosition(['你好'], '你好\n\n#话题', 4)).toBeNull();
  });

  it('is exact for pieces joined by line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: fc.constantFrom('a', '好', '，', 'b') })),
        (pieces) => {
          const composed = pieces.join('\n');
          let start = 0;
          pieces.forEach((piece, index) => {
            for (let offset = 0; offset < piece.length; offset++) {
              expect(alignPosition(pieces, composed, start + offset)).toEqual({ piece: index, offset });
            }
            start += piece.length + 1;
          });
        },
      ),
    );
  });
});
