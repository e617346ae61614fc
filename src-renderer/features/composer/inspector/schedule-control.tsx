import { Button, Popover, Select, TextInput } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { localTimeSchema, type Schedule } from '#shared/domain/schedule.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './inspector.module.css';
import { instantOf } from './instant.ts';

/** Date, time and zone of the post; the derived moment in the viewer's own zone is shown beside it. */
export function ScheduleControl({
  session,
  postId,
  schedule,
  zone,
  opened,
  onOpened,
}: {
  session: PostSession;
  postId: string;
  schedule: Schedule | null;
  /** Zone of the workspace, for posts without one. */
  zone: string;
  opened: boolean;
  onOpened(opened: boolean): void;
}) {
  const { t, locale } = useWords();
  const [draft, setDraft] = useState<{ local: string; zone: string }>({ local: '', zone });
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const open = (): void => {
    setDraft(schedule ?? { local: '', zone });
    onOpened(true);
  };
  const words = (value: Schedule, inZone?: string): string => {
    const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: inZone ?? value.zone });
    return format.format(instantOf(value));
  };
  const apply = async (next: Schedule | null): Promise<void> => {
    onOpened(false);
    if (next?.local === schedule?.local && next?.zone === schedule?.zone) return;
    await session.around(() => call('posts.schedule', { moves: [{ id: postId, schedule: next }] }));
    notifyUndo(
      next ? t('composer.scheduled', { when: words(next) }) : t('composer.unscheduled'),
      async () => {
        await session.around(() => call('plan.undo', {}));
      },
    );
  };
  const valid = localTimeSchema.safeParse(draft.local).success;
  const value = { local: draft.local, zone: draft.zone };
  return (
    <Popover opened={opened} onChange={onOpened} width={300} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconCalendarTime size={16} stroke={1.5} />}
          onClick={() => (opened ? onOpened(false) : open())}
        >
          <span className={classes['when']}>{schedule ? words(schedule) : t('composer.noTime')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes['schedule']}
          onSubmit={(event) => {
            event.preventDefault();
            if (valid) apply(value).catch(notifyFailure);
          }}
        >
          <TextInput
            type="datetime-local"
            label={t('composer.localTime')}
            value={draft.local}
            data-autofocus
            onChange={(event) => setDraft({ ...draft, local: event.currentTarget.value.slice(0, 16) })}
          />
          <Select
            label={t('composer.zone')}
            searchable
            data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
            value={draft.zone}
            comboboxProps={{ withinPortal: false }}
            onChange={(chosen) => chosen && setDraft({ ...draft, zone: chosen })}
          />
          <p className={classes['derived']} aria-live="polite">
            {valid && draft.zone !== viewerZone
              ? t('composer.hereIs', { when: words(value, viewerZone) })
              : ''}
          </p>
          <div className={classes['buttons']}>
            <Button
              variant="subtle"
              color="gray"
              disabled={schedule === null}
              onClick={() => void apply(null).catch(notifyFailure)}
            >
              {t('composer.clearTime')}
            </Button>
            <Button type="submit" disabled={!valid}>
              {t('composer.setTime')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
