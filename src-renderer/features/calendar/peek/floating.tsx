import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';

/** A card that floats beside a place of the calendar; Escape and a click elsewhere close it. */
export function Floating({
  beside,
  width,
  label,
  onClose,
  children,
}: {
  beside: DOMRect;
  /** Pixels. */
  width: number;
  label: string;
  onClose(): void;
  children: ReactNode;
}) {
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      onDismiss={onClose}
      position="right-start"
      offset={6}
      width={width}
      trapFocus
      middlewares={{ flip: { fallbackAxisSideDirection: 'start' }, shift: { padding: 8 } }}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span
          aria-hidden
          style={{
            position: 'fixed',
            left: beside.left,
            top: beside.top,
            width: beside.width,
            height: beside.height,
            pointerEvents: 'none',
          }}
        />
      </Popover.Target>
      <Popover.Dropdown
        aria-label={label}
        p={0}
        data-calendar-float
        onKeyDown={(event) => {
          // A list that is open inside takes the first Escape.
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          onClose();
        }}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
