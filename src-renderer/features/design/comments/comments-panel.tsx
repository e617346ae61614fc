import { Button } from '@mantine/core';
import { IconBoxMultiple, IconMapPinPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { CommentsPane } from '#renderer/ui/comments/comments-pane.tsx';
import { point, usePointing } from '#renderer/ui/comments/pointing.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import { boundsOfNode, unionOf } from '#shared/design/geometry.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import type { Comment, Place, Region } from '#shared/team/comment.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import styles from './comments.module.css';

/** The part of the page that the chosen layers cover; null without any on it. */
function regionOf(body: DesignBody, pageId: string, selection: readonly string[]): Region | null {
  const chosen = selection.flatMap((id) => body.nodes[id] ?? []);
  const box = unionOf(chosen.map((node) => boundsOfNode(body, node)));
  if (!box) return null;
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const x = within(box.x / body.width);
  const y = within(box.y / body.height);
  const width = within((box.x + box.width) / body.width) - x;
  const height = within((box.y + box.height) / body.height) - y;
  return width > 0 && height > 0 ? { page: pageId, x, y, width, height } : null;
}

/** What is said about the design and about regions of its pages. */
export function DesignCommentsPanel() {
  const { t } = useWords();
  const { id, store, viewport } = useEditor();
  const body = useEditorValue((state) => state.body);
  const selection = useEditorValue((state) => state.selection);
  const pageId = useEditorValue((state) => state.pageId);
  const { arming, draft, marked } = usePointing();
  const region = regionOf(body, pageId, selection);
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
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBoxMultiple size={15} stroke={1.5} />}
        disabled={region === null}
        onClick={() => point({ arming: false, draft: region, marked: null })}
      >
        {t('team.point-selection')}
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
