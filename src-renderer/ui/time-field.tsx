import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useWords } from './words.tsx';

/** `HH:mm` of what was typed: `9`, `930`, `9:30`, `９：３０`; null when it is no time of day. */
export function readClock(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace('.', ':');
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(plain);
  const hours = Number(match?.[1] ?? Number.NaN);
  const minutes = Number(match?.[2] ?? 0);
  if (!(hours < 24 && minutes < 60)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A time of day in 24 hours. */
export function TimeField({
  value,
  onChange,
  first = false,
  ...rest
}: Pick<TextInputProps, 'label' | 'aria-label' | 'size' | 'className' | 'disabled'> & {
  value: string;
  onChange(time: string): void;
  /** Takes the focus when its dialog opens. */
  first?: boolean;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const next = draft === null ? null : readClock(draft);
    if (next !== null && next !== value) onChange(next);
    setDraft(null);
  };
  return (
    <TextInput
      {...rest}
      placeholder="20:00"
      inputMode="numeric"
      data-autofocus={first || undefined}
      value={draft ?? value}
      error={draft !== null && draft !== '' && readClock(draft) === null ? t('ui.time-wrong') : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        // A whole time counts at once; a part of one may go on.
        const whole = /^(\d{1,2}:\d{2}|\d{4})$/.test(text) ? readClock(text) : null;
        if (whole !== null && whole !== value) onChange(whole);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
