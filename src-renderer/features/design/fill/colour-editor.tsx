import { ActionIcon, ColorPicker, TextInput } from '@mantine/core';
import { useEyeDropper } from '@mantine/hooks';
import { IconColorPicker } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { colourSchema, defaultTokens, resolveColour } from '#shared/design/colours.ts';
import { presentTokens, useBrand } from '#renderer/ui/fonts/brand.ts';
import { useEditorState } from '../session/editor.ts';
import styles from './fill.module.css';
import { documentColours, recentColours, rememberColour } from './swatches.ts';

interface Swatch {
  value: string;
  name: string;
}

function Swatches({
  title,
  swatches,
  chosen,
  onPick,
}: {
  title: string;
  swatches: readonly Swatch[];
  chosen: string;
  onPick(value: string): void;
}) {
  if (swatches.length === 0) return null;
  return (
    <fieldset className={styles.swatches}>
      <legend>{title}</legend>
      <div>
        {swatches.map(({ value, name }) => (
          <button
            key={value}
            type="button"
            className={styles.swatch}
            aria-label={name}
            aria-pressed={value === chosen}
            title={name}
            style={{ background: resolveColour(value, presentTokens()) }}
            onClick={() => onPick(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Full opacity needs no alpha digits. */
function shortHex(value: string): string {
  const hex = value.startsWith('#') ? value : `#${value}`;
  return /^#[0-9a-f]{6}ff$/i.test(hex) ? hex.slice(0, 7) : hex;
}

/** A colour by picker, hex, eyedropper, or from the brand's, the design's and the last used ones. */
export function ColourEditor({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useWords();
  const { body } = useEditorState();
  const brand = useBrand();
  const dropper = useEyeDropper();
  const resolved = resolveColour(value, presentTokens());
  const [draft, setDraft] = useState<string | null>(null);
  // Kept from when the editor opened, so that the swatches do not move under the pointer.
  const [recent] = useState(recentColours);
  const [used] = useState(() => documentColours(body));
  const pick = (next: string): void => {
    if (!colourSchema.safeParse(next).success || next === value) return;
    rememberColour(next);
    onChange(next);
  };
  const commit = (): void => {
    if (draft !== null) pick(shortHex(draft.trim()));
    setDraft(null);
  };
  const own = brand?.colours ?? [];
  const brandSwatches =
    own.length > 0
      ? own.map(({ token, name }) => ({ value: `token:${token}`, name }))
      : Object.keys(defaultTokens).map((token) => ({ value: `token:${token}`, name: token }));
  const plain = (colours: readonly string[]): Swatch[] => colours.map((hex) => ({ value: hex, name: hex }));
  const fromScreen = async (): Promise<void> => {
    const found = await dropper.open();
    if (found) pick(shortHex(found.sRGBHex));
  };
  return (
    <div className={styles.editor}>
      <ColorPicker
        format="hexa"
        fullWidth
        size="sm"
        value={resolved}
        saturationLabel={t('design-paint.saturation')}
        hueLabel={t('design-paint.hue')}
        alphaLabel={t('design-paint.alpha')}
        onChange={(next) => {
          const short = shortHex(next);
          if (short !== shortHex(resolved)) onChange(short);
        }}
        onChangeEnd={(next) => rememberColour(shortHex(next))}
      />
      <div className={styles.hexRow}>
        <TextInput
          className={styles.grow ?? ''}
          size="xs"
          aria-label={t('design-paint.hex')}
          spellCheck={false}
          value={draft ?? resolved}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
        {dropper.supported && (
          <ActionIcon
            aria-label={t('design.eyedropper')}
            title={t('design.eyedropper')}
            // A dropper that is closed with Escape rejects; that is no failure.
            onClick={() => void fromScreen().catch(() => undefined)}
          >
            <IconColorPicker size={16} stroke={1.5} />
          </ActionIcon>
        )}
      </div>
      <Swatches title={t('design-paint.brand')} swatches={brandSwatches} chosen={value} onPick={pick} />
      <Swatches title={t('design-paint.in-design')} swatches={plain(used)} chosen={value} onPick={pick} />
      <Swatches title={t('design-paint.recent')} swatches={plain(recent)} chosen={value} onPick={pick} />
    </div>
  );
}
