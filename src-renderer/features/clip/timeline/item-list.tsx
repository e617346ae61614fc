import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { formatSeconds, numberFormat } from '../fields/spans.ts';
import type { FrameClock } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import { segmentName } from './draw/badges.ts';
import type { Ground } from './hit.ts';
import { type LaneItem, type LaneRow, rulerHeight } from './lanes.ts';
import { selectItem } from './selecting.ts';
import styles from './timeline.module.css';
import { useDrawnWords } from './use-drawn-words.ts';

/** Options on both sides of the one that has the focus; a screen reader hears the whole count. */
const around = 30;

function useNames(ground: Ground): (item: LaneItem, row: LaneRow) => string {
  const { t, locale } = useWords();
  const { sources } = useClipEditor();
  const words = useDrawnWords();
  return (item, row) => {
    const { edit, placed } = ground;
    const number = numberFormat(locale).format(item.index + 1);
    const seconds = formatSeconds(item.to - item.from, locale);
    const given = { number, seconds };
    if (item.kind === 'segment') {
      const segment = placed[item.index]?.segment;
      const name = segment
        ? segmentName({ source: (assetId) => sources.get(assetId), words }, segment)
        : words.unnamed;
      return t('clip-timeline.segment-name', { ...given, name });
    }
    if (item.kind === 'overlay')
      return t('clip-timeline.overlay-name', {
        ...given,
        name: edit.overlays?.[item.index]?.name ?? words.unnamed,
      });
    if (item.kind === 'cue') {
      const cue = edit.captions?.find(({ id }) => id === row.track)?.cues[item.index];
      return t('clip-timeline.cue-name', { ...given, text: cue?.text.replaceAll('\n', ' ') ?? '' });
    }
    const sound = edit.sounds?.[item.index];
    const name = sound?.name ?? (sound && sources.get(sound.source)?.asset.name) ?? words.unnamed;
    return t('clip-timeline.sound-name', { ...given, name });
  };
}

/** Everything on the timeline as a list for the keyboard and for screen readers; it has the selection that the lanes show. */
export const ItemList = memo(function ItemList({
  ground,
  clock,
  onOpen,
}: {
  ground: Ground;
  clock: FrameClock;
  onOpen(kind: string): void;
}) {
  const { t } = useWords();
  const editor = useClipEditor();
  const nameOf = useNames(ground);
  const [at, setAt] = useState<{ row: string; index: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = ground.rows.filter(({ items }) => items.length > 0);
  const main = rows.find(({ kind }) => kind === 'main') ?? rows[0];
  const isChosen = ({ kind, id }: LaneItem): boolean => ground.chosen.has(`${kind} ${id}`);
  // A selection is of one kind: other rows need not be looked through.
  const [oneChosen] = ground.chosen;
  const chosenRow =
    oneChosen === undefined
      ? undefined
      : rows.find(({ items }) => oneChosen.startsWith(`${items[0]?.kind} `) && items.some(isChosen));
  const row = rows.find(({ key }) => key === at?.row) ?? chosenRow ?? main;
  if (!row) return null;
  const chosenAt = row === chosenRow ? row.items.findIndex(isChosen) : -1;
  const wanted = at?.row === row.key ? at.index : Math.max(0, chosenAt);
  const index = Math.min(row.items.length - 1, wanted);

  const go = (toRow: LaneRow, toIndex: number, extend: boolean): void => {
    const next = Math.min(toRow.items.length - 1, Math.max(0, toIndex));
    const item = toRow.items[next];
    if (!item) return;
    setAt({ row: toRow.key, index: next });
    selectItem(editor, ground, item, toRow, extend ? 'range' : 'one');
    editor.player.seek(item.from);
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-item="${CSS.escape(`${item.kind} ${item.id}`)}"]`)
        ?.focus(),
    );
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = rows.indexOf(row);
    const item = row.items[index];
    if (event.key === 'ArrowRight') go(row, index + 1, event.shiftKey);
    else if (event.key === 'ArrowLeft') go(row, index - 1, event.shiftKey);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = rows[here + (event.key === 'ArrowDown' ? 1 : -1)];
      const time = item?.from ?? 0;
      if (next)
        go(
          next,
          Math.max(
            0,
            next.items.findLastIndex(({ from }) => from <= time + 1e-6),
          ),
          false,
        );
    } else if (event.key === 'Home') go(row, 0, event.shiftKey);
    else if (event.key === 'End') go(row, row.items.length - 1, event.shiftKey);
    else if (event.key === 'Enter' && item) onOpen(item.kind);
    else return;
    event.preventDefault();
  };
  const { scale, scrolled } = ground;
  const first = Math.max(0, index - around);
  return (
    <div
      ref={list}
      className={styles.items}
      role="listbox"
      aria-label={t('clip-timeline.items')}
      aria-multiselectable
      onKeyDown={byKey}
    >
      {rows.flatMap((one) => {
        const from = one === row ? first : 0;
        return one.items.slice(from, from + around * 2).map((item, offset) => {
          const place = from + offset;
          const current = one === row && place === index;
          return (
            <div
              key={`${item.kind} ${item.id}`}
              className={styles.item}
              role="option"
              data-item={`${item.kind} ${item.id}`}
              tabIndex={current ? 0 : -1}
              aria-selected={isChosen(item)}
              aria-label={nameOf(item, one)}
              aria-posinset={place + 1}
              aria-setsize={one.items.length}
              style={{
                left: (Math.min(item.from, clock.duration) - scale.start) * scale.density,
                width: Math.max(4, (item.to - item.from) * scale.density - 1),
                top: rulerHeight + one.top - scrolled,
                height: one.height,
              }}
              onFocus={() => setAt({ row: one.key, index: place })}
            />
          );
        });
      })}
    </div>
  );
});
