import { Button, Select, Skeleton } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { BestHours } from '#renderer/ui/insight/best-hours.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, noonOf } from '#shared/domain/calendar-days.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { CadenceRow } from './cadence-row.tsx';
import styles from './insight.module.css';
import { PillarRow } from './pillar-row.tsx';

/** How the days that are shown keep to the goals: posts a week, shares of the pillars, and the best hours. */
export default function GoalsPanel() {
  const { t, locale } = useWords();
  const { range, zone, today, goTo } = usePlanTools();
  const accounts = useKit('account');
  const { data, failure, reload } = useCall(
    'insight.balance',
    { from: range.from, to: range.to, zone },
    ['records.changed', 'workspace.changed'],
    { concerns: ({ kind }) => kind === 'post' || kind === 'kit', quiet: 250 },
  );
  if (failure) return <FailureNote error={failure} onRetry={reload} />;
  if (!data) return <Skeleton height={160} width="auto" m="sm" />;
  const period = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatRange(noonOf(range.from), noonOf(addDays(range.to, -1)));
  const edit = <Link href="/settings/goals">{t('insight.edit-goals')}</Link>;
  return (
    <div className={styles.panel}>
      <p className={styles.period}>{period}</p>
      {data.cadences.length + data.pillars.length === 0 ? (
        <div className={styles.teach}>
          <EmptyState icon={IconTargetArrow} title={t('insight.no-goals')} body={t('insight.no-goals-body')}>
            <Button component={Link} href="/settings/goals" size="xs">
              {t('insight.edit-goals')}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <>
          {data.cadences.length > 0 && (
            <section className={styles.part} aria-label={t('insight.cadences')}>
              <h3 className={styles.title}>{t('insight.cadences')}</h3>
              {data.cadences.map((cadence) => (
                <CadenceRow
                  key={cadence.id}
                  cadence={cadence}
                  name={accounts?.find(({ id }) => id === cadence.accountId)?.name ?? cadence.name}
                  today={today}
                  onGo={(day) => goTo(day, null)}
                />
              ))}
            </section>
          )}
          {data.pillars.length > 0 && (
            <section className={styles.part} aria-label={t('insight.pillars')}>
              <h3 className={styles.title}>{t('insight.pillars')}</h3>
              {data.pillars.map((pillar) => (
                <PillarRow key={pillar.id} pillar={pillar} />
              ))}
              <p className={styles.dim}>
                {t('insight.pillars-of', { counted: data.counted, without: data.without })}
              </p>
            </section>
          )}
          <p className={styles.foot}>{edit}</p>
        </>
      )}
      {/* Not before the accounts are known: a platform shown first would jump. */}
      {accounts && <HoursPart zone={zone} accounts={accounts} />}
    </div>
  );
}

/** The best hours of an account, or of a platform where there are no accounts. */
function HoursPart({ zone, accounts }: { zone: string; accounts: readonly KitItem<'account'>[] }) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const [chosen, setChosen] = useState<string | null>(null);
  const places =
    accounts.length > 0
      ? accounts.map(({ id, name, body }) => ({ value: `${body.platform} ${id}`, label: name }))
      : (pack?.platforms ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
  const value = chosen ?? places[0]?.value;
  if (value === undefined) return null;
  const [platform = '', accountId] = value.split(' ');
  return (
    <section className={styles.part} aria-label={t('insight.hours')}>
      <h3 className={styles.title}>{t('insight.hours')}</h3>
      <Select
        size="xs"
        mb="xs"
        aria-label={t('insight.hours-of')}
        data={places}
        value={value}
        allowDeselect={false}
        onChange={setChosen}
      />
      <BestHours platform={platform} accountId={accountId} zone={zone} />
    </section>
  );
}
