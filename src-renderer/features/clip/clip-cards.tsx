import { IconArrowBackUp, IconMovie, IconMusic, IconScissors, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { durationText } from '#renderer/ui/duration.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import type { ClipSummary } from '#shared/domain/design-record.ts';
import styles from './clips.module.css';

/** The card that arrow keys lead to: the nearest one in a direction, as the cards lie on the screen. */
function neighbour(cards: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const at = cards.indexOf(from);
  if (key === 'ArrowRight') return cards[at + 1];
  if (key === 'ArrowLeft') return cards[at - 1];
  if (key === 'Home') return cards[0];
  if (key === 'End') return cards.at(-1);
  const here = from.getBoundingClientRect();
  const down = key === 'ArrowDown';
  const rows = cards
    .map((card) => ({ card, box: card.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top >= here.bottom - 1 : box.bottom <= here.top + 1));
  const away = ({ box }: { box: DOMRect }): number =>
    Math.abs(box.top - here.top) * 4 + Math.abs(box.left - here.left);
  return rows.sort((one, other) => away(one) - away(other))[0]?.card;
}

/** Clips and recordings as cards: arrows move, Enter opens, Delete moves to the trash. */
export function ClipCards({
  clips,
  recordings,
  trashed,
}: {
  clips: readonly ClipSummary[];
  recordings: readonly Asset[];
  trashed: boolean;
}) {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const [current, setCurrent] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const clip = clips.find((each) => each.id === current);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });

  const start = (asset: Asset): void =>
    void call('clips.create', { assetId: asset.id }).then(
      (made) => navigate(`/clips/${made.id}`),
      notifyFailure,
    );
  const restore = async (each: ClipSummary): Promise<void> => {
    await call('clips.restore', { ids: [each.id] });
    notify(t('clip.did-restore', { name: each.name }));
  };
  const open: Action = {
    id: 'clip.open',
    icon: IconScissors,
    keys: ['Enter'],
    hidden: true,
    enabled: () => clip !== undefined && !trashed,
    run: () => clip && navigate(`/clips/${clip.id}`),
  };
  const remove: Action = {
    id: 'clip.trash',
    icon: IconTrash,
    keys: ['Delete', 'Backspace'],
    enabled: () => clip !== undefined && !trashed,
    run: async () => {
      if (!clip) return;
      await call('clips.trash', { ids: [clip.id] });
      notifyUndo(t('clip.did-trash', { name: clip.name }), async () => {
        await call('clips.restore', { ids: [clip.id] });
      });
    },
  };
  const back: Action = {
    id: 'clip.restore',
    icon: IconArrowBackUp,
    enabled: () => clip !== undefined && trashed,
    run: () => clip && restore(clip),
  };
  useActions(trashed ? [back] : [open, remove]);

  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !/^(Arrow|Home|End)/.test(event.key)) return;
    const cards = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const next = neighbour(cards, focused, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div className={styles.scroller} ref={scroller} onKeyDown={byKey}>
      <ul className={styles.grid} aria-label={t('clip.clips')}>
        {clips.map((each) => (
          <li key={each.id}>
            <ContextMenu actions={trashed ? [back] : [open, remove]} onOpen={() => setCurrent(each.id)}>
              <button
                type="button"
                className={styles.card}
                data-card
                onFocus={() => setCurrent(each.id)}
                onClick={() => (trashed ? void restore(each) : navigate(`/clips/${each.id}`))}
                aria-label={trashed ? `${t('clip.restore')}: ${each.name}` : each.name}
              >
                <span className={styles.picture}>
                  <Thumb path={each.thumbnail} alt="" />
                  <span className={styles.length}>{durationText(each.duration)}</span>
                </span>
                <span className={styles.words}>
                  <span className={styles.title}>{each.name}</span>
                  <span className={styles.dim}>
                    {trashed ? t('clip.restore') : date.format(new Date(each.updatedAt))}
                  </span>
                </span>
              </button>
            </ContextMenu>
          </li>
        ))}
      </ul>
      {recordings.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('clip.ready-videos')}</h2>
          <ul className={styles.grid} aria-label={t('clip.ready-videos')}>
            {recordings.map((asset) => (
              <li key={asset.id}>
                <button
                  type="button"
                  className={styles.card}
                  data-card
                  onFocus={() => setCurrent(null)}
                  onClick={() => start(asset)}
                  aria-label={t('clip.start-clip-of', { name: asset.name })}
                >
                  <span className={styles.picture}>
                    {asset.kind === 'audio' ? (
                      <IconMusic className={styles.mark} size={26} stroke={1.25} aria-hidden />
                    ) : (
                      <Thumb path={`thumb/${asset.id}`} alt="" />
                    )}
                    <span className={styles.length}>{durationText(asset.duration)}</span>
                  </span>
                  <span className={styles.words}>
                    <span className={styles.title}>{asset.name}</span>
                    <span className={styles.start}>
                      <IconMovie size={14} stroke={1.5} aria-hidden />
                      {t('clip.start-clip')}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
