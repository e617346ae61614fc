import { IconChevronRight } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { Link } from 'wouter';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { RenderQueueButton } from './export/render-queue.tsx';
import type { ClipSnapshot } from './session/clip-session.ts';
import type { ClipActions } from './use-clip-actions.ts';
import styles from './clip.module.css';

/** The top bar's part: back to all clips, the name, undo and redo. */
export function ClipHead({
  now,
  field,
  actions,
  onName,
}: {
  now: ClipSnapshot;
  field: RefObject<HTMLInputElement | null>;
  actions: ClipActions;
  onName(name: string): void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const accept = (): void => {
    const name = typed?.trim();
    if (name) onName(name);
    setTyped(null);
  };
  return (
    <>
      <Slot name="topbar-title">
        <Link href="/clips" className={styles.parent}>
          {t('clip.clips')}
        </Link>
        <IconChevronRight size={14} stroke={1.5} aria-hidden />
        <input
          ref={field}
          className={styles.name}
          aria-label={t('clip.name')}
          value={typed ?? now.name}
          readOnly={now.record.readOnly}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={accept}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </Slot>
      <Slot name="topbar-actions">
        <IconAction action={actions.undo} />
        <IconAction action={actions.redo} />
        <IconAction action={actions.trash} />
        <RenderQueueButton />
        <ActionButton action={actions.render} size="xs" />
      </Slot>
    </>
  );
}
