import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarOff,
  IconCircleCheck,
  IconCircleX,
  IconCopy,
  IconTrash,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { formatWallTime, useStatusWords } from '#renderer/ui/post-row.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import cardStyles from '../grid/card.module.css';
import { Floating } from './floating.tsx';
import styles from './peek.module.css';
import { TimeEditor } from './time-editor.tsx';

export interface PeekActions {
  open(): void;
  duplicate(): void;
  unschedule(): void;
  trash(): void;
  setTime(schedule: Schedule): void;
}

type Icon = ComponentType<{ size?: number; stroke?: number }>;

function PeekButton({
  icon: Picture,
  label,
  disabled,
  onClick,
}: {
  icon: Icon;
  label: string;
  disabled?: boolean;
  onClick(): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled === true} onClick={onClick}>
        <Picture size={17} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

/** What the checks of a post found, in one line. */
function Findings({ id }: { id: string }) {
  const { t } = useWords();
  const check = useCall('posts.check', { id });
  if (!check.data) return <p className={styles.findings}>{'\u00a0'}</p>;
  const found = check.data.targets.flatMap((target) => target.findings);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  if (check.data.targets.length === 0) return <p className={styles.findings}>{t('calendar.no-targets')}</p>;
  if (errors + warnings === 0)
    return (
      <p className={styles.findings} data-kind="ok">
        <IconCircleCheck size={14} stroke={1.75} aria-hidden />
        {t('calendar.ready')}
      </p>
    );
  return (
    <p className={styles.findings}>
      {errors > 0 && (
        <span className={styles.finding} data-kind="error">
          <IconCircleX size={14} stroke={1.75} aria-hidden />
          {t('calendar.errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles.finding} data-kind="warning">
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          {t('calendar.warnings', { count: warnings })}
        </span>
      )}
    </p>
  );
}

/** A look at a post without leaving the calendar, with the changes one makes most. */
export function Peek({
  post,
  zone,
  beside,
  actions,
  onClose,
}: {
  post: PlanEntry;
  zone: string;
  beside: DOMRect;
  actions: PeekActions;
  onClose(): void;
}) {
  const { t, locale } = useWords();
  const statuses = useStatusWords();
  const whole = useCall('posts.get', { id: post.id });
  const title = post.title || t('ui.untitled');
  const published = post.status === 'published';
  const ownTimes = (whole.data?.targets ?? []).filter((target) => target.schedule !== null);
  return (
    <Floating beside={beside} width={340} label={title} onClose={onClose}>
      <div className={styles.peek}>
        <div className={styles.top}>
          {post.thumbnail !== null && (
            <span className={styles.picture}>
              <Thumb path={post.thumbnail} alt="" />
            </span>
          )}
          <div className={styles.words}>
            <h3 className={styles.title}>{title}</h3>
            <p className={styles.excerpt}>{post.excerpt}</p>
          </div>
        </div>
        <div className={styles.line}>
          <span className={styles.statusLine}>
            <span className={cardStyles.status} data-status={post.status} />
            {statuses[post.status]}
          </span>
          <span className={styles.badges}>
            {post.formats.map((format) => (
              <PlatformBadge key={format} format={format} size={16} />
            ))}
          </span>
        </div>
        <Findings id={post.id} />
        <TimeEditor
          key={`${post.schedule?.local} ${post.schedule?.zone}`}
          schedule={post.schedule}
          zone={zone}
          readOnly={published}
          onSet={actions.setTime}
        />
        {ownTimes.length > 0 && (
          <ul className={styles.ownTimes} aria-label={t('calendar.own-times')}>
            {ownTimes.map((target) => (
              <li key={target.id}>
                <PlatformBadge format={target.format} size={14} />
                {target.schedule && formatWallTime(target.schedule.local, locale)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer className={styles.foot}>
        <Button data-autofocus onClick={actions.open}>
          {t('calendar.open')}
        </Button>
        <span className={styles.room} />
        <PeekButton icon={IconCopy} label={t('calendar.duplicate')} onClick={actions.duplicate} />
        <PeekButton
          icon={IconCalendarOff}
          label={t('calendar.unschedule')}
          disabled={published || post.schedule === null}
          onClick={actions.unschedule}
        />
        <PeekButton icon={IconTrash} label={t('calendar.trash')} onClick={actions.trash} />
      </footer>
    </Floating>
  );
}
