import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignVersion } from '#shared/contract/design-work.ts';
import styles from './versions.module.css';

const day = 86_400_000;

/** "10:42" today, "Tue 10:42" within a week, else the date. */
function timeWords(createdAt: string, locale: string): string {
  const date = new Date(createdAt);
  const today = new Date();
  if (date.toDateString() === today.toDateString())
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
  if (today.getTime() - date.getTime() < 6 * day)
    return new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
      date,
    );
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Kept states, newest first; the arrow keys move through them. */
export function VersionList({
  versions,
  chosen,
  onChoose,
}: {
  versions: readonly DesignVersion[];
  chosen: string | null;
  onChoose(id: string): void;
}) {
  const { t, locale } = useWords();
  const move = (from: number, by: number, list: HTMLElement | null): void => {
    const next = versions[from + by];
    if (!next) return;
    onChoose(next.id);
    const option = list?.children[from + by];
    if (option instanceof HTMLElement) option.focus();
  };
  return (
    <div className={styles.list} role="listbox" aria-label={t('design-versions.list')}>
      {versions.map((version, index) => (
        <div
          key={version.id}
          className={styles.version}
          role="option"
          aria-selected={version.id === chosen}
          tabIndex={version.id === chosen || (chosen === null && index === 0) ? 0 : -1}
          onClick={() => onChoose(version.id)}
          onKeyDown={(event) => {
            const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (by !== undefined) {
              event.preventDefault();
              move(index, by, event.currentTarget.parentElement);
            } else if (event.key === 'Enter' || event.key === ' ') onChoose(version.id);
          }}
        >
          <span className={styles.thumb}>
            <Thumb path={version.thumbnail} alt="" fit="contain" />
          </span>
          <span className={styles.words}>
            <span className={styles.versionName} data-own={version.name !== ''}>
              {version.name === '' ? t('design-versions.by-itself') : version.name}
            </span>
            <span className={styles.detail}>{timeWords(version.createdAt, locale)}</span>
            <span className={styles.detail}>
              {t('design-versions.measures', {
                width: version.width,
                height: version.height,
                pages: version.pages,
              })}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}
