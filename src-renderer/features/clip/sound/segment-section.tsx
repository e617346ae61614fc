import { Button, Select } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { changeSegments } from '#shared/clip/edit/operations/arrange.ts';
import type { RecordedSegment, Segment } from '#shared/clip/edit/segment.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { newId } from '#shared/domain/id.ts';
import { useClipEditor, useSource } from '../session/editor.tsx';
import { canDetach, detachSound } from './add-sounds.ts';
import { type Shape, ShapeFields, tidy } from './shape-fields.tsx';
import styles from './sound.module.css';

function withSound(segment: RecordedSegment, change: Shape & { stream?: number | undefined }): Segment {
  const { sound: _was, ...rest } = segment;
  const sound = tidy({ ...segment.sound, ...change });
  return Object.keys(sound).length > 0 ? ({ ...rest, sound } as Segment) : rest;
}

/** Audio streams in words: place, name, language, kind, channels. */
function streamWords(probe: ClipProbe, locale: string, channelWord: (count: number) => string): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const name = (language: string): string => {
    try {
      return names.of(language) ?? language;
    } catch {
      // Files carry anything there.
      return language;
    }
  };
  return probe.streams
    .filter((stream) => stream.type === 'audio')
    .map((stream, at) =>
      [
        String(at + 1),
        stream.title ?? '',
        stream.language ? name(stream.language) : '',
        stream.codec.toUpperCase(),
        stream.channels ? channelWord(stream.channels) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    );
}

/** The sound of the chosen segments of the main track. */
export function SegmentSection({
  segments,
  silenced,
  disabled,
}: {
  segments: readonly Segment[];
  /** The whole main track is muted. */
  silenced: boolean;
  disabled: boolean;
}) {
  const { t, locale } = useWords();
  const { change, selection } = useClipEditor();
  const recorded = segments.filter((segment) => segment.kind === 'clip');
  const [first] = recorded;
  const source = useSource(first?.source ?? null);
  const ids = recorded.map(({ id }) => id);
  const set = (next: Shape & { stream?: number | undefined }, gesture?: string): void =>
    change(
      (edit) =>
        changeSegments(edit, ids, (segment) =>
          segment.kind === 'clip' ? withSound(segment, next) : segment,
        ),
      gesture && `sound:${gesture}:${ids.join()}`,
    );
  const soundless = recorded.length === 0 || (recorded.length === 1 && source?.probe?.audio === null);
  const streams =
    recorded.length === 1 && source?.probe
      ? streamWords(source.probe, locale, (count) =>
          count === 1
            ? t('clip-sound.mono')
            : count === 2
              ? t('clip-sound.stereo')
              : t('clip-sound.channels', { count }),
        )
      : [];
  const detach = (): void => {
    let added: string[] = [];
    change((edit) => {
      const done = detachSound(edit, ids, newId);
      added = done.items.map(({ id }) => id);
      return done.edit;
    });
    if (added.length > 0) selection.set({ kind: 'sound', ids: added });
  };
  return (
    <Panel
      title={
        recorded.length > 1
          ? t('clip-sound.segments', { count: new Intl.NumberFormat(locale).format(recorded.length) })
          : t('clip-sound.segment')
      }
      remember="clip.sound.segment"
    >
      {soundless ? (
        <p className={styles.hint}>{t('clip-sound.soundless')}</p>
      ) : (
        <>
          {silenced && <p className={styles.hint}>{t('clip-sound.track-muted')}</p>}
          <ShapeFields
            shapes={recorded.map((segment) => segment.sound ?? {})}
            disabled={disabled || silenced}
            onChange={set}
          />
          {streams.length > 1 && (
            <div className={styles.field}>
              <span aria-hidden>{t('clip-sound.stream')}</span>
              <Select
                aria-label={t('clip-sound.stream')}
                disabled={disabled}
                allowDeselect={false}
                value={String(first?.sound?.stream ?? 0)}
                data={streams.map((label, at) => ({ value: String(at), label }))}
                onChange={(value) => set({ stream: Number(value) })}
              />
            </div>
          )}
          <div className={styles.buttons}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconUnlink size={14} stroke={1.5} />}
              disabled={disabled || silenced || !recorded.some(canDetach)}
              onClick={detach}
            >
              {t('clip-sound.detach')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
