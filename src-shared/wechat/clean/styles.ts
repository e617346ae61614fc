import type { Style } from '../markup.ts';
import { isKeptPicture } from './addresses.ts';
import type { CleanRuleId } from './rules.ts';

const placing = new Set(['position', 'top', 'right', 'bottom', 'left', 'inset', 'z-index']);
const runs = /expression\s*\(|javascript:|-moz-binding|behavior/i;
const below = /(^|\s)-(?!0(\s|$|px|em|%))[\d.]/;

/** The rule that takes a declaration out; null where it stays. */
function lostBy(property: string, value: string): CleanRuleId | null {
  if (runs.test(property) || runs.test(value)) return 'script';
  if (property.startsWith('--') || /\bvar\s*\(/i.test(value)) return 'variable';
  if (!/^-?[a-z][a-z-]*$/.test(property)) return 'stylesheet';
  if (placing.has(property)) return 'position';
  if (property === 'float' || property.startsWith('grid')) return 'float';
  if (property === 'display' && /grid/i.test(value)) return 'float';
  if (/^(-webkit-)?(animation|transition)/.test(property)) return 'animation';
  if (/^margin(-|$)/.test(property) && below.test(value)) return 'negative-margin';
  if (/^(-webkit-|-ms-)?transform$/.test(property) && value.includes('%')) return 'transform';
  if (property === 'font-family' || property === 'font') return 'font';
  const addresses = [...value.matchAll(/url\(\s*["']?([^"')]*)/gi)];
  if (addresses.some(([, address = '']) => !isKeptPicture(address))) return 'foreign-background';
  return null;
}

/** The declarations that stay; what goes is told by rule and property. */
export function keptStyle(style: Style, lose: (rule: CleanRuleId, detail: string) => void): Style {
  const kept = style.filter(([property, value]) => {
    const rule = lostBy(property, value);
    if (rule) lose(rule, property);
    return rule === null;
  });
  return kept;
}
