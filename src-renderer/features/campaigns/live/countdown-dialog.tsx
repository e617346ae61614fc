import { Button, Checkbox, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { clockLength, type ShowItem } from '#shared/plan/run-of-show.ts';
import styles from '../campaigns.module.css';
import pageStyles from '../page/page.module.css';
import { makeCountdown, type StreamSize } from './countdown.ts';

/** Chooses items and makes a countdown design for each, linked to it. */
export function CountdownDialog({
  show,
  items,
  onLinked,
  onClose,
}: {
  /** Name of the session. */
  show: string;
  items: readonly ShowItem[];
  onLinked(designs: ReadonlyMap<string, string>): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const able = items.filter(({ minutes }) => minutes > 0);
  const [chosen, setChosen] = useState<readonly string[]>(
    able
      .filter(({ designId }) => designId === null)
      .slice(0, 1)
      .map(({ id }) => id),
  );
  const [size, setSize] = useState<StreamSize>('wide');
  const [working, setWorking] = useState(false);
  const make = async (): Promise<void> => {
    setWorking(true);
    const made = new Map<string, string>();
    try {
      for (const item of able.filter(({ id }) => chosen.includes(id))) {
        const title = item.title || t('ui.untitled');
        const name = t('campaigns.countdown-name', { show, title });
        const after = items[items.indexOf(item) + 1]?.title;
        const below = after
          ? t('campaigns.countdown-until', { title: after })
          : t('campaigns.countdown-soon');
        made.set(item.id, await makeCountdown(name, item.minutes, size, { above: show, below }));
      }
      notify(t('campaigns.countdown-made', { count: made.size }));
      onClose();
    } finally {
      if (made.size > 0) onLinked(made);
      setWorking(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('campaigns.countdown')} size={460}>
      <div className={pageStyles.form}>
        <p className={styles.hint}>{t('campaigns.countdown-lead')}</p>
        <ul className={styles.plain}>
          {able.map((item) => (
            <li key={item.id} className={pageStyles.step}>
              <Checkbox
                label={`${item.title || t('ui.untitled')} · ${clockLength(item.minutes * 60)}`}
                checked={chosen.includes(item.id)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, item.id]
                      : chosen.filter((id) => id !== item.id),
                  )
                }
              />
            </li>
          ))}
        </ul>
        <SegmentedControl
          aria-label={t('campaigns.picture-size')}
          value={size}
          onChange={(value) => setSize(value === 'tall' ? 'tall' : 'wide')}
          data={[
            { value: 'wide', label: t('campaigns.size-wide') },
            { value: 'tall', label: t('campaigns.size-tall') },
          ]}
        />
        <div className={pageStyles.buttons}>
          <Button
            loading={working}
            disabled={chosen.length === 0}
            onClick={() => void make().catch(notifyFailure)}
          >
            {t('campaigns.countdown-do')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
