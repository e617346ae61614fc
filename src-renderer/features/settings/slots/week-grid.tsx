import { Popover } from '@mantine/core';
import { type PointerEvent, useRef, useState } from 'react';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import { SlotForm } from './slot-form.tsx';
import styles from './slots.module.css';
import { minuteOf, moved, placesOn, type SlotPlace, timeOf } from './week-slots.ts';

type Slot = KitItem<'slot'>;

const dayMinutes = 24 * 60;
/** Pixels that a press may wander before it is a drag. */
const slack = 4;

export interface SlotChanges {
  add(weekday: number, time: string): void;
  change(slot: Slot, body: KitBody<'slot'>): void;
  remove(slot: Slot): void;
}

interface Dragged {
  id: string;
  from: number;
  to: number;
  time: string;
}

function SlotMark({
  place,
  dragged,
  other,
  days,
  workspaceZone,
  changes,
  onGrab,
}: {
  place: SlotPlace;
  dragged: boolean;
  /** It is not of the account that is looked at. */
  other: boolean;
  days: readonly { weekday: number; name: string }[];
  workspaceZone: string;
  changes: SlotChanges;
  onGrab(event: PointerEvent<HTMLElement>, place: SlotPlace, open: () => void): void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const accounts = useKit('account');
  const { slot, minute, lane, lanes, weekday } = place;
  const account = accounts?.find(({ id }) => id === slot.body.accountId);
  const name = account?.name ?? t('timing.any-account');
  const day = days.find((each) => each.weekday === weekday)?.name ?? '';
  return (
    <Popover opened={open} onChange={setOpen} width={300} position="right-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.slot}
          data-open={open}
          data-dragged={dragged}
          data-other={other}
          aria-label={t('timing.slot-edit', { day, time: timeOf(minute), account: name })}
          style={{
            top: `${(minute / dayMinutes) * 100}%`,
            left: `${(lane / lanes) * 100}%`,
            width: `${100 / lanes}%`,
            ...(account?.body.hue ? { '--slot-hue': account.body.hue } : {}),
          }}
          onPointerDown={(event) => onGrab(event, place, () => setOpen(true))}
          onClick={(event) => {
            event.stopPropagation();
            // A press of the pointer is handled with the drag.
            if (event.detail === 0) setOpen(!open);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') changes.remove(slot);
            const step = event.key === 'ArrowUp' ? -15 : event.key === 'ArrowDown' ? 15 : 0;
            if (step === 0 || open) return;
            event.preventDefault();
            changes.change(slot, { ...slot.body, time: timeOf(minuteOf(slot.body.time) + step) });
          }}
        >
          {timeOf(minute)}
          <span className={styles.what}>{slot.body.pillar || (account ? name : '')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {open && (
          <SlotForm
            slot={slot}
            days={days}
            workspaceZone={workspaceZone}
            onChange={(body) => changes.change(slot, body)}
            onDelete={() => changes.remove(slot)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The week with its slots: click a time to add one, drag one to another day or time. */
export function SlotWeek({
  slots,
  accountId,
  days,
  weekend,
  workspaceZone,
  changes,
}: {
  slots: readonly Slot[];
  /** The account that is looked at; null: all. */
  accountId: string | null;
  days: readonly { weekday: number; name: string }[];
  weekend: readonly number[];
  workspaceZone: string;
  changes: SlotChanges;
}) {
  const { t } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const placeAt = (x: number, y: number): { weekday: number; minute: number } | null => {
    for (const column of grid.current?.querySelectorAll<HTMLElement>('[data-weekday]') ?? []) {
      const box = column.getBoundingClientRect();
      if (x < box.left || x >= box.right) continue;
      return {
        weekday: Number(column.dataset['weekday']),
        minute: ((y - box.top) / box.height) * dayMinutes,
      };
    }
    return null;
  };
  const grab = (event: PointerEvent<HTMLElement>, place: SlotPlace, open: () => void): void => {
    if (event.button !== 0) return;
    const { clientX, clientY, pointerId } = event;
    const element = event.currentTarget;
    const within = (placeAt(clientX, clientY)?.minute ?? place.minute) - place.minute;
    let last: Dragged | null = null;
    element.setPointerCapture(pointerId);
    const move = (now: globalThis.PointerEvent): void => {
      if (!last && Math.hypot(now.clientX - clientX, now.clientY - clientY) < slack) return;
      const at = placeAt(now.clientX, now.clientY);
      if (!at) return;
      last = { id: place.slot.id, from: place.weekday, to: at.weekday, time: timeOf(at.minute - within) };
      setDragged(last);
    };
    const stop = (): void => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', escape, true);
      setDragged(null);
    };
    const end = (): void => {
      stop();
      if (last) changes.change(place.slot, moved(place.slot.body, last.from, last.to, last.time));
      else open();
    };
    const escape = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') stop();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', escape, true);
  };
  const shown = slots.map((slot) =>
    dragged?.id === slot.id
      ? { ...slot, body: moved(slot.body, dragged.from, dragged.to, dragged.time) }
      : slot,
  );
  return (
    <div className={styles.week} ref={grid} role="group" aria-label={t('timing.slot-week')}>
      <span className={styles.corner} />
      {days.map(({ weekday, name }) => (
        <span key={weekday} className={styles.head}>
          {name}
        </span>
      ))}
      <div className={styles.hours} aria-hidden>
        {[3, 6, 9, 12, 15, 18, 21].map((hour) => (
          <span key={hour} className={styles.hour} style={{ top: `${(hour / 24) * 100}%` }}>
            {`${String(hour).padStart(2, '0')}:00`}
          </span>
        ))}
      </div>
      {days.map(({ weekday }) => (
        // biome-ignore lint/a11y: slots are also added by the button above and changed by their own
        <div
          key={weekday}
          className={styles.day}
          data-weekday={weekday}
          data-rest={weekend.includes(weekday)}
          onClick={(event) => {
            if (event.target !== event.currentTarget) return;
            const at = placeAt(event.clientX, event.clientY);
            if (at) changes.add(weekday, timeOf(Math.floor(at.minute / 30) * 30));
          }}
        >
          {placesOn(shown, weekday).map((place) => (
            <SlotMark
              key={place.slot.id}
              place={place}
              dragged={dragged?.id === place.slot.id}
              other={accountId !== null && place.slot.body.accountId !== accountId}
              days={days}
              workspaceZone={workspaceZone}
              changes={changes}
              onGrab={(event, _, open) => {
                const stored = slots.find(({ id }) => id === place.slot.id);
                if (stored) grab(event, { ...place, slot: stored }, open);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
