import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled, keyWord } from './action-words.ts';
import styles from './context-menu.module.css';
import { useWords } from './words.tsx';

/** The list need not touch the pointer when there is no room for it below. */
const limiter = { fn: ({ x, y }: { x: number; y: number }) => ({ x, y }) };

/**
 * Right click (or the menu key) on `children` shows the same actions as the palette; `null` draws a divider.
 * `onOpen` runs first, so that the thing under the pointer can be selected.
 */
export function ContextMenu({
  actions,
  onOpen,
  children,
}: {
  actions: readonly (Action | null)[];
  onOpen?: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the children carry the roles; this only listens
    <div
      className={styles.area}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onOpen?.();
        const box = event.target instanceof Element ? event.target.getBoundingClientRect() : undefined;
        const byKey = event.clientX === 0 && event.clientY === 0;
        setAt(byKey && box ? { x: box.left + 8, y: box.bottom } : { x: event.clientX, y: event.clientY });
      }}
    >
      {children}
      <Menu
        opened={at !== null}
        onChange={(opened) => !opened && setAt(null)}
        position="bottom-start"
        offset={2}
        returnFocus
        // A long menu moves up over the pointer rather than out of the window.
        middlewares={{ flip: false, shift: { crossAxis: true, padding: 8, limiter } }}
        classNames={{ dropdown: styles.list ?? '' }}
      >
        <Menu.Target>
          <span className={styles.anchor} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no identity
            if (action === null) return <Menu.Divider key={`divider-${index}`} />;
            const Icon = action.icon;
            const key = action.keys?.[0];
            return (
              <Menu.Item
                key={action.id}
                disabled={!isEnabled(action)}
                leftSection={Icon ? <Icon size={16} stroke={1.5} /> : <span className={styles.blank} />}
                rightSection={key ? <span className={styles.key}>{keyWord(key)}</span> : undefined}
                onClick={() => runAction(action)}
              >
                {actionWord(action, words)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
