import { tidyRule } from './recurrence.ts';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** RFC 5545 names of the days, 0 Sunday … 6 Saturday. */
const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** What a form asks about a rule. */
export interface RuleParts {
  frequency: Frequency;
  /** Every so many days, weeks, months or years; 1 to 99. */
  interval: number;
  /** Weekly: its days, 0 Sunday … 6 Saturday; empty means that of the start. */
  weekdays: readonly number[];
  /** Monthly: on the day of the start, on its last day, or on the n-th (−1 the last) of a weekday. */
  monthly: { kind: 'day' } | { kind: 'last-day' } | { kind: 'nth'; nth: number; weekday: number };
  end: { kind: 'never' } | { kind: 'count'; count: number } | { kind: 'until'; day: string };
}

export const plainParts: RuleParts = {
  frequency: 'WEEKLY',
  interval: 1,
  weekdays: [],
  monthly: { kind: 'day' },
  end: { kind: 'never' },
};

/** The rule that the parts mean. */
export function ruleOf({ frequency, interval, weekdays, monthly, end }: RuleParts): string {
  const rule = [`FREQ=${frequency}`];
  if (interval > 1) rule.push(`INTERVAL=${interval}`);
  if (frequency === 'WEEKLY' && weekdays.length > 0) {
    const days = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
    rule.push(`BYDAY=${days.map((day) => dayNames[day] ?? 'MO').join(',')}`);
  }
  if (frequency === 'MONTHLY' && monthly.kind === 'last-day') rule.push('BYMONTHDAY=-1');
  if (frequency === 'MONTHLY' && monthly.kind === 'nth') {
    rule.push(`BYDAY=${monthly.nth}${dayNames[monthly.weekday] ?? 'MO'}`);
  }
  if (end.kind === 'count') rule.push(`COUNT=${end.count}`);
  if (end.kind === 'until') rule.push(`UNTIL=${end.day.replaceAll('-', '')}`);
  return rule.join(';');
}

/** The parts of a rule; null for one that says more than the form can show. */
export function partsOf(rule: string): RuleParts | null {
  const said = new Map(
    tidyRule(rule)
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const frequency = frequencies.find((each) => each === said.get('FREQ'));
  if (!frequency) return null;
  const parts: RuleParts = { ...plainParts, frequency };
  for (const [key, value] of said) {
    const part = partOf(key, value, frequency);
    if (part === null) return null;
    Object.assign(parts, part);
  }
  return parts;
}

function partOf(key: string, value: string, frequency: Frequency): Partial<RuleParts> | null {
  const number = Number(value);
  if (key === 'FREQ') return {};
  if (key === 'WKST') return value === 'MO' ? {} : null;
  if (key === 'INTERVAL') return number >= 1 && number <= 99 ? { interval: number } : null;
  if (key === 'COUNT') return number >= 1 ? { end: { kind: 'count', count: number } } : null;
  if (key === 'UNTIL') {
    const day = /^(\d{4})(\d\d)(\d\d)/.exec(value);
    return day ? { end: { kind: 'until', day: day.slice(1).join('-') } } : null;
  }
  if (key === 'BYMONTHDAY')
    return frequency === 'MONTHLY' && value === '-1' ? { monthly: { kind: 'last-day' } } : null;
  if (key !== 'BYDAY') return null;
  if (frequency === 'WEEKLY') {
    const weekdays = value.split(',').map((name) => dayNames.findIndex((each) => each === name));
    return weekdays.includes(-1) ? null : { weekdays };
  }
  const nth = /^([1-4]|-1)([A-Z]{2})$/.exec(value);
  const weekday = dayNames.findIndex((each) => each === nth?.[2]);
  if (frequency !== 'MONTHLY' || !nth || weekday < 0) return null;
  return { monthly: { kind: 'nth', nth: Number(nth[1]), weekday } };
}
