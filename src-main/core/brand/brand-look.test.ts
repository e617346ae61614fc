import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { brandLook } from './brand-look.ts';
import { brandOf, saveBrand } from './brand.ts';

let studio: TestWorkspace;
beforeEach(() => {
  studio = createTestWorkspace();
});
afterEach(() => studio.remove());

it('says what tokens mean and where the workspace’s fonts are', () => {
  const session = studio.session();
  const sha256 = 'c'.repeat(64);
  const before = brandLook(session);
  expect(before).toMatchObject({ tokens: { ink: '#1b2430' }, fonts: [] });
  session.repositories.fonts.insert({
    ...{ family: 'user-cccccccccccc', sha256, extension: 'otf', bytes: 1, name: 'Hand', chineseName: '' },
    ...{ weight: 500, style: 'normal', script: 'latin', ascent: 0.9, descent: 0.3, licence: '' },
    ...{ embedding: 'editable', createdAt: '' },
  });
  const withFont = brandLook(session);
  expect(withFont.fonts).toEqual([
    {
      family: 'user-cccccccccccc',
      weight: 500,
      path: session.fontPath({ sha256, extension: 'otf' }),
      ascent: 0.9,
      descent: 0.3,
    },
  ]);
  const brand = brandOf(session);
  const heading = { family: 'user-cccccccccccc', weight: 500 };
  const colours = [...brand.colours, { token: 'sea', name: 'Sea', hex: '#3d8291' }];
  saveBrand(studio.context, { ...brand, colours, fonts: { ...brand.fonts, heading } });
  const changed = brandLook(session);
  expect(changed).toMatchObject({ tokens: { sea: '#3d8291' }, fontTokens: { heading } });
  expect(new Set([before.key, withFont.key, changed.key]).size).toBe(3);
});
