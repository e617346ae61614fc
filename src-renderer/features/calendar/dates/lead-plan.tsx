import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { leadSteps } from '#shared/dates/festivals.ts';
import { addDays, noonOf } from '#shared/domain/calendar-days.ts';
import type { Coming } from './coming.ts';
import styles from './dates-panel.module.css';

/** Time of day of the ideas. */
const usualTime = '10:00';

/** The posts that lead up to a date: ticked ones become ideas on their days, all in one step. */
export function LeadPlan({
  coming,
  today,
  zone,
  onDone,
}: {
  coming: Coming;
  today: string;
  zone: string;
  onDone(): void;
}) {
  const { t, say, locale } = useWords();
  const steps = leadSteps(coming.lead).map((step) => ({ ...step, day: addDays(coming.day, step.offset) }));
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(steps.filter(({ day }) => day < today).map(({ offset }) => offset)),
  );
  const [working, setWorking] = useState(false);
  const chosen = steps.filter(({ offset }) => !left.has(offset));
  const date = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const plan = async (): Promise<void> => {
    setWorking(true);
    try {
      const { posts } = await call('dates.planLead', {
        occasion: coming.occasion,
        time: usualTime,
        zone,
        steps: chosen.map(({ day, title, brief }) => ({
          day,
          title: t('dates.lead-title', { name: coming.name, stage: say(title) }).slice(0, 300),
          brief: say(brief),
        })),
      });
      if (posts.length === 0) notify(t('dates.planned-before', { name: coming.name }));
      else {
        notifyUndo(t('dates.planned', { name: coming.name, count: posts.length }), async () => {
          await call('plan.undo', {});
        });
      }
      onDone();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <div className={styles.lead}>
      {steps.map(({ offset, day, title }) => (
        <div key={offset} className={styles.step}>
          <Checkbox
            size="xs"
            checked={!left.has(offset)}
            disabled={day < today}
            label={say(title)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.currentTarget.checked) next.delete(offset);
              else next.add(offset);
              setLeft(next);
            }}
          />
          <span className={styles.about}>
            {date.format(noonOf(day))} ({signed.format(offset)})
          </span>
        </div>
      ))}
      <Button size="compact-sm" loading={working} disabled={chosen.length === 0} onClick={() => void plan()}>
        {t('dates.plan-ideas', { count: chosen.length })}
      </Button>
    </div>
  );
}
