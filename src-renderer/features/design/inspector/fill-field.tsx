import { ActionIcon, Popover, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveColour } from '#shared/design/colours.ts';
import type { Fill, Gradient } from '#shared/design/paint.ts';
import { ColourEditor } from '../fill/colour-editor.tsx';
import { fillCss } from '../fill/fill-css.ts';
import styles from '../fill/fill.module.css';
import { GradientEditor } from '../fill/gradient-editor.tsx';
import { keepKeys } from '../fill/keep-keys.ts';
import { PictureFillEditor } from '../fill/picture-fill-editor.tsx';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';

type Kind = 'colour' | 'linear' | 'radial' | 'picture';

function kindOf(fill: Fill | null): Kind {
  return fill === null || typeof fill === 'string' ? 'colour' : fill.kind;
}

/** The same fill as another kind, as near to what it was as can be. */
function as(kind: Kind, fill: Fill | null): Fill {
  const colour = fill === null ? 'token:accent' : typeof fill === 'string' ? fill : undefined;
  const gradient: Gradient | null =
    fill !== null && typeof fill !== 'string' && fill.kind !== 'picture' ? fill : null;
  const first = colour ?? gradient?.stops[0]?.colour ?? 'token:accent';
  const stops = gradient?.stops ?? [
    { at: 0, colour: first },
    { at: 1, colour: first === '#ffffff' || first === 'token:paper' ? 'token:accent' : '#ffffff' },
  ];
  switch (kind) {
    case 'colour':
      return first;
    case 'linear':
      return { kind, angle: 90, stops };
    case 'radial':
      return { kind, centre: { x: 0.5, y: 0.5 }, radius: 1, stops };
    case 'picture':
      return { kind, assetId: '', fit: 'cover', focus: { x: 0.5, y: 0.5 } };
  }
}

function FillEditor({
  value,
  allow,
  onChange,
  onClose,
}: {
  value: Fill | null;
  allow: 'colour' | 'all';
  onChange(value: Fill): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const kind = kindOf(value);
  const kinds: Record<Kind, string> = {
    colour: t('design.colour'),
    linear: t('design-paint.linear'),
    radial: t('design-paint.radial'),
    picture: t('design.image'),
  };
  return (
    <div className={styles.popover} onKeyDown={(event) => keepKeys(event, onClose)}>
      {allow === 'all' && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('design-paint.kind')}
          value={kind}
          data={Object.entries(kinds).map(([id, label]) => ({ value: id, label }))}
          onChange={(next) => {
            if (next !== kind && next in kinds) onChange(as(next as Kind, value));
          }}
        />
      )}
      {(value === null || typeof value === 'string') && (
        <ColourEditor value={value ?? '#ffffff'} onChange={onChange} />
      )}
      {value !== null && typeof value !== 'string' && value.kind !== 'picture' && (
        <GradientEditor value={value} onChange={onChange} />
      )}
      {value !== null && typeof value !== 'string' && value.kind === 'picture' && (
        <PictureFillEditor value={value} onChange={onChange} />
      )}
    </div>
  );
}

type FillFieldProps = {
  label: string;
  onClear?: () => void;
  /** The chosen layers differ. */
  mixed?: boolean;
  disabled?: boolean;
  /** Only the patch and its value, or the patch alone; the label is spoken. */
  bare?: boolean | 'patch';
} & (
  | { allow: 'colour'; value: string | null; onChange(value: string): void }
  | { allow?: 'all'; value: Fill | null; onChange(value: Fill): void }
);

/**
 * What fills a surface: a colour, or with `allow` 'all' (the default) a gradient or a picture too. Null shows
 * that there is none; `onClear` makes it none.
 */
export function FillField(props: FillFieldProps) {
  const { label, value, onClear, mixed = false, disabled = false, allow = 'all', bare = false } = props;
  const { t } = useWords();
  const change = (next: Fill): void => {
    if (props.allow !== 'colour') props.onChange(next);
    else if (typeof next === 'string') props.onChange(next);
  };
  const [opened, setOpened] = useState(false);
  const kinds: Record<Exclude<Kind, 'colour'>, string> = {
    linear: t('design-paint.linear'),
    radial: t('design-paint.radial'),
    picture: t('design.image'),
  };
  const kind = kindOf(value);
  const said = mixed
    ? t('design.mixed')
    : value === null
      ? t('design.no-colour')
      : typeof value === 'string'
        ? resolveColour(value, presentTokens())
        : kinds[kind === 'colour' ? 'linear' : kind];
  const shown =
    value === null || mixed
      ? {}
      : { style: { background: fillCss(value, presentTokens(), (id) => mediaUrl(`thumb/${id}`)) } };
  return (
    <div className={styles.field}>
      {!bare && <span className={styles.label}>{label}</span>}
      <Popover
        position={bare ? 'bottom-start' : 'left-start'}
        // Beside the whole inspector, so that the fields stay in sight.
        offset={bare ? 8 : 108}
        shadow="md"
        trapFocus
        returnFocus
        closeOnEscape={false}
        opened={opened && !disabled}
        onChange={setOpened}
      >
        <Popover.Target>
          <button
            type="button"
            className={styles.target}
            data-patch={bare === 'patch'}
            disabled={disabled}
            {...(bare === false ? {} : { title: label })}
            onClick={() => setOpened(!opened)}
            aria-label={t('design-paint.field', { label, value: said })}
          >
            <span
              className={styles.patch}
              data-kind={mixed ? 'mixed' : value === null ? 'none' : 'set'}
              aria-hidden
            >
              <span {...shown} />
            </span>
            {bare !== 'patch' && <span className={styles.said}>{said}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <FillEditor
            value={mixed ? null : value}
            allow={allow}
            onChange={change}
            onClose={() => setOpened(false)}
          />
        </Popover.Dropdown>
      </Popover>
      {onClear && (
        <ActionIcon
          aria-label={t('design-paint.clear', { label })}
          disabled={(value === null && !mixed) || disabled}
          onClick={onClear}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      )}
    </div>
  );
}
