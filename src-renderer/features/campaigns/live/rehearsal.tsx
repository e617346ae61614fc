import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '#renderer/ui/words.tsx';
import { clockLength, rehearsed, type ShowItem, type ShowRow } from '#shared/plan/run-of-show.ts';
import styles from './live.module.css';

/** Milliseconds between two looks at the clock. */
const tick = 200;
/** Seconds behind or ahead that are not worth a word. */
const punctual = 5;

interface Times {
  /** Milliseconds of running time when the item and the session began. */
  item: number;
  all: number;
}

/** The session as it will go: a large countdown of what is on, what comes next, how far behind one is. */
export function Rehearsal({
  items,
  rows,
  onClose,
}: {
  items: readonly ShowItem[];
  rows: readonly ShowRow[];
  onClose(): void;
}) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const [running, setRunning] = useState(true);
  const [times, setTimes] = useState<Times>({ item: 0, all: 0 });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    place.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (!running) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      last = now;
      setTimes((past) => ({ item: past.item + passed, all: past.all + passed }));
    }, tick);
    return () => clearInterval(timer);
  }, [running]);
  const item = items[at];
  const next = items[at + 1];
  const { left, behind } = rehearsed(rows, at, { inItem: times.item / 1000, inAll: times.all / 1000 });
  const go = (to: number): void => {
    if (to < 0 || to >= items.length) return;
    setAt(to);
    setTimes((past) => ({ ...past, item: 0 }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Record<string, () => void> = {
      ArrowRight: () => go(at + 1),
      PageDown: () => go(at + 1),
      ' ': () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      PageUp: () => go(at - 1),
      p: () => setRunning(!running),
      Escape: onClose,
    };
    const act = keys[event.key];
    if (!act || (event.key === ' ' && event.target !== event.currentTarget)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  if (!item) return null;
  return createPortal(
    <div
      className={styles.rehearsal}
      role="dialog"
      aria-modal="true"
      aria-label={t('campaigns.rehearse')}
      tabIndex={-1}
      ref={place}
      onKeyDown={onKeyDown}
    >
      <header className={styles.rehearsalHead}>
        <span>{t('campaigns.item-of', { at: at + 1, of: items.length })}</span>
        <span data-behind={behind > punctual}>
          {behind > punctual
            ? t('campaigns.behind', { time: clockLength(behind) })
            : behind < -punctual
              ? t('campaigns.ahead', { time: clockLength(-behind) })
              : t('campaigns.on-time')}
        </span>
        <span>{t('campaigns.elapsed', { time: clockLength(Math.floor(times.all / 1000)) })}</span>
      </header>
      <div className={styles.stage}>
        <h2 className={styles.now}>{item.title || t('ui.untitled')}</h2>
        <p className={styles.left} role="timer" data-over={left < 0} data-soon={left >= 0 && left <= 10}>
          {clockLength(Math.ceil(left))}
        </p>
        {(item.who || item.cue) && (
          <p className={styles.aside}>{[item.who, item.cue].filter(Boolean).join(' · ')}</p>
        )}
        {item.script && <p className={styles.said}>{item.script}</p>}
      </div>
      <footer className={styles.rehearsalFoot}>
        <span className={styles.next}>
          {next
            ? t('campaigns.next', {
                title: next.title || t('ui.untitled'),
                length: clockLength(next.minutes * 60),
              })
            : t('campaigns.last-item')}
        </span>
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('campaigns.back')}
        </Button>
        <Button
          variant="default"
          leftSection={
            running ? <IconPlayerPause size={16} stroke={1.5} /> : <IconPlayerPlay size={16} stroke={1.5} />
          }
          onClick={() => setRunning(!running)}
        >
          {running ? t('campaigns.pause') : t('campaigns.resume')}
        </Button>
        <Button disabled={!next} onClick={() => go(at + 1)}>
          {t('campaigns.next-item')}
        </Button>
        <Button variant="default" leftSection={<IconX size={16} stroke={1.5} />} onClick={onClose}>
          {t('campaigns.end-rehearsal')}
        </Button>
      </footer>
    </div>,
    document.body,
  );
}
