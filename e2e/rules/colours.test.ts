import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  join(import.meta.dirname, '..', '..', 'src-renderer', 'app', 'theme', 'tokens.css'),
  'utf8',
);

function tokensOf(scheme: 'light' | 'dark'): Map<string, string> {
  const block = css.split(`[data-mantine-color-scheme="${scheme}"]`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--g-([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['surface', 'raised', 'sunken', 'table', 'accent-soft'];
const words = ['text', 'text-dim', 'text-faint', 'accent-text', 'error', 'warning', 'note', 'ok'];

describe.each(['light', 'dark'] as const)('colours of %s', (scheme) => {
  const tokens = tokensOf(scheme);
  const colour = (name: string): string => tokens.get(name) ?? '';

  it.each(words)('%s is readable on every surface', (word) => {
    for (const surface of surfaces)
      expect(contrast(colour(word), colour(surface)), surface).toBeGreaterThanOrEqual(
        word === 'text' ? 7 : 4.5,
      );
  });

  it('words on the accent are readable, also under the pointer', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('on-accent'), colour('accent-hover'))).toBeGreaterThanOrEqual(4.5);
  });

  it('focus ring, accent and strong lines stand out from surfaces', () => {
    for (const mark of ['focus-colour', 'accent', 'line-strong'])
      for (const surface of ['surface', 'raised', 'sunken'])
        expect(contrast(colour(mark), colour(surface)), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
  });
});
