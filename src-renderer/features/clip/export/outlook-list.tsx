import { IconInfoCircle } from '@tabler/icons-react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallInput } from '#shared/contract/index.ts';
import { formatBytes, formatSpan } from '../fields/spans.ts';
import { lengthText } from './length-text.ts';
import { OwnMark } from './own-mark.tsx';
import styles from './export.module.css';
import { useFormatName } from './use-format-name.ts';

type Wanted = CallInput<'renders.add'>['wanted'][number];

function Outlook({ clipId, wanted }: { clipId: string; wanted: Wanted }) {
  const { t, say, locale } = useWords();
  const formatName = useFormatName();
  const outlook = useCall('renders.outlook', { clipId, wanted }, ['records.changed'], {
    // Every finished render tells more of how long they take here.
    concerns: ({ kind, ids }) => kind === 'render' || (kind === 'clip' && ids.includes(clipId)),
    quiet: 500,
  });
  const { data } = outlook;
  const fps = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const type = (wanted.type ?? 'mp4').toUpperCase();
  return (
    <li className={styles.outlook}>
      <div className={styles.rowHead}>
        {wanted.format === null ? <OwnMark /> : <PlatformBadge format={wanted.format} size={16} />}
        <span className={styles.rowName}>
          {wanted.format === null ? t('clip-export.own', { type }) : formatName(wanted.format)}
        </span>
        {data && <span className={styles.strong}>≈ {formatBytes(data.bytes, locale)}</span>}
      </div>
      {outlook.failure ? (
        <FailureNote error={outlook.failure} bare />
      ) : (
        <span className={styles.dim}>
          {data
            ? [
                `${data.width} × ${data.height}`,
                t('clip-export.rate', { fps: fps.format(data.fps) }),
                lengthText(data.duration, locale),
                data.seconds === null
                  ? t('clip-export.time-unknown')
                  : t('clip-export.takes', { time: formatSpan(data.seconds, locale) }),
              ].join(' · ')
            : ' '}
        </span>
      )}
      {data?.notes.map((note) => (
        <span className={styles.note} key={note.en}>
          <IconInfoCircle size={13} stroke={1.5} aria-hidden />
          {say(note)}
        </span>
      ))}
    </li>
  );
}

/** What each chosen file will come to, before anything is started. */
export function OutlookList({ clipId, wanted }: { clipId: string; wanted: readonly Wanted[] }) {
  const { t } = useWords();
  if (wanted.length === 0) return null;
  return (
    <section className={styles.queue} aria-label={t('clip-export.outlook')}>
      <header className={styles.queueHead}>
        <h3>{t('clip-export.outlook')}</h3>
      </header>
      <ul className={styles.rows}>
        {wanted.map((one) => (
          <Outlook key={one.format ?? ''} clipId={clipId} wanted={one} />
        ))}
      </ul>
    </section>
  );
}
