import {
  ActionIcon,
  Button,
  ColorInput,
  NumberInput,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { RowButton } from '#renderer/ui/row-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { noonOf } from '#shared/domain/calendar-days.ts';
import { daySchema } from '#shared/kit/plan-bodies.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import settings from '../settings.module.css';
import styles from './dates.module.css';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 400;
const hex = /^#[0-9a-f]{6}$/;

type OwnDate = KitItem<'event'>;

/** Dates of one's own: launches, anniversaries, fairs; each change is kept at once and can be undone. */
export function OwnDates() {
  const { t, locale } = useWords();
  const items = useKit('event');
  const [open, setOpen] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const today = new Intl.DateTimeFormat('sv-SE').format(new Date());
    const { item } = await call('plan.saveKit', {
      kind: 'event',
      name: t('dates.own-new'),
      body: { from: today, to: today, yearly: false, leadDays: 14, hue: null, note: '' },
    });
    setOpen(item.id);
  };
  const trash = async (item: OwnDate): Promise<void> => {
    await call('plan.trashKit', { ids: [item.id], trashed: true });
    notifyUndo(t('dates.removed', { name: item.name }), async () => {
      await call('plan.trashKit', { ids: [item.id], trashed: false });
    });
  };
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const about = ({ body }: OwnDate): string => {
    const range = long.formatRange(noonOf(body.from), noonOf(body.to < body.from ? body.from : body.to));
    return body.yearly ? t('dates.own-yearly', { date: range }) : range;
  };
  return (
    <section aria-label={t('dates.own')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('dates.own')}</h3>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => void add().catch(notifyFailure)}
        >
          {t('dates.own-add')}
        </Button>
      </div>
      {items?.length === 0 && <p className={settings.hint}>{t('dates.own-empty')}</p>}
      <ul className={styles.list}>
        {items?.map((item) => (
          <li key={item.id} className={styles.item} data-open={item.id === open}>
            <div className={styles.head}>
              <span
                className={styles.dot}
                aria-hidden="true"
                {...(item.body.hue ? { style: { background: item.body.hue } } : {})}
              />
              <RowButton
                name={item.name}
                about={about(item)}
                open={item.id === open}
                close
                onToggle={() => setOpen(item.id === open ? null : item.id)}
              />
              <Tooltip label={t('dates.remove')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('dates.remove')}: ${item.name}`}
                  onClick={() => void trash(item).catch(notifyFailure)}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </div>
            {item.id === open && <DateForm key={item.id} item={item} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DateForm({ item }: { item: OwnDate }) {
  const { t, language } = useWords();
  const [draft, setDraft] = useState({ name: item.name, body: item.body });
  const save = useDebouncedCallback(
    (next: typeof draft) => {
      const { from, to } = next.body;
      const isDay = daySchema.safeParse(from).success && daySchema.safeParse(to).success;
      if (next.name.trim() === '' || !isDay) return;
      const body = { ...next.body, to: to < from ? from : to };
      call('plan.saveKit', { kind: 'event', id: item.id, name: next.name.trim(), body }).catch(notifyFailure);
    },
    { delay: rest, flushOnUnmount: true },
  );
  const change = (part: Partial<OwnDate['body']>, name = draft.name): void => {
    const next = { name, body: { ...draft.body, ...part } };
    setDraft(next);
    save(next);
  };
  const { body } = draft;
  return (
    <div className={styles.form}>
      <TextInput
        label={t('dates.name')}
        value={draft.name}
        maxLength={200}
        data-autofocus
        onChange={(event) => change({}, event.currentTarget.value)}
      />
      <div className={styles.fields}>
        <DateInput
          label={t('dates.from')}
          locale={language === 'zh' ? 'zh-cn' : 'en'}
          valueFormat="YYYY-MM-DD"
          value={body.from}
          onChange={(value) => {
            if (value) change({ from: value, ...(body.to < value ? { to: value } : {}) });
          }}
        />
        <DateInput
          label={t('dates.to')}
          locale={language === 'zh' ? 'zh-cn' : 'en'}
          valueFormat="YYYY-MM-DD"
          value={body.to}
          minDate={body.from}
          onChange={(value) => {
            if (value) change({ to: value });
          }}
        />
        <NumberInput
          label={t('dates.lead-days')}
          value={body.leadDays}
          min={0}
          max={365}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => change({ leadDays: typeof value === 'number' ? value : 0 })}
        />
        <ColorInput
          label={t('dates.hue')}
          format="hex"
          value={body.hue ?? ''}
          eyeDropperButtonProps={{ 'aria-label': t('dates.eyedropper') }}
          onChange={(hue) => {
            const plain = hue.toLowerCase();
            if (plain === '' || hex.test(plain)) change({ hue: plain || null });
          }}
        />
      </div>
      <Switch
        label={t('dates.yearly')}
        checked={body.yearly}
        onChange={(event) => change({ yearly: event.currentTarget.checked })}
      />
      <Textarea
        label={t('dates.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={body.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </div>
  );
}
