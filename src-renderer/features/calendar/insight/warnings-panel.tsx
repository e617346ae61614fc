import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconBellCheck, IconCalendarTime, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { changeWarningSettings } from '#renderer/ui/insight/warning-settings.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { noonOf } from '#shared/domain/calendar-days.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { WarningCode } from '#shared/plan/warnings-context.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import styles from './insight.module.css';
import { warningWords } from './warning-words.ts';

type Warning = CallOutput<'insight.warnings'>['warnings'][number];

/** What should be looked at in the days that are shown, each with a way there and, where one helps, a way out. */
export default function WarningsPanel() {
  const { t, locale } = useWords();
  const { range, zone, goTo, changes } = usePlanTools();
  const hasSlots = (useKit('slot')?.length ?? 0) > 0;
  const { data, failure, reload } = useCall(
    'insight.warnings',
    { from: `${range.from}T00:00`, to: `${range.to}T00:00`, zone },
    ['records.changed', 'workspace.changed'],
    { concerns: ({ kind }) => kind === 'post' || kind === 'kit' || kind === 'approval', quiet: 250 },
  );
  // Pictures are looked at a few at a time; asking again goes on with the others.
  const goOn = useEffectEvent(() => {
    if ((data?.picturesLeft ?? 0) > 0) reload();
  });
  useEffect(() => goOn(), [data]);

  const dismiss = (warning: Warning): void =>
    void changeWarningSettings(({ dismissed }) => ({ dismissed: [...dismissed, warning.key] })).then(
      () =>
        notifyUndo(t('insight.put-away-done'), () =>
          changeWarningSettings(({ dismissed }) => ({
            dismissed: dismissed.filter((key) => key !== warning.key),
          })),
        ),
      notifyFailure,
    );
  const fix = ({ movable, day }: Warning): void => {
    if (movable === null) return;
    // Near its day, not in the first slot of all.
    const begin = dueInstant({ local: `${day}T00:00`, zone });
    const now = new Date().toISOString();
    const after = begin > now ? begin : now;
    void changes.run(() => call('timing.queue', { ids: [movable], after }), t('insight.moved'));
  };
  const showAgain = (): void => void changeWarningSettings(() => ({ dismissed: [] })).catch(notifyFailure);

  if (failure) return <FailureNote error={failure} onRetry={reload} />;
  if (!data) return <Skeleton height={160} width="auto" m="sm" />;
  const words = warningWords(t);
  const groups = (Object.keys(words) as WarningCode[]).flatMap((code) => {
    const list = data.warnings.filter((warning) => warning.code === code);
    return list.length === 0 ? [] : [{ code, list, total: data.totals[code] ?? list.length }];
  });
  const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  return (
    <div className={styles.panel}>
      {groups.length === 0 && (
        <EmptyState icon={IconBellCheck} title={t('insight.none')} body={t('insight.none-body')} />
      )}
      {groups.map(({ code, list, total }) => (
        <section key={code} aria-label={words[code]} className={styles.group}>
          <h3 className={styles.heading} data-severity={list[0]?.severity}>
            <span className={styles.dot} aria-hidden="true" />
            {words[code]}
            <span className={styles.count}>{number.format(total)}</span>
          </h3>
          <ul className={styles.list}>
            {list.map((warning) => (
              <WarningRow
                key={warning.key}
                warning={warning}
                date={date.format(noonOf(warning.day))}
                onGo={() => goTo(warning.day, warning.keys.at(-1) ?? null)}
                onDismiss={() => dismiss(warning)}
                {...(hasSlots && warning.movable !== null ? { onFix: () => fix(warning) } : {})}
              />
            ))}
          </ul>
          {total > list.length && (
            <p className={styles.dim}>{t('insight.more', { count: number.format(total - list.length) })}</p>
          )}
        </section>
      ))}
      <p className={styles.foot}>
        {data.dismissed > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={showAgain}>
            {t('insight.show-again', { count: data.dismissed })}
          </Button>
        )}
        <Link href="/settings/goals">{t('insight.edit-warnings')}</Link>
      </p>
    </div>
  );
}

function WarningRow({
  warning,
  date,
  onGo,
  onFix,
  onDismiss,
}: {
  warning: Warning;
  date: string;
  onGo(): void;
  /** Absent where no slot helps. */
  onFix?(): void;
  onDismiss(): void;
}) {
  const { t, say } = useWords();
  const message = say(warning.message);
  return (
    <li className={styles.row}>
      <button type="button" className={styles.message} onClick={onGo}>
        <time className={styles.date} dateTime={warning.day}>
          {date}
        </time>
        {message}
      </button>
      <span className={styles.tools}>
        {onFix && (
          <Tooltip label={t('insight.fix')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`${t('insight.fix')}: ${message}`}
              onClick={onFix}
            >
              <IconCalendarTime size={15} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('insight.put-away')}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${t('insight.put-away')}: ${message}`}
            onClick={onDismiss}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}
