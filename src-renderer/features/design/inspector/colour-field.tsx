import { ActionIcon, ColorInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { colourSchema, defaultTokens, resolveColour } from '#shared/design/colours.ts';
import styles from './inspector.module.css';
import { presentTokens } from '../session/brand.ts';

/** Ink, paper and vermilion first, then a few that go with them. */
const swatches = [
  ...Object.values(defaultTokens),
  '#ffffff',
  '#000000',
  '#8a8578',
  '#2f5fb3',
  '#1f7a5c',
  '#e8b55c',
  '#f6c3b4',
  '#6b3fa0',
];

/** A colour by hex, picker or eyedropper; `onClear` makes it none. Null shows that there is none. */
export function ColourField({
  label,
  value,
  disabled,
  bare,
  mixed,
  onChange,
  onClear,
}: {
  label: string;
  value: string | null;
  disabled?: boolean;
  /** Only the patch of colour; the label is spoken. */
  bare?: boolean;
  /** The chosen layers differ. */
  mixed?: boolean;
  onChange(value: string): void;
  onClear?: () => void;
}) {
  const { t } = useWords();
  const resolved = value === null ? '' : resolveColour(value, presentTokens());
  const [draft, setDraft] = useState(resolved);
  const [seen, setSeen] = useState(resolved);
  if (seen !== resolved) {
    setSeen(resolved);
    setDraft(resolved);
  }
  const send = (next: string): void => {
    if (next !== resolved && colourSchema.safeParse(next).success) onChange(next);
  };
  return (
    <div className={styles.colour}>
      {!bare && <span className={styles.label}>{label}</span>}
      <ColorInput
        size="xs"
        className={styles.grow ?? ''}
        classNames={{
          colorPreview: (value !== null ? styles.patch : mixed ? styles.mixed : styles.none) ?? '',
        }}
        aria-label={label}
        {...(bare ? { title: label } : {})}
        format="hexa"
        placeholder={mixed ? t('design.mixed') : t('design.no-colour')}
        value={draft}
        swatches={swatches}
        swatchesPerRow={6}
        disabled={disabled ?? false}
        withEyeDropper={!bare}
        eyeDropperButtonProps={{ 'aria-label': t('design.eyedropper') }}
        popoverProps={{ shadow: 'md', position: 'left-start' }}
        onChange={(next) => setDraft(next)}
        onChangeEnd={(next) => send(shortHex(next))}
        onBlur={() => send(shortHex(draft))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(shortHex(draft));
        }}
      />
      {onClear && (
        <ActionIcon
          aria-label={t('design.clear-colour')}
          disabled={value === null || disabled === true}
          onClick={onClear}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      )}
    </div>
  );
}

/** Full opacity needs no alpha digits. */
function shortHex(value: string): string {
  return /^#[0-9a-f]{6}ff$/i.test(value) ? value.slice(0, 7) : value;
}
