import { Button } from '@mantine/core';
import { IconMapPinPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { CommentsPane } from '#renderer/ui/comments/comments-pane.tsx';
import { point, usePointing } from '#renderer/ui/comments/pointing.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { pagesInOrder } from '#shared/design/tree.ts';
import type { Comment, Place } from '#shared/team/comment.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import styles from './comments.module.css';

/** What is said about the design and about regions of its pages. */
export function DesignCommentsPanel() {
  const { t } = useWords();
  const { id, store, viewport } = useEditor();
  const body = useEditorValue((state) => state.body);
  const { arming, draft, marked } = usePointing();
  useEffect(() => () => point({ arming: false, draft: null }), []);
  const placeWords = (place: Place): string => {
    if (!('page' in place)) return '';
    const page = pagesInOrder(body).findIndex((each) => each.id === place.page);
    return t('team.place-page', { page: page + 1 });
  };
  const show = ({ id: thread, place }: Comment): void => {
    if (!place || !('page' in place) || !body.pages[place.page]) return;
    store.showPage(place.page);
    viewport.fit();
    point({ marked: thread });
  };
  return (
    <div className={styles.panel}>
      <Button
        size="xs"
        variant={arming ? 'light' : 'default'}
        aria-pressed={arming}
        leftSection={<IconMapPinPlus size={15} stroke={1.5} />}
        onClick={() => point({ arming: !arming })}
      >
        {t('team.point')}
      </Button>
      <CommentsPane
        subject={{ kind: 'design', id }}
        place={draft}
        placeWords={placeWords}
        marked={marked}
        onClearPlace={() => point({ draft: null })}
        onShow={show}
      />
    </div>
  );
}
