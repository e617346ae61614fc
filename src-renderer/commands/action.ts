import type { ComponentType } from 'react';

/**
 * One user intent. Buttons, menus, shortcuts, context menus and the command palette all point at the same object.
 */
export interface Action {
  /** `area.verb`, for example `design.duplicate`; also the key of its word in `resources/locales/<lang>/<area>.json`. */
  id: string;
  /** Word key when it differs from `id`. */
  label?: string;
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /**
   * Mantine hotkey syntax (`mod+D`, `shift+Delete`, `alt+ArrowUp`), first is shown.
   * Keys without a modifier act only while no text field has the focus.
   */
  keys?: readonly string[];
  /** Absent: always. */
  enabled?(): boolean;
  run(): void | Promise<void>;
  /** Kept out of the palette (arrow keys and the like). */
  hidden?: boolean;
}
