import { describe, expect, it } from 'vitest';
import { matchesHotkey } from './hotkeys.ts';

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('matchesHotkey', () => {
  it('takes Ctrl and ⌘ alike for mod', () => {
    expect(matchesHotkey('mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matchesHotkey('mod+K', press('k', { metaKey: true }))).toBe(true);
    expect(matchesHotkey('mod+K', press('k'))).toBe(false);
  });

  it('does not take a combination with more modifiers for one with fewer', () => {
    expect(matchesHotkey('mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matchesHotkey('mod+shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matchesHotkey('Delete', press('Delete', { ctrlKey: true }))).toBe(false);
  });

  it('knows signs whatever keys make them, and the plus sign', () => {
    expect(matchesHotkey('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matchesHotkey('mod++', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  it('finds a letter by its place on a Cyrillic layout', () => {
    expect(matchesHotkey('mod+D', { ...press('в', { ctrlKey: true }), code: 'KeyD' })).toBe(true);
  });

  it('names the space bar', () => {
    expect(matchesHotkey('Space', press(' '))).toBe(true);
  });
});
