import { postStatuses } from '#shared/domain/post.ts';
import { countValues, type Filterable, type FilterList, type PlanFilter } from '#shared/plan/filter.ts';

export interface FilterOption {
  value: string;
  label: string;
  /** Entries that this value would show. */
  count: number;
}

/**
 * What one list of the filter can be set to: all states, otherwise what the shown entries have and what is chosen,
 * by name; those without a value come last.
 */
export function filterOptions(
  entries: readonly Filterable[],
  filter: PlanFilter,
  list: FilterList,
  nameOf: (value: string) => string,
  locale: string,
): FilterOption[] {
  const counts = countValues(entries, filter, list);
  const values =
    list === 'statuses' ? [...postStatuses] : [...new Set<string>([...counts.keys(), ...filter[list]])];
  const options = values.map((value) => ({ value, label: nameOf(value), count: counts.get(value) ?? 0 }));
  if (list === 'statuses') return options;
  const order = new Intl.Collator(locale, { numeric: true });
  return options.sort((one, other) => {
    if ((one.value === '') !== (other.value === '')) return one.value === '' ? 1 : -1;
    return order.compare(one.label, other.label);
  });
}
