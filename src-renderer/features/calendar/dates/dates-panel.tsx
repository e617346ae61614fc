import { SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, daysBetween, noonOf } from '#shared/domain/calendar-days.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { type Coming, comingDates } from './coming.ts';
import styles from './dates-panel.module.css';
import { useDates } from './dates-provider.tsx';
import { LeadPlan } from './lead-plan.tsx';

/** Days ahead that the list looks. */
const ahead = 184;

type Wanted = 'all' | 'plan' | 'off';

/** What comes: holidays, festivals, one's own dates, and a lead-up of posts for each that is worth one. */
export default function DatesPanel() {
  const { t, language, locale } = useWords();
  const { today, workspaceZone: zone, goTo } = usePlanTools();
  const [wanted, setWanted] = useState<Wanted>('plan');
  const [search, setSearch] = useState('');
  const [planning, setPlanning] = useState<string | null>(null);
  const dates = useDates({ from: today, to: addDays(today, ahead) });
  const coming = useMemo(() => comingDates(dates.values(), language), [dates, language]);
  const shown = coming.filter(
    (one) =>
      (wanted === 'all' ||
        (wanted === 'plan' ? one.lead.length > 0 : one.kind === 'off' || one.kind === 'work')) &&
      one.name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const months = Map.groupBy(shown, ({ day }) => day.slice(0, 7));
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('dates.show')}
          value={wanted}
          onChange={(value) => setWanted(value as Wanted)}
          data={[
            { value: 'plan', label: t('dates.show-plan') },
            { value: 'off', label: t('dates.show-off') },
            { value: 'all', label: t('dates.show-all') },
          ]}
        />
        <TextInput
          size="xs"
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('dates.search')}
          placeholder={t('dates.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {dates.size === 0 && <Skeleton height={120} width="auto" m="sm" />}
      {dates.size > 0 && shown.length === 0 && <p className={styles.none}>{t('dates.none')}</p>}
      {[...months].map(([key, list]) => (
        <section key={key} className={styles.month}>
          <h3 className={styles.heading}>{month.format(noonOf(`${key}-01`))}</h3>
          <ul className={styles.list}>
            {list.map((one) => (
              <ComingRow
                key={one.key}
                coming={one}
                today={today}
                zone={zone}
                open={planning === one.key}
                onGo={() => goTo(one.day, null)}
                onToggle={() => setPlanning(planning === one.key ? null : one.key)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ComingRow({
  coming,
  today,
  zone,
  open,
  onGo,
  onToggle,
}: {
  coming: Coming;
  today: string;
  zone: string;
  open: boolean;
  /** Shows its day in the calendar. */
  onGo(): void;
  onToggle(): void;
}) {
  const { t, locale } = useWords();
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const kinds: Record<Coming['kind'], string> = {
    off: t('dates.day-off'),
    work: t('dates.day-work'),
    observance: t('dates.day-observance'),
    tradition: t('dates.kind-tradition'),
    shopping: t('dates.kind-shopping'),
    own: t('dates.kind-own'),
    calendar: t('dates.kind-calendar'),
    term: t('dates.kind-term'),
  };
  const countries = coming.countries.map((country) => regions.of(country) ?? country);
  const about = [
    ...(countries.length > 3 ? [t('dates.countries', { count: countries.length })] : countries),
    kinds[coming.kind],
    ...(coming.unsure ? [coming.kind === 'off' ? t('dates.not-announced') : t('dates.estimated')] : []),
  ];
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', weekday: 'short', timeZone: 'UTC' });
  return (
    <li className={styles.item} data-open={open}>
      <div className={styles.row}>
        <time className={styles.date} dateTime={coming.day}>
          {date.format(noonOf(coming.day))}
        </time>
        <span className={styles.words}>
          <button type="button" className={styles.name} onClick={onGo}>
            {coming.hue && (
              <span className={styles.dot} style={{ background: coming.hue }} aria-hidden="true" />
            )}
            {coming.name}
          </button>
          <span className={styles.about}>
            {[distance.format(daysBetween(today, coming.day), 'day'), ...about].join(' · ')}
          </span>
        </span>
        {coming.lead.length > 0 && (
          <button
            type="button"
            className={styles.plan}
            aria-expanded={open}
            aria-label={t('dates.plan-for', { name: coming.name })}
            onClick={onToggle}
          >
            {t('dates.plan')}
          </button>
        )}
      </div>
      {open && <LeadPlan coming={coming} today={today} zone={zone} onDone={onToggle} />}
    </li>
  );
}
