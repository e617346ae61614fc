import { describe, expect, it } from 'vitest';
import type { DesignBody } from '#shared/design/schema.ts';
import type { ExportChoice, ExportSettings } from './export-settings.ts';
import { chosenNumbers, fileCount, renderInput } from './export-settings.ts';

const page = (id: string, order: string) => ({ id, name: '', order, background: '#ffffff' });
const body: DesignBody = {
  width: 100,
  height: 100,
  pages: { one: page('one', 'a0'), two: page('two', 'a1'), three: page('three', 'a2') },
  nodes: {},
};
const choice: ExportChoice = { pages: 'all', chosen: [], ownSize: true, variants: [], formats: [] };
const settings: ExportSettings = {
  type: 'png',
  scale: 2,
  quality: 80,
  limit: null,
  limitUnit: 'KB',
  transparent: true,
  outlines: true,
  bleed: false,
};

describe('pages', () => {
  it('all, the current one, or those that were chosen and are still there', () => {
    expect(chosenNumbers(choice, body, 'two')).toEqual([1, 2, 3]);
    expect(chosenNumbers({ ...choice, pages: 'current' }, body, 'two')).toEqual([2]);
    expect(chosenNumbers({ ...choice, pages: 'chosen', chosen: [3, 9, 1] }, body, 'two')).toEqual([1, 3]);
  });

  it('count as one file of a PDF', () => {
    const more = { ...choice, variants: ['v'], formats: ['x/post', 'instagram/portrait'] };
    expect(fileCount('png', more, 3)).toBe(12);
    expect(fileCount('pdf', more, 3)).toBe(4);
    expect(fileCount('png', { ...choice, ownSize: false }, 3)).toBe(0);
  });
});

describe('the call', () => {
  it('leaves out what the type does not have', () => {
    const png = renderInput('d', settings, choice, [1, 2, 3], 3);
    expect(png).toMatchObject({ scale: 2, transparent: true, outlines: false });
    expect(png).not.toHaveProperty('quality');
    expect(png).not.toHaveProperty('pages');
    const jpeg = renderInput('d', { ...settings, type: 'jpeg' }, choice, [2], 3);
    expect(jpeg).toMatchObject({ quality: 80, transparent: false, pages: [2] });
    expect(renderInput('d', { ...settings, type: 'pdf' }, choice, [1], 1)).toMatchObject({ scale: 1 });
  });

  it('gives a limit in bytes', () => {
    const half = { ...settings, limit: 0.5, limitUnit: 'MB' as const };
    expect(renderInput('d', half, choice, [1], 1)).toMatchObject({ maxBytes: 500_000 });
  });
});
