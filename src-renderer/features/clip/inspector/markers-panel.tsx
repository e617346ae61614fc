import { ActionIcon, CloseButton, Select, TextInput } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { changeBeside, removeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Marker } from '#shared/clip/edit/schema.ts';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import styles from './inspector.module.css';

const colours = ['blue', 'green', 'yellow', 'red', 'purple'] as const;
const none: readonly Marker[] = [];

/** The markers of the timeline: where they are, what they are called; nothing while there are none. */
export function MarkersPanel({ clock }: { clock: FrameClock }) {
  const { t } = useWords();
  const editor = useClipEditor();
  const markers = useClip((now) => now.edit.markers ?? none);
  const readOnly = useClip((now) => now.record.readOnly);
  if (markers.length === 0) return null;
  const names = {
    blue: t('clip-timeline.blue'),
    green: t('clip-timeline.green'),
    yellow: t('clip-timeline.yellow'),
    red: t('clip-timeline.red'),
    purple: t('clip-timeline.purple'),
  };
  const change = (id: string, next: Partial<Marker>, gesture?: string): void =>
    editor.change((edit) => changeBeside(edit, 'markers', [id], (one) => ({ ...one, ...next })), gesture);
  return (
    <Panel title={t('clip-timeline.markers')} remember="clip.markers">
      <ul className={styles.markers}>
        {markers.map((marker) => (
          <li key={marker.id}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('clip-timeline.go-to', { time: timecode(clock, marker.at) })}
              title={timecode(clock, marker.at)}
              onClick={() => {
                editor.selection.set({ kind: 'marker', ids: [marker.id] });
                editor.player.seek(marker.at);
              }}
            >
              <IconFlag size={15} stroke={1.5} />
            </ActionIcon>
            <TextInput
              size="xs"
              aria-label={t('clip-timeline.marker-called', { time: timecode(clock, marker.at) })}
              value={marker.name}
              readOnly={readOnly}
              onChange={(event) =>
                change(marker.id, { name: event.currentTarget.value }, `marker-${marker.id}`)
              }
            />
            <Select
              size="xs"
              aria-label={t('clip-timeline.marker-colour', { name: marker.name })}
              value={marker.colour ?? 'blue'}
              disabled={readOnly}
              data={colours.map((value) => ({ value, label: names[value] }))}
              onChange={(value) => {
                const colour = colours.find((one) => one === value);
                if (colour) change(marker.id, { colour });
              }}
            />
            <CloseButton
              size="sm"
              disabled={readOnly}
              aria-label={t('clip-timeline.remove-marker', { name: marker.name })}
              onClick={() => editor.change((edit) => removeBeside(edit, 'markers', [marker.id]))}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
