import { GalleyError } from '#shared/contract/failure.ts';

/** Most bytes and elements that are taken over: more would be more layers than an editor can show well. */
const mostCharacters = 2_000_000;
export const mostElements = 5000;

export function tooMuch(): GalleyError {
  return new GalleyError('invalid-input', {
    en: 'This SVG is too large to edit: 2 MB and 5,000 elements are the most. Place it as a picture instead.',
    zh: '此 SVG 过大，无法编辑：最多 2 MB、5000 个元素。请改为作为图片置入。',
  });
}

function unreadable(): GalleyError {
  return new GalleyError('unreadable-file', {
    en: 'This file is no SVG that can be read. Save it anew as SVG and try again.',
    zh: '此文件不是可读取的 SVG。请重新存储为 SVG 后再试。',
  });
}

/**
 * The text without its document type. Entities that stand for plain words (as Illustrator writes for its name
 * spaces) are put in; those made of other entities are left out, so that no text can grow without end.
 */
function withoutEntities(text: string): string {
  const type = /<!DOCTYPE[^[>]*(?:\[([^]*?)\]\s*)?>/i.exec(text);
  if (!type) return text;
  const entities = new Map<string, string>();
  for (const [, name = '', , value = ''] of (type[1] ?? '').matchAll(
    /<!ENTITY\s+([\w.-]+)\s+(["'])([^"'&%<]{0,200})\2\s*>/g,
  )) {
    entities.set(name, value);
  }
  const rest = text.replace(type[0], '');
  const plain = rest.replaceAll(/&([\w.-]+);/g, (whole, name: string) =>
    ['amp', 'lt', 'gt', 'quot', 'apos'].includes(name) ? whole : (entities.get(name) ?? ''),
  );
  if (plain.length > mostCharacters) throw tooMuch();
  return plain;
}

/**
 * The root element of an SVG file. It belongs to no window: no script of it runs and nothing it names is loaded.
 * Throws `invalid-input` when it is too large and `unreadable-file` when it is no SVG.
 */
export function parseSvg(text: string): Element {
  if (text.length > mostCharacters) throw tooMuch();
  const root = new DOMParser().parseFromString(withoutEntities(text), 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.querySelector('parsererror')) throw unreadable();
  if (root.querySelectorAll('*').length > mostElements) throw tooMuch();
  return root;
}
