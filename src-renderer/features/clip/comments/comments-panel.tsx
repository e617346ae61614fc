import { Button } from '@mantine/core';
import { IconMapPinPlus } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { CommentsPane } from '#renderer/ui/comments/comments-pane.tsx';
import { point, usePointing } from '#renderer/ui/comments/pointing.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Comment, Place } from '#shared/team/comment.ts';
import { timecode } from '../fields/time-text.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { useClipClock } from '../use-clip-clock.ts';

/** What is said about the clip and about moments of it. */
export function ClipCommentsPanel() {
  const { t } = useWords();
  const { player } = useClipEditor();
  const id = useClip((now) => now.record.id);
  const clock = useClipClock();
  const seconds = useSyncExternalStore(player.subscribe, () => player.now().time);
  const { draft, marked } = usePointing();
  useEffect(() => () => point({ draft: null }), []);
  const placeWords = (place: Place): string =>
    'from' in place ? t('team.place-moment', { time: timecode(clock, place.from) }) : '';
  const show = ({ id: thread, place }: Comment): void => {
    if (!place || !('from' in place)) return;
    player.pause();
    player.seek(place.from);
    point({ marked: thread });
  };
  return (
    <Panel
      title={t('team.comments')}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconMapPinPlus size={14} stroke={1.5} />}
          onClick={() => {
            player.pause();
            const at = player.now().time;
            point({ draft: { from: at, to: at }, marked: null });
          }}
        >
          {t('team.point-now', { time: timecode(clock, seconds) })}
        </Button>
      }
    >
      <CommentsPane
        subject={{ kind: 'clip', id }}
        place={draft}
        placeWords={placeWords}
        marked={marked}
        onClearPlace={() => point({ draft: null })}
        onShow={show}
      />
    </Panel>
  );
}
