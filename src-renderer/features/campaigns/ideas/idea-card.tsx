import { memo, type DragEvent, type PointerEvent } from 'react';
import { IconCalendarPlus, IconPencil } from '@tabler/icons-react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import type { Grouping } from './idea-columns.ts';
import styles from './ideas.module.css';

/** What can be done with a card. */
export interface IdeaTools {
  grab(event: PointerEvent<HTMLElement>, idea: PostSummary): void;
  choose(idea: PostSummary): void;
  open(idea: PostSummary): void;
  makeDraft(idea: PostSummary): void;
  plan(idea: PostSummary): void;
  take(event: DragEvent<HTMLElement>, idea: PostSummary): void;
}

/** One idea. */
export const IdeaCard = memo(function IdeaCard({
  idea,
  by,
  first,
  tools,
}: {
  idea: PostSummary;
  by: Grouping;
  /** It takes the focus when the board does. */
  first: boolean;
  tools: IdeaTools;
}) {
  const { t } = useWords();
  const title = idea.title || idea.excerpt || t('ui.untitled');
  const marks = [
    by === 'pillar' ? '' : idea.pillar,
    by === 'campaign' ? '' : idea.campaign,
    ...(by === 'label' ? idea.labels.slice(1) : idea.labels),
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside has the role; this takes drags and drops
    <div
      className={styles.card}
      onPointerDown={(event) => tools.grab(event, idea)}
      onContextMenu={() => tools.choose(idea)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => tools.take(event, idea)}
    >
      <button
        type="button"
        className={styles.open}
        data-idea={idea.id}
        tabIndex={first ? 0 : -1}
        onFocus={() => tools.choose(idea)}
        onClick={() => tools.open(idea)}
      >
        {idea.thumbnail !== null && (
          <span className={styles.picture}>
            <Thumb path={idea.thumbnail} alt="" />
          </span>
        )}
        <span className={styles.words}>
          <span className={styles.title} data-untitled={idea.title === '' && idea.excerpt === ''}>
            {title}
          </span>
          {idea.title !== '' && idea.excerpt !== '' && <span className={styles.excerpt}>{idea.excerpt}</span>}
        </span>
      </button>
      <span className={styles.foot}>
        <span className={styles.marks}>{marks.join(' · ')}</span>
        <span className={styles.tools}>
          <Tooltip label={t('campaigns.make-draft')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              aria-label={`${t('campaigns.make-draft')}: ${title}`}
              onClick={() => tools.makeDraft(idea)}
            >
              <IconPencil size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('campaigns.plan-idea')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              aria-label={`${t('campaigns.plan-idea')}: ${title}`}
              onClick={() => tools.plan(idea)}
            >
              <IconCalendarPlus size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </span>
      </span>
    </div>
  );
});
