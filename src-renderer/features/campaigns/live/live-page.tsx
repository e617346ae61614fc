import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import {
  IconArrowLeft,
  IconLayout,
  IconPlayerPlay,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { type PointerEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { carry } from '#renderer/ui/carry/carry.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { newId } from '#shared/domain/id.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { clockLength, readLength, reordered, type ShowItem, showTimes } from '#shared/plan/run-of-show.ts';
import styles from '../campaigns.module.css';
import pageStyles from '../page/page.module.css';
import { KeptBanner, SavedWord } from '../kept-banner.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useToday } from '../use-campaign-words.ts';
import { useKept } from '../use-kept.ts';
import { usePlanUndo } from '../use-plan-undo.ts';
import { CountdownDialog } from './countdown-dialog.tsx';
import liveStyles from './live.module.css';
import { PrintSheet } from './print-sheet.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { ShowItemRow } from './show-row.tsx';

const zones = Intl.supportedValuesOf('timeZone');

/** What happens in a live session, minute by minute. */
export function LivePage({ item }: { item: KitItem<'run-of-show'> }) {
  const { t, language } = useWords();
  const [, navigate] = useLocation();
  const kept = useKept(item);
  const { body, change } = kept;
  const { items } = body;
  const today = useToday();
  const home = useCall('workspace.current', {}).data?.zone ?? 'UTC';
  const campaigns = useKit('campaign') ?? [];
  const posts = useCall('posts.list', { limit: 200 }, ['records.changed'], {
    concerns: ({ kind }) => kind === 'post',
    quiet: 200,
  });
  const [open, setOpen] = useState<'' | 'rehearsal' | 'countdown'>('');
  const [wantedDraft, setWantedDraft] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const times = showTimes(body);

  const setItems = (next: readonly ShowItem[]): void => change({ items: [...next] });
  const put = (id: string, part: Partial<ShowItem>): void =>
    setItems(items.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const insert = (at: number): void => {
    const fresh = { id: newId(), title: '', minutes: 5, who: '', script: '', cue: '', designId: null };
    setItems([...items.slice(0, at), fresh, ...items.slice(at)]);
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-item="${fresh.id}"] [data-field="title"]`)?.focus(),
    );
  };
  const grab = (event: PointerEvent<HTMLElement>, from: number): void => {
    const row = event.currentTarget.closest('tr');
    const carried = items[from];
    if (event.button !== 0 || !row || !carried) return;
    event.preventDefault();
    carry(event.nativeEvent, {
      element: row,
      title: carried.title || t('ui.untitled'),
      grip: true,
      drop: (place, height) => {
        const over = Number(place) + (height > 0.5 ? 1 : 0);
        const to = over > from ? over - 1 : over;
        if (to !== from) setItems(reordered(items, from, to));
      },
    });
  };
  const start = (part: { day?: string; time?: string; zone?: string }): void => {
    const day = part.day ?? body.start?.local.slice(0, 10) ?? today;
    if (!day) return;
    const time = part.time ?? body.start?.local.slice(11) ?? '20:00';
    if (!/^\d\d:\d\d$/.test(time)) return;
    change({ start: { local: `${day}T${time}`, zone: part.zone ?? body.start?.zone ?? home } });
  };

  const back: Action = { id: 'campaigns.all-live', icon: IconArrowLeft, run: () => navigate('/live') };
  const rehearse: Action = {
    id: 'campaigns.rehearse',
    icon: IconPlayerPlay,
    enabled: () => items.length > 0,
    run: () => setOpen('rehearsal'),
  };
  const countdown: Action = {
    id: 'campaigns.countdown',
    icon: IconLayout,
    enabled: () => items.some(({ minutes }) => minutes > 0),
    run: () => setOpen('countdown'),
  };
  const print: Action = {
    id: 'campaigns.print',
    icon: IconPrinter,
    keys: ['mod+P'],
    run: async () => {
      await kept.flush();
      window.print();
    },
  };
  const add: Action = { id: 'campaigns.add-item', icon: IconPlus, run: () => insert(items.length) };
  const trash: Action = {
    id: 'campaigns.trash-live',
    icon: IconTrash,
    run: async () => {
      await kept.flush();
      await call('plan.trashKit', { ids: [item.id], trashed: true });
      navigate('/live');
      notifyUndo(
        t('campaigns.trashed', { name: item.name }),
        async () => void (await call('plan.trashKit', { ids: [item.id], trashed: false })),
      );
    },
  };
  useActions([back, rehearse, countdown, print, add, trash, ...usePlanUndo(kept.flush)]);
  const postNames = (posts.data?.items ?? []).map((post) => ({
    value: post.id,
    label: post.title || post.excerpt || t('ui.untitled'),
  }));

  return (
    <div className={screenStyles.screen}>
      <Slot name="topbar-actions">
        <IconAction action={print} />
        <IconAction action={trash} />
        <ActionButton action={countdown} size="xs" />
        <ActionButton action={rehearse} primary size="xs" />
      </Slot>
      <Slot name="status-left">
        <SavedWord state={kept.state} />
      </Slot>
      <KeptBanner kept={kept} />
      <div className={styles.scroll}>
        <div className={pageStyles.page}>
          <header className={pageStyles.pageHead}>
            <IconAction action={back} />
            <TextInput
              className={styles.rest ?? ''}
              classNames={{ input: pageStyles.bigName ?? '' }}
              variant="unstyled"
              aria-label={t('campaigns.live-title')}
              maxLength={200}
              value={kept.name}
              onChange={(event) => kept.rename(event.currentTarget.value)}
            />
            <span className={pageStyles.headFacts}>
              <span className={liveStyles.total}>{clockLength(times.total * 60)}</span>
              {times.over === null ? (
                <span className={styles.dim}>{t('campaigns.total')}</span>
              ) : (
                <span className={liveStyles.over} data-over={times.over > 0}>
                  {times.over > 0
                    ? t('campaigns.too-long', { time: clockLength(times.over * 60) })
                    : t('campaigns.to-spare', { time: clockLength(-times.over * 60) })}
                </span>
              )}
            </span>
          </header>
          <div className={liveStyles.settings}>
            <DateInput
              size="xs"
              label={t('campaigns.day')}
              placeholder="—"
              locale={language === 'zh' ? 'zh-cn' : 'en'}
              valueFormat="YYYY-MM-DD"
              value={body.start?.local.slice(0, 10) ?? null}
              onChange={(day) => day && start({ day })}
            />
            <TimeField
              label={t('campaigns.begins')}
              value={body.start?.local.slice(11) ?? ''}
              onChange={(time) => start({ time })}
            />
            <Select
              label={t('campaigns.zone')}
              searchable
              allowDeselect={false}
              data={[...new Set([home, body.start?.zone ?? home, ...zones])]}
              value={body.start?.zone ?? home}
              onChange={(zone) => zone && start({ zone })}
            />
            <TextInput
              label={t('campaigns.wanted')}
              placeholder="—"
              title={t('campaigns.length-hint')}
              value={
                wantedDraft ??
                (body.wanted === null || body.wanted === undefined ? '' : clockLength(body.wanted * 60))
              }
              onChange={(event) => setWantedDraft(event.currentTarget.value)}
              onBlur={() => {
                if (wantedDraft !== null) change({ wanted: readLength(wantedDraft) });
                setWantedDraft(null);
              }}
            />
            <Autocomplete
              size="xs"
              label={t('campaigns.campaign')}
              placeholder="—"
              maxLength={200}
              data={campaigns.map(({ name }) => name)}
              value={body.campaign}
              onChange={(campaign) => change({ campaign })}
            />
            <Select
              label={t('campaigns.post')}
              placeholder="—"
              searchable
              clearable
              data={postNames}
              value={body.postId}
              onChange={(postId) => change({ postId })}
            />
          </div>
          <table className={liveStyles.table} ref={table}>
            <thead>
              <tr>
                <th aria-label={t('campaigns.order')} />
                <th>{t('campaigns.clock')}</th>
                <th>{t('campaigns.length')}</th>
                <th>{t('campaigns.what')}</th>
                <th>{t('campaigns.who')}</th>
                <th>{t('campaigns.cue')}</th>
                <th aria-label={t('campaigns.more')} />
              </tr>
            </thead>
            <tbody>
              {items.map((each, index) => (
                <ShowItemRow
                  key={each.id}
                  item={each}
                  row={times.rows[index]}
                  index={index}
                  last={index === items.length - 1}
                  onChange={(part) => put(each.id, part)}
                  onGrab={(event) => grab(event, index)}
                  onMove={(step) => setItems(reordered(items, index, index + step))}
                  onAddAfter={() => insert(index + 1)}
                  onRemove={() => setItems(items.filter(({ id }) => id !== each.id))}
                />
              ))}
              <tr className={liveStyles.end}>
                <td />
                <td className={liveStyles.clock}>{times.end ? times.end.slice(11) : ''}</td>
                <td colSpan={5}>
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconPlus size={14} stroke={1.75} />}
                    onClick={() => insert(items.length)}
                  >
                    {t('campaigns.add-item')}
                  </Button>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </div>
      <PrintSheet name={kept.name} body={body} times={times} />
      {open === 'rehearsal' && <Rehearsal items={items} rows={times.rows} onClose={() => setOpen('')} />}
      {open === 'countdown' && (
        <CountdownDialog
          show={kept.name}
          items={items}
          onLinked={(designs) =>
            setItems(items.map((each) => ({ ...each, designId: designs.get(each.id) ?? each.designId })))
          }
          onClose={() => setOpen('')}
        />
      )}
    </div>
  );
}
