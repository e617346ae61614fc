import { resolveColour } from '#shared/design/colours.ts';
import type { Fill } from '#shared/design/paint.ts';
import { ColourField } from './colour-field.tsx';
import { presentTokens } from '../session/brand.ts';

/** What fills a surface: a colour, or with `allow` 'all' a gradient or a picture too. Null shows that there is none. */
export function FillField({
  label,
  value,
  onChange,
  onClear,
  mixed,
  disabled,
}: {
  label: string;
  value: Fill | null;
  onChange(value: Fill): void;
  onClear?: () => void;
  /** The chosen layers differ. */
  mixed?: boolean;
  disabled?: boolean;
  allow?: 'colour' | 'all';
}) {
  const colour =
    value === null || typeof value === 'string'
      ? value
      : value.kind === 'picture'
        ? null
        : resolveColour(value.stops[0]?.colour ?? '#000000', presentTokens());
  return (
    <ColourField
      label={label}
      value={colour}
      mixed={mixed ?? false}
      disabled={disabled ?? false}
      onChange={onChange}
      {...(onClear ? { onClear } : {})}
    />
  );
}
