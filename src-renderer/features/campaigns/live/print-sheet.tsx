import { createPortal } from 'react-dom';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody } from '#shared/kit/schema.ts';
import { clockLength, type ShowTimes } from '#shared/plan/run-of-show.ts';
import styles from './live.module.css';

/** The session as it is printed; never on the screen. */
export function PrintSheet({
  name,
  body,
  times,
}: {
  name: string;
  body: KitBody<'run-of-show'>;
  times: ShowTimes;
}) {
  const { t, locale } = useWords();
  const { start } = body;
  return createPortal(
    <article className={styles.sheet} aria-hidden>
      <h1>{name}</h1>
      <p>
        {[
          start ? `${formatWallTime(start.local, locale)} (${start.zone})` : '',
          clockLength(times.total * 60),
          body.campaign,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('campaigns.clock')}</th>
            <th>{t('campaigns.length')}</th>
            <th>{t('campaigns.what')}</th>
            <th>{t('campaigns.who')}</th>
            <th>{t('campaigns.cue')}</th>
          </tr>
        </thead>
        <tbody>
          {body.items.map((item, index) => (
            <tr key={item.id}>
              <td>
                {times.rows[index]?.wall?.slice(11) ?? clockLength((times.rows[index]?.from ?? 0) * 60)}
              </td>
              <td>{clockLength(item.minutes * 60)}</td>
              <td>
                <strong>{item.title}</strong>
                {item.script && <div className={styles.printed}>{item.script}</div>}
              </td>
              <td>{item.who}</td>
              <td>{item.cue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>,
    document.body,
  );
}
