import { expect, test } from 'vitest';
import { tidyLooks } from './tidy-looks.ts';

test('looks that change nothing are not kept', () => {
  expect(tidyLooks({ exposure: 0, contrast: 12, duotone: null, presetStrength: 40 })).toEqual({
    contrast: 12,
  });
  expect(tidyLooks({ preset: 'mono', presetStrength: 100 })).toEqual({ preset: 'mono' });
  expect(tidyLooks({ preset: 'mono', presetStrength: 0 })).toEqual({ preset: 'mono', presetStrength: 0 });
  expect(tidyLooks({ exposure: 0, blur: 0 })).toBeUndefined();
});
