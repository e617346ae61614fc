import { ColorInput, Select, Slider } from '@mantine/core';
import { useId, useState } from 'react';
import { presentTokens, useBrand } from '#renderer/ui/fonts/brand.ts';
import { familiesIn } from '#renderer/ui/fonts/families.ts';
import { useFonts } from '#renderer/ui/fonts/use-fonts.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { colourSchema, defaultTokens, resolveColour } from '#shared/design/colours.ts';
import styles from './caption-style.module.css';

/** A value with a slider for the hand and a field for the number. */
export function SliderRow({
  label,
  value,
  min,
  max,
  step,
  unit,
  disabled,
  onChange,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  unit: string;
  disabled: boolean;
  onChange(value: number): void;
}) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <Slider
        className={styles.slider ?? ''}
        size="sm"
        label={null}
        thumbLabel={label}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        value={value}
        onChange={onChange}
      />
      <div className={styles.number}>
        <NumberField
          label={label}
          mark=""
          unit={unit}
          min={min}
          max={max}
          step={step}
          disabled={disabled}
          value={value}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

/** Full opacity needs no alpha digits. */
function shortHex(value: string): string {
  return /^#[0-9a-f]{6}ff$/i.test(value) ? value.slice(0, 7) : value;
}

/** A colour, with the brand's beside it: one of those stays the brand's, whatever it becomes there. */
export function ColourRow({
  label,
  value,
  disabled,
  onChange,
}: {
  label: string;
  value: string;
  disabled: boolean;
  onChange(value: string): void;
}) {
  const { t } = useWords();
  const id = useId();
  const brand = useBrand();
  const [typed, setTyped] = useState<string | null>(null);
  const tokens = { ...defaultTokens, ...presentTokens() };
  const byHex = new Map(Object.entries(tokens).map(([token, hex]) => [hex.toLowerCase(), token]));
  const shown = resolveColour(value, presentTokens());
  const known = value.startsWith('token:') ? value.slice('token:'.length) : null;
  const name =
    known === null ? undefined : (brand?.colours.find(({ token }) => token === known)?.name ?? known);
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ColorInput
        id={id}
        className={styles.grow ?? ''}
        size="xs"
        format="hexa"
        disabled={disabled}
        title={name}
        eyeDropperButtonProps={{ 'aria-label': t('clip-captions.pick-colour') }}
        popoverProps={{ shadow: 'md' }}
        swatches={[...byHex.keys()]}
        swatchesPerRow={8}
        value={typed ?? shown}
        onChange={(next) => {
          setTyped(next);
          const hex = shortHex(next.trim());
          if (!colourSchema.safeParse(hex).success || hex.toLowerCase() === shown.toLowerCase()) return;
          const token = byHex.get(hex.toLowerCase());
          onChange(token === undefined ? hex : `token:${token}`);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

/** The families that the brand names, the user's own, and those that come along. */
export function FamilyRow({
  value,
  disabled,
  onChange,
}: {
  value: string;
  disabled: boolean;
  onChange(family: string): void;
}) {
  const { t, say } = useWords();
  const id = useId();
  const fonts = useFonts();
  useBrand();
  const families = familiesIn(fonts ?? []);
  const option = ({ family, name }: (typeof families)[number]) => ({ value: family, label: say(name) });
  const groups = [
    {
      group: t('clip-captions.fonts-brand'),
      items: [
        { value: 'token:heading', label: t('clip-captions.font-heading') },
        { value: 'token:body', label: t('clip-captions.font-body') },
      ],
    },
    { group: t('clip-captions.fonts-own'), items: families.filter(({ own }) => own).map(option) },
    {
      group: t('clip-captions.fonts-han'),
      items: families.filter(({ own, script }) => !own && script === 'han').map(option),
    },
    {
      group: t('clip-captions.fonts-latin'),
      items: families.filter(({ own, script }) => !own && script !== 'han').map(option),
    },
  ].filter(({ items }) => items.length > 0);
  const known = groups.some(({ items }) => items.some((item) => item.value === value));
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {t('clip-captions.font')}
      </label>
      <Select
        id={id}
        className={styles.grow ?? ''}
        searchable
        disabled={disabled}
        maxDropdownHeight={320}
        data={known ? groups : [...groups, { group: t('clip-captions.fonts-missing'), items: [value] }]}
        value={value}
        onChange={(family) => family !== null && onChange(family)}
      />
    </div>
  );
}
