import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLeaf, IconPencil, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { EvergreenDialog } from './evergreen-dialog.tsx';
import { useTellingWords } from './telling-words.ts';
import styles from './timing.module.css';

type Known = CallOutput<'evergreen.next'>[number];

function PanelPost({ known, onPause, onRemove }: { known: Known; onPause(): void; onRemove(): void }) {
  const { t } = useWords();
  const { today } = usePlanTools();
  const words = useTellingWords(known, today);
  const title = known.title || t('ui.untitled');
  const pause = known.paused
    ? t('timing.evergreen-resume', { title })
    : t('timing.evergreen-pause', { title });
  const PauseIcon = known.paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <li className={`${styles.free} ${styles.telling}`}>
      <span className={styles.freeWords}>
        <Link className={styles.told} href={`/posts/${known.postId}`} title={title}>
          {title}
        </Link>
        <span className={styles.dim}>{words.about}</span>
        <span className={`${styles.dim} ${words.ready ? styles.ready : ''}`}>{words.turn}</span>
      </span>
      <Tooltip label={pause}>
        <ActionIcon aria-label={pause} aria-pressed={known.paused} onClick={onPause}>
          <PauseIcon size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('timing.evergreen-remove', { title })}>
        <ActionIcon aria-label={t('timing.evergreen-remove', { title })} onClick={onRemove}>
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

function PanelList({ list }: { list: KitItem<'evergreen'> }) {
  const { t } = useWords();
  const { changes } = usePlanTools();
  const known = useCall('evergreen.next', { id: list.id }, ['records.changed'], { quiet: 100 });
  const { body } = list;
  const save = (part: Partial<KitBody<'evergreen'>>, said: string): void =>
    void changes.run(
      () =>
        call('plan.saveKit', {
          kind: 'evergreen',
          id: list.id,
          revision: list.revision,
          name: list.name,
          body: { ...body, ...part },
        }),
      said,
    );
  const paused = body.paused ?? [];
  return (
    <section aria-label={list.name}>
      <h3 className={styles.listName}>
        {list.name}
        <span className={styles.dim}>{t('timing.evergreen-rest-days', { count: body.coolDownDays })}</span>
      </h3>
      {known.failure && <FailureNote error={known.failure} onRetry={known.reload} />}
      {body.postIds.length === 0 && <p className={styles.hint}>{t('timing.evergreen-none-body')}</p>}
      <ul className={styles.list}>
        {known.data?.map((each) => {
          const title = each.title || t('ui.untitled');
          const others = (ids: readonly string[]): string[] => ids.filter((id) => id !== each.postId);
          return (
            <PanelPost
              key={each.postId}
              known={each}
              onPause={() =>
                save(
                  { paused: each.paused ? others(paused) : [...paused, each.postId] },
                  each.paused
                    ? t('timing.evergreen-resumed', { title })
                    : t('timing.evergreen-paused', { title }),
                )
              }
              onRemove={() =>
                save(
                  { postIds: others(body.postIds), paused: others(paused) },
                  t('timing.evergreen-removed', { title }),
                )
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

/** The posts that are told again, with their last and next turn; what can be done to one at a glance stands beside it. */
export default function EvergreenPanel() {
  const { t } = useWords();
  const lists = useKit('evergreen');
  const [editing, setEditing] = useState(false);
  const edit = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPencil size={14} stroke={1.5} />}
      onClick={() => setEditing(true)}
    >
      {t('timing.evergreen-edit')}
    </Button>
  );
  return (
    <>
      {lists?.length === 0 ? (
        <EmptyState icon={IconLeaf} title={t('timing.evergreen-none')} body={t('timing.evergreen-none-body')}>
          {edit}
        </EmptyState>
      ) : (
        <div className={styles.panel}>
          {lists?.map((list) => (
            <PanelList key={list.id} list={list} />
          ))}
          {edit}
        </div>
      )}
      {editing && <EvergreenDialog onClose={() => setEditing(false)} />}
    </>
  );
}
