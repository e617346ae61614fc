import { ActionIcon, Button, ColorInput, Switch, Tooltip } from '@mantine/core';
import { IconCalendarPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call, currentTransport, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { SubscribedCalendar } from '#shared/contract/dates.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import settings from '../settings.module.css';
import { CalendarPreview } from './calendar-preview.tsx';
import styles from './dates.module.css';

const hex = /^#[0-9a-f]{6}$/;

/** What is known of a chosen file before it is kept. */
interface Looked {
  file: File;
  found: CallOutput<'dates.readIcs'>;
}

/** @param name the file that it stands for: one of the same name is replaced */
async function read(file: File, save: boolean, name = file.name): Promise<CallOutput<'dates.readIcs'>> {
  const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
  return runJob('dates.readIcs', { source, name, save });
}

/** Calendars of others from ICS files: looked at first, shown in a colour, read again when the file is newer. */
export function Calendars() {
  const { t } = useWords();
  const { data } = useCall('dates.calendars', {}, ['records.changed', 'workspace.changed'], {
    concerns: (event) => !('kind' in event) || event.kind === 'kit',
  });
  const [looked, setLooked] = useState<Looked | null>(null);
  const [working, setWorking] = useState(false);
  const during = async (work: () => Promise<void>): Promise<void> => {
    setWorking(true);
    try {
      await work();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setWorking(false);
    }
  };
  const look = (): Promise<void> =>
    during(async () => {
      const [file] = await pickFiles('.ics,text/calendar');
      if (file) setLooked({ file, found: await read(file, false) });
    });
  const keep = ({ file }: Looked): Promise<void> =>
    during(async () => {
      const { name } = await read(file, true);
      setLooked(null);
      notifyUndo(t('dates.calendar-kept', { name }), async () => {
        await call('plan.undo', {});
      });
    });
  return (
    <section aria-label={t('dates.calendars')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('dates.calendars')}</h3>
        <Button
          size="compact-sm"
          variant="default"
          loading={working}
          leftSection={<IconCalendarPlus size={14} stroke={1.5} />}
          onClick={() => void look()}
        >
          {t('dates.calendar-add')}
        </Button>
      </div>
      {looked && (
        <CalendarPreview
          found={looked.found}
          working={working}
          onKeep={() => void keep(looked)}
          onCancel={() => setLooked(null)}
        />
      )}
      {data?.length === 0 && !looked && <p className={settings.hint}>{t('dates.calendars-empty')}</p>}
      <ul className={styles.list}>
        {data?.map((calendar) => (
          <CalendarRow
            key={calendar.id}
            calendar={calendar}
            onReload={() => void during(reload(calendar, t))}
          />
        ))}
      </ul>
    </section>
  );
}

/** Reads the file of a calendar again; it must be chosen, as a window cannot open it by itself. */
function reload(calendar: SubscribedCalendar, t: ReturnType<typeof useWords>['t']): () => Promise<void> {
  return async () => {
    const [file] = await pickFiles('.ics,text/calendar');
    if (!file) return;
    // Whatever the newer file is called, it takes this calendar's place.
    const { name, events } = await read(file, true, calendar.fileName);
    notify(t('dates.calendar-read', { name, count: events }));
  };
}

function CalendarRow({ calendar, onReload }: { calendar: SubscribedCalendar; onReload(): void }) {
  const { t, say } = useWords();
  const [hue, setHue] = useState(calendar.hue ?? '');
  const change = (part: { hue?: string | null; shown?: boolean }): void =>
    void call('dates.changeCalendar', { id: calendar.id, ...part }).catch(notifyFailure);
  const trash = async (): Promise<void> => {
    await call('plan.trashKit', { ids: [calendar.id], trashed: true });
    notifyUndo(t('dates.removed', { name: calendar.name }), async () => {
      await call('plan.trashKit', { ids: [calendar.id], trashed: false });
    });
  };
  const [problem] = calendar.problems;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.words}>
          <span className={styles.name}>{calendar.name}</span>
          <span className={styles.about}>
            {t('dates.calendar-about', { file: calendar.fileName, count: calendar.events })}
            {problem && ` · ${t('dates.problems', { count: calendar.problems.length })}: ${say(problem)}`}
          </span>
        </span>
        <ColorInput
          className={styles.hue ?? ''}
          size="xs"
          format="hex"
          aria-label={`${t('dates.hue')}: ${calendar.name}`}
          value={hue}
          eyeDropperButtonProps={{ 'aria-label': t('dates.eyedropper') }}
          onChange={setHue}
          onChangeEnd={(chosen) => {
            const plain = chosen.toLowerCase();
            if (plain === '' || hex.test(plain)) change({ hue: plain || null });
          }}
        />
        <Switch
          aria-label={t('dates.calendar-shown', { name: calendar.name })}
          checked={calendar.shown}
          onChange={(event) => change({ shown: event.currentTarget.checked })}
        />
        <Tooltip label={t('dates.reload')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('dates.reload')}: ${calendar.name}`}
            onClick={onReload}
          >
            <IconRefresh size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('dates.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('dates.remove')}: ${calendar.name}`}
            onClick={() => void trash().catch(notifyFailure)}
          >
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
