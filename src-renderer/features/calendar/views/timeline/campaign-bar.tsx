import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, type Day, daysBetween, noonOf } from '#shared/domain/calendar-days.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../../session/plan-tools.ts';
import { BarMenu } from './bar-menu.tsx';
import { movedSpan, type Span, type SpanPart } from './campaign-span.ts';
import styles from './timeline.module.css';

/** Milliseconds after the last key before the new dates are stored, so that a row of keys is one step of undo. */
const keyPause = 700;

/** The days from first to last, in the words of the locale. */
export function spanWords({ from, to }: Span, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).formatRange(
    noonOf(from),
    noonOf(to),
  );
}

/** Stores the days of a campaign, said with Undo beside. */
export function useSpanSaving(campaign: KitItem<'campaign'>): (span: Span) => Promise<void> {
  const { t, locale } = useWords();
  const { changes } = usePlanTools();
  return (span) =>
    changes.run(
      () =>
        call('plan.saveKit', {
          kind: 'campaign',
          id: campaign.id,
          revision: campaign.revision,
          name: campaign.name,
          body: { ...campaign.body, ...span },
        }),
      t('calendar-views.campaign-moved', { name: campaign.name, span: spanWords(span, locale) }),
    );
}

/**
 * A campaign from its first to its last day: dragged to move it, at its ends to resize it; by arrows the same. Shown at
 * once, stored when the hand or the keys rest; Escape gives up. A double click, Enter or its menu shows its page.
 */
export function CampaignBar({
  campaign,
  span,
  days,
  widthOfDay,
}: {
  campaign: KitItem<'campaign'>;
  span: Span;
  days: readonly Day[];
  /** Pixels. */
  widthOfDay(): number;
}) {
  const { t, locale } = useWords();
  const save = useSpanSaving(campaign);
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<Span | null>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const open = (): void => navigate(`/campaigns/${campaign.id}`);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useRef<AbortController | null>(null);
  // What was stored has come back.
  const stored = `${span.from} ${span.to}`;
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    setDraft(null);
  }
  useEffect(
    () => () => {
      clearTimeout(pause.current);
      stop.current?.abort();
    },
    [],
  );
  const shown = draft ?? span;
  const first = days[0] ?? shown.from;
  const start = Math.max(0, daysBetween(first, shown.from));
  const end = Math.min(days.length - 1, daysBetween(first, shown.to));

  const store = (wanted: Span | null): void => {
    clearTimeout(pause.current);
    if (wanted === null) return;
    if (wanted.from === span.from && wanted.to === span.to) setDraft(null);
    else void save(wanted).finally(() => setTimeout(() => setDraft(null), keyPause));
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const part = (event.target.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? 'all') as SpanPart;
    const from = event.clientX;
    const width = widthOfDay();
    let wanted: Span | null = null;
    const ending = new AbortController();
    const { signal } = ending;
    stop.current = ending;
    document.body.dataset['carrying'] = '';
    signal.addEventListener('abort', () => {
      delete document.body.dataset['carrying'];
    });
    window.addEventListener(
      'pointermove',
      (move) => {
        wanted = movedSpan(span, part, Math.round((move.clientX - from) / width));
        setDraft(wanted);
      },
      { signal },
    );
    const giveUp = (): void => {
      ending.abort();
      setDraft(null);
    };
    window.addEventListener(
      'pointerup',
      () => {
        ending.abort();
        store(wanted);
      },
      { signal },
    );
    window.addEventListener('pointercancel', giveUp, { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        giveUp();
      },
      { signal, capture: true },
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0 && event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey || (event.key === 'Escape' && draft === null)) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(pause.current);
    if (event.key === 'Escape') return setDraft(null);
    if (event.key === 'Enter') return draft ? store(draft) : open();
    const wanted = movedSpan(shown, event.shiftKey ? 'to' : event.altKey ? 'from' : 'all', step);
    setDraft(wanted);
    pause.current = setTimeout(() => store(wanted), keyPause);
  };

  const words = {
    name: campaign.name,
    from: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(
      noonOf(shown.from),
    ),
    to: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(noonOf(shown.to)),
  };
  if (end < 0 || start > days.length - 1) return null;
  const style: CSSProperties & Record<'--hue', string> = {
    gridColumn: `${start + 1} / ${Math.max(start, end) + 2}`,
    '--hue': campaign.body.hue ?? 'var(--g-note)',
  };
  return (
    <>
      <button
        type="button"
        className={styles.bar}
        style={style}
        data-campaign={campaign.name}
        data-opens={shown.from < first}
        data-closes={shown.to > addDays(first, days.length - 1)}
        data-drafted={draft !== null}
        aria-label={t('calendar-views.campaign-bar', words)}
        aria-description={t('calendar-views.campaign-bar-hint')}
        onPointerDown={onPointerDown}
        onDoubleClick={open}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          const byKey = event.clientX === 0 && event.clientY === 0;
          setMenuAt(byKey ? { x: left + 8, y: bottom } : { x: event.clientX, y: event.clientY });
        }}
        onKeyDown={onKeyDown}
        onBlur={() => draft !== null && stop.current?.signal.aborted !== false && store(draft)}
      >
        {shown.from >= first && <span className={styles.grip} data-part="from" />}
        <span className={styles.barName}>{spanWords(shown, locale)}</span>
        {shown.to <= addDays(first, days.length - 1) && <span className={styles.grip} data-part="to" />}
      </button>
      <BarMenu name={campaign.name} at={menuAt} onOpen={open} onClose={() => setMenuAt(null)} />
    </>
  );
}
