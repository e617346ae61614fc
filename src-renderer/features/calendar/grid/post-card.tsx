import { IconAlertTriangle, IconLock, IconWorld } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useCalendarTools } from '../session/calendar-context.ts';
import type { Placed } from '../session/arrange.ts';
import { useCardState } from '../session/selection.ts';
import styles from './card.module.css';
import { PlatformMarks, platformsOf, usePlatformNames } from './platform-marks.tsx';

/** `line`: one row; `card`: two rows and a picture; `picture`: a large one beside the words; `block`: a place in the hours of a day; `sliver`: a part of one. */
export type CardShape = 'line' | 'card' | 'picture' | 'block' | 'sliver';

/** One post on the calendar. `late`: its time is over and it was not published. */
export const PostCard = memo(function PostCard({
  placed,
  shape,
  late,
  pictured = false,
  style,
}: {
  placed: Placed;
  shape: CardShape;
  late: boolean;
  /** Blocks show their picture. */
  pictured?: boolean;
  style?: CSSProperties;
}) {
  const { post, clash } = placed;
  const { t } = useWords();
  const tools = useCalendarTools();
  const statuses = useStatusWords();
  const namesOf = usePlatformNames();
  const state = useCardState(tools.selection, post.key);
  const title = post.title || post.excerpt || t('ui.untitled');
  const time = placed.wall.slice(11);
  const clashWords =
    clash === '' ? '' : t('calendar.clash', { platforms: namesOf(clash.split(',')).join(', ') });
  const foreign =
    placed.foreign && post.schedule
      ? t('calendar.own-zone', { time: post.schedule.local.slice(11), zone: post.schedule.zone })
      : '';
  const name = [
    time,
    title,
    statuses[post.status],
    ...namesOf(platformsOf(post.formats)),
    late ? t('calendar.late') : '',
    clashWords,
    foreign,
  ];
  return (
    <button
      type="button"
      className={styles.card}
      tabIndex={state === 'current' || state === 'both' ? 0 : -1}
      data-post={post.key}
      data-shape={shape}
      data-state={state}
      data-status={post.status}
      data-late={late}
      aria-label={name.filter(Boolean).join(', ')}
      aria-pressed={state === 'chosen' || state === 'both'}
      style={style}
      onClick={(event) => {
        event.stopPropagation();
        tools.pick(event, post.key, event.currentTarget);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => tools.grab(event, post)}
    >
      {(shape === 'card' || shape === 'picture' || (shape === 'block' && pictured)) &&
        post.thumbnail !== null && (
          <img
            className={styles.picture}
            src={mediaUrl(post.thumbnail)}
            alt=""
            loading="lazy"
            draggable={false}
          />
        )}
      <span className={styles.head}>
        <span className={styles.status} data-status={post.status} />
        <span className={styles.time}>{time}</span>
        {post.status === 'published' && (
          <span className={styles.hint} title={t('calendar.published-fixed')}>
            <IconLock size={11} stroke={1.75} aria-hidden />
          </span>
        )}
        {foreign !== '' && (
          <span className={styles.hint} title={foreign}>
            <IconWorld size={11} stroke={1.75} aria-hidden />
          </span>
        )}
        {clashWords !== '' && (
          <span className={styles.hint} data-kind="clash" title={clashWords}>
            <IconAlertTriangle size={11} stroke={1.75} aria-hidden />
          </span>
        )}
        {shape !== 'line' && shape !== 'sliver' && <PlatformMarks formats={post.formats} most={3} />}
      </span>
      <span className={styles.title} data-untitled={post.title === ''}>
        {title}
      </span>
      {shape === 'line' && <PlatformMarks formats={post.formats} most={2} />}
    </button>
  );
});
