import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Font } from '../session/fonts.ts';
import { listFonts, loadFamilies } from '../session/fonts.ts';

/** The bundled fonts; undefined until the studio has named them. */
export function useFonts(): Font[] | undefined {
  const [fonts, setFonts] = useState<Font[]>();
  useEffect(() => {
    listFonts().then(setFonts, notifyFailure);
  }, []);
  return fonts;
}

/** Families, each written in its own letters. */
export function FontSelect({
  value,
  disabled,
  onChange,
}: {
  value: string | null;
  disabled: boolean;
  onChange(family: string): void;
}) {
  const { t, say } = useWords();
  const fonts = useFonts() ?? [];
  const families = [...new Map(fonts.map((font) => [font.family, font])).values()];
  const known = families.map((font) => ({ value: font.family, label: say(font.name) }));
  const missing = value !== null && fonts.length > 0 && !families.some((font) => font.family === value);
  return (
    <Select
      aria-label={t('design.font')}
      searchable
      disabled={disabled}
      placeholder={t('design.mixed')}
      value={value}
      data={missing ? [{ value, label: t('design.font-missing', { font: value }) }, ...known] : known}
      maxDropdownHeight={340}
      onDropdownOpen={() => void loadFamilies(families.map((font) => font.family)).catch(notifyFailure)}
      renderOption={({ option }) => (
        <span style={{ fontFamily: `"${option.value}", "Noto Sans SC"`, fontSize: 'var(--g-size-4)' }}>
          {option.label}
        </span>
      )}
      onChange={(family) => family !== null && onChange(family)}
    />
  );
}
