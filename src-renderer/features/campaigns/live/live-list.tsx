import { Button } from '@mantine/core';
import { IconBroadcast, IconPlus } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays } from '#shared/domain/calendar-days.ts';
import { newId } from '#shared/domain/id.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { clockLength, showTimes, usualStart } from '#shared/plan/run-of-show.ts';
import styles from '../campaigns.module.css';
import { PlanBar } from '../plan-bar.tsx';
import { useToday } from '../use-campaign-words.ts';
import { usePlanUndo } from '../use-plan-undo.ts';

/** Live sessions, the next one first. */
export function LiveList({ shows }: { shows: readonly KitItem<'run-of-show'>[] }) {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const today = useToday();
  const zone = useCall('workspace.current', {}).data?.zone;
  const create: Action = {
    id: 'campaigns.new-live',
    icon: IconPlus,
    keys: ['n'],
    run: async () => {
      const step = (title: string, minutes: number) => ({
        ...{ id: newId(), title, minutes, who: '', script: '', cue: '', designId: null },
      });
      const { item } = await call('plan.saveKit', {
        kind: 'run-of-show',
        name: t('campaigns.live-name'),
        body: {
          start: today && zone ? usualStart(addDays(today, 7), zone) : null,
          postId: null,
          campaign: '',
          wanted: null,
          items: [
            step(t('campaigns.item-countdown'), 5),
            step(t('campaigns.item-welcome'), 3),
            step(t('campaigns.item-main'), 20),
            step(t('campaigns.item-questions'), 10),
            step(t('campaigns.item-goodbye'), 2),
          ],
        },
      });
      navigate(`/live/${item.id}`);
    },
  };
  useActions([create, ...usePlanUndo()]);
  const button = (
    <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => runAction(create)}>
      {t('campaigns.new-live')}
    </Button>
  );
  const sorted = [...shows].sort((one, other) =>
    (other.body.start?.local ?? '').localeCompare(one.body.start?.local ?? ''),
  );
  return (
    <div className={screenStyles.screen}>
      <PlanBar here="/live">
        <span className={styles.rest} />
        {shows.length > 0 && button}
      </PlanBar>
      {shows.length === 0 ? (
        <EmptyState
          icon={IconBroadcast}
          title={t('campaigns.live-empty')}
          body={t('campaigns.live-empty-body')}
        >
          {button}
        </EmptyState>
      ) : (
        <ul className={`${styles.rows} ${styles.scroll}`} aria-label={t('campaigns.live')}>
          {sorted.map(({ id, name, body }) => (
            <li key={id}>
              <Link href={`/live/${id}`} className={styles.row}>
                <span className={styles.main}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.goal}>
                    {[body.campaign, t('campaigns.item-count', { count: body.items.length })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className={styles.when}>
                  {body.start ? formatWallTime(body.start.local, locale) : t('ui.unscheduled')}
                  <span className={styles.dim}>{body.start?.zone ?? ''}</span>
                </span>
                <span className={styles.money}>{clockLength(showTimes(body).total * 60)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
