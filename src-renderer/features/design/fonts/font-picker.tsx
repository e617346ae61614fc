import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import { FontList } from './font-list.tsx';
import { faceOf } from './font-row.tsx';
import styles from './fonts.module.css';
import { useBrand } from '#renderer/ui/fonts/brand.ts';
import { focusWriting } from '../text-editing/writing-focus.ts';
import { useFonts } from '#renderer/ui/fonts/use-fonts.ts';

/**
 * The family of what is chosen, in its own letters, with all others behind it. `onTry` shows a family on the canvas
 * and null shows what is there again; only `onChange` changes the design.
 */
export function FontPicker({
  value,
  disabled,
  narrow,
  onTry,
  onChange,
}: {
  /** Null: the chosen characters have several. */
  value: string | null;
  disabled: boolean;
  narrow?: boolean;
  onTry(family: string | null): void;
  onChange(family: string): void;
}) {
  const { t, say } = useWords();
  const fonts = useFonts();
  // What the brand's fonts are can change while this is open.
  useBrand();
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const known = value === null ? undefined : fonts?.find((font) => font.family === resolveFontFamily(value));
  const name = (): string => {
    if (value === null) return t('design.mixed');
    if (value === 'token:heading') return t('design-fonts.brand-heading');
    if (value === 'token:body') return t('design-fonts.brand-body');
    if (known) return say(known.name);
    return fonts ? t('design.font-missing', { font: value }) : value;
  };
  const close = (): void => {
    setOpened(false);
    onTry(null);
    if (!focusWriting()) target.current?.focus();
  };
  return (
    <Popover
      opened={opened}
      position="left-start"
      width={308}
      shadow="md"
      trapFocus
      withinPortal
      onDismiss={close}
      closeOnEscape={false}
    >
      <Popover.Target>
        <UnstyledButton
          ref={target}
          className={styles.target ?? ''}
          data-narrow={narrow === true}
          data-missing={fonts !== undefined && value !== null && !known}
          aria-label={`${t('design.font')}: ${name()}`}
          disabled={disabled}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          <span
            className={styles.targetName}
            style={value === null || !known ? {} : { fontFamily: faceOf(value) }}
          >
            {name()}
          </span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        className={styles.dropdown ?? ''}
        data-canvas-part
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          // One level only: neither the text nor the selection behind ends with it.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          event.nativeEvent.stopImmediatePropagation();
          close();
        }}
      >
        <FontList
          value={value}
          onTry={onTry}
          onTake={(family) => {
            setOpened(false);
            onChange(family);
            if (!focusWriting()) target.current?.focus();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
