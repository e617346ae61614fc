import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { captionPresets } from '#shared/clip/captions/styles.ts';
import type { CaptionStyle } from '#shared/clip/edit/captions.ts';
import styles from './caption-style.module.css';
import { useOwnPresets } from './own-presets.ts';
import { StyleSample } from './style-sample.tsx';
import { useCaptionFonts } from './use-caption-fonts.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** The same look; where it stands is another matter. */
function same(one: CaptionStyle, other: CaptionStyle): boolean {
  return (Object.keys(one) as (keyof CaptionStyle)[]).every(
    (key) => key === 'position' || JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}

function PresetName({ onKeep, onCancel }: { onKeep(name: string): void; onCancel(): void }) {
  const { t } = useWords();
  const field = useFirstFocus<HTMLInputElement>();
  const [name, setName] = useState('');
  const keep = (): void => {
    if (name.trim() !== '') onKeep(name.trim());
  };
  return (
    <div className={styles.row}>
      <TextInput
        ref={field}
        className={styles.grow ?? ''}
        aria-label={t('clip-captions.preset-name')}
        placeholder={t('clip-captions.preset-name')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Button disabled={name.trim() === ''} onClick={keep}>
        {t('clip-captions.keep')}
      </Button>
    </div>
  );
}

/** Looks to start from: those that come along, painted as they will be, and those kept on this computer. */
export function StylePresets({
  style,
  disabled,
  onPick,
}: {
  style: CaptionStyle;
  disabled: boolean;
  onPick(style: CaptionStyle): void;
}) {
  const { t, say } = useWords();
  const own = useOwnPresets();
  const [naming, setNaming] = useState(false);
  const all = [
    ...own.presets.map((preset) => ({ ...preset, own: preset })),
    ...captionPresets.map((preset) => ({ ...preset, name: say(preset.name), own: null })),
  ];
  const text = t('clip-captions.sample');
  const tracks = useMemo(
    () =>
      [...own.presets, ...captionPresets].map((preset) => ({
        style: preset.style,
        cues: [{ id: 'sample', from: 0, to: 1, text }],
      })),
    [own.presets, text],
  );
  const fonts = useCaptionFonts(tracks);
  return (
    <>
      <ul className={styles.presets} aria-label={t('clip-captions.presets')}>
        {all.map((preset) => (
          <li key={preset.id} className={styles.preset}>
            <button
              type="button"
              className={styles.presetButton}
              aria-pressed={same(preset.style, style)}
              disabled={disabled}
              onClick={() => onPick(preset.style)}
            >
              <StyleSample style={preset.style} fonts={fonts} />
              <span className={styles.presetName}>{preset.name}</span>
            </button>
            {preset.own && (
              <Tooltip label={t('clip-captions.forget-preset', { name: preset.name })}>
                <ActionIcon
                  className={styles.forget ?? ''}
                  size={20}
                  variant="default"
                  aria-label={t('clip-captions.forget-preset', { name: preset.name })}
                  onClick={() => {
                    const gone = preset.own;
                    own.remove(gone.id);
                    notifyUndo(t('clip-captions.did-forget-preset', { name: gone.name }), () =>
                      own.put(gone),
                    );
                  }}
                >
                  <IconTrash size={12} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {!naming ? (
        <Button
          variant="default"
          leftSection={<IconBookmarkPlus size={14} stroke={1.5} />}
          onClick={() => setNaming(true)}
        >
          {t('clip-captions.keep-preset')}
        </Button>
      ) : (
        <PresetName
          onKeep={(name) => {
            own.add(name, style);
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      )}
    </>
  );
}
