import type { Action } from './action.ts';
import { currentActions } from './registry.ts';
import { runAction } from './run-action.ts';

const modifiers = new Set(['mod', 'ctrl', 'alt', 'shift', 'meta']);
/** What a text field does itself with Ctrl or ⌘. */
const editingKeys = new Set(['z', 'y', 'a', 'c', 'x', 'v', 'b', 'i', 'u', 'backspace', 'delete']);
const pressingKeys = new Set(['enter', 'space', ' ']);
const aliases: Record<string, string> = { ' ': 'space', esc: 'escape', plus: '+', minus: '-' };

function nameOf(key: string): string {
  const lower = key.toLowerCase();
  return aliases[lower] ?? lower;
}

/** Letters and digits by the key's place too, so that shortcuts work on layouts without Latin letters. */
function physicalName(code: string): string {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** True when `event` is the combination `hotkey` (`mod+D`, `shift+Delete`, `?`). `mod` is Ctrl or ⌘. */
export function matchesHotkey(hotkey: string, event: KeyPress): boolean {
  const parts = hotkey.endsWith('++') ? [...hotkey.slice(0, -2).split('+'), '+'] : hotkey.split('+');
  const wanted = new Set(
    parts.map((part) => part.trim().toLowerCase()).filter((part) => modifiers.has(part)),
  );
  const key = nameOf(parts.at(-1)?.trim() ?? '');
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  if (wanted.has('mod')) {
    if (!event.ctrlKey && !event.metaKey) return false;
  } else if (event.ctrlKey !== wanted.has('ctrl') || event.metaKey !== wanted.has('meta')) return false;
  if (event.altKey !== wanted.has('alt')) return false;
  // A sign such as `?` already says which keys make it.
  if (!sign && event.shiftKey !== wanted.has('shift')) return false;
  return nameOf(event.key) === key || (!sign && physicalName(event.code) === key);
}

function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element.closest('textarea, select, [role="textbox"]')) return true;
  if (!(element instanceof HTMLInputElement)) return false;
  return !['button', 'checkbox', 'radio', 'range', 'color', 'file', 'submit'].includes(element.type);
}

/** Whether the focused element needs this key itself. */
function belongsToFocus(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const key = nameOf(event.key);
  const withModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (isTextField(target)) {
    const editing = event.altKey ? false : editingKeys.has(key) || key.startsWith('arrow');
    return (!withModifier && !/^f\d+$/.test(key)) || editing;
  }
  if (target?.closest('[role="dialog"][aria-modal="true"], [role="menu"]')) return true;
  const pressed = !withModifier && pressingKeys.has(key);
  return pressed && target?.closest('button, a[href], summary, [role="switch"], [role="tab"]') !== null;
}

function actionFor(event: KeyboardEvent): Action | undefined {
  return currentActions().findLast(
    (action) =>
      action.keys?.some((hotkey) => matchesHotkey(hotkey, event)) === true && (action.enabled?.() ?? true),
  );
}

/** Routes every key press of the window to the action that has it; the action registered last wins. */
export function listenForHotkeys(): () => void {
  const listener = (event: KeyboardEvent): void => {
    // 229: the press belongs to an input method that is composing (Chinese, Japanese, Korean).
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (belongsToFocus(event)) return;
    const action = actionFor(event);
    if (!action) return;
    event.preventDefault();
    runAction(action);
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}
