import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableState } from './window-state.ts';

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const left = { x: -1280, y: 100, width: 1280, height: 800 };
const state = { x: 100, y: 50, width: 1200, height: 800, maximized: false };

describe('the remembered place of the window', () => {
  it('is used when its title bar can be reached on a present display', () => {
    expect(usableState(state, [display])).toEqual(state);
    expect(usableState({ ...state, x: -1200, y: 150 }, [display, left])).toMatchObject({ x: -1200 });
    expect(usableState({ ...state, maximized: 'yes' }, [display])).toMatchObject({ maximized: false });
  });

  it('is forgotten when the display is gone, or the title bar lies outside', () => {
    expect(usableState({ ...state, x: -1200, y: 150 }, [display])).toBeNull();
    expect(usableState({ ...state, y: -20 }, [display])).toBeNull();
    expect(usableState({ ...state, y: 1070 }, [display])).toBeNull();
    expect(usableState(state, [])).toBeNull();
    expect(usableState({ ...state, width: 10 }, [display])).toBeNull();
  });

  it('takes whatever a damaged file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const found = usableState(value, [display]);
        if (found) expect(Number.isInteger(found.x)).toBe(true);
      }),
    );
  });
});
