import type { Action } from '#renderer/commands/action.ts';
import type { Words } from './words.tsx';

/** The name of an action in this window's language. */
export function actionWord(action: Action, words: Words): string {
  return words.t(action.label ?? action.id);
}

export function isEnabled(action: Action): boolean {
  return action.enabled?.() ?? true;
}

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

const keyNames: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  ctrl: isApple ? '⌃' : 'Ctrl',
  alt: isApple ? '⌥' : 'Alt',
  shift: isApple ? '⇧' : 'Shift',
  meta: '⌘',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  enter: '↵',
  space: 'Space',
  plus: '+',
};

/** `mod+D` as it is printed on this system's keys. */
export function keyWord(hotkey: string): string {
  const parts = hotkey.split('+').map((part) => {
    const key = part.trim().toLowerCase();
    return keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : part);
  });
  return parts.join(isApple ? '' : '+');
}
