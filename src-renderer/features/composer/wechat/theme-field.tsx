import { ColorInput, Select, Switch, Textarea, TextInput } from '@mantine/core';

import type { ReactNode } from 'react';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveColour } from '#shared/design/colours.ts';
import { brandTokensList } from './brand-swatches.ts';
import { choiceWords, type ThemeField } from './fields.ts';
import classes from './studio.module.css';

/** A colour by hex, picker, eyedropper or from the brand; a brand colour follows the brand from then on. */
function ColourField({
  label,
  value,
  tokens,
  onChange,
}: {
  label: string;
  value: string;
  tokens: Readonly<Record<string, string>>;
  onChange(value: string): void;
}) {
  const { t } = useWords();
  const swatches = brandTokensList(tokens);
  return (
    <ColorInput
      aria-label={label}
      size="xs"
      format="hex"
      value={resolveColour(value, tokens)}
      swatches={swatches.map(({ hex }) => hex)}
      eyeDropperButtonProps={{ 'aria-label': t('wechat.eyedropper') }}
      // Escape leaves the field and its swatches first, and only then the studio.
      data-mantine-stop-propagation
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      onChange={(hex) => {
        const plain = hex.toLowerCase();
        if (!/^#[0-9a-f]{6}$/.test(plain)) return;
        const token = swatches.find((swatch) => swatch.hex === plain)?.token;
        onChange(token === undefined ? plain : `token:${token}`);
      }}
    />
  );
}

/** One value of a theme with its name. */
export function ThemeFieldRow({
  field,
  section,
  value,
  tokens,
  onChange,
}: {
  field: ThemeField;
  /** Name of the part of the article, so that each field has a name of its own. */
  section: string;
  value: unknown;
  tokens: Readonly<Record<string, string>>;
  onChange(value: unknown): void;
}) {
  const { t } = useWords();
  const name = t(field.label);
  const label = `${section}: ${name}`;
  const row = (control: ReactNode) => (
    <div className={classes['field']}>
      <span>{name}</span>
      {control}
    </div>
  );
  switch (field.kind) {
    case 'number':
      return row(
        <NumberField
          label={label}
          mark=""
          unit={field.unit}
          min={field.min}
          max={field.max}
          step={field.step ?? 1}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />,
      );
    case 'switch':
      return row(
        <Switch
          aria-label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />,
      );
    case 'choice':
      return row(
        <Select
          aria-label={label}
          data={field.options.map((option) => {
            const word = choiceWords[option];
            return { value: option, label: word === undefined ? option : t(word) };
          })}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => next !== null && onChange(next)}
        />,
      );
    case 'text':
      return row(
        field.long ? (
          <Textarea
            aria-label={label}
            autosize
            minRows={2}
            maxRows={5}
            maxLength={500}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            aria-label={label}
            maxLength={20}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ),
      );
    case 'colour': {
      const colour = typeof value === 'string' ? value : null;
      const picker = colour !== null && (
        <ColourField label={label} value={colour} tokens={tokens} onChange={onChange} />
      );
      if (!field.optional) return row(picker);
      return row(
        <span className={classes['optional']}>
          <Switch
            aria-label={label}
            checked={colour !== null}
            onChange={(event) => onChange(event.currentTarget.checked ? '#f6f6f4' : null)}
          />
          {picker}
        </span>,
      );
    }
  }
}
