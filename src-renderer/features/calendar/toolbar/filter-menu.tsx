import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { FilterOption } from './filter-options.ts';
import styles from './toolbar.module.css';

/** Lists that are shorter than this are seen at a glance and need no search. */
const searchedFrom = 8;

/** One part of the filter: any number of values, none means all. `read` is asked only while it is open. */
export function FilterMenu({
  label,
  read,
  markOf,
  nameOf,
  chosen,
  onChange,
}: {
  label: string;
  read(): FilterOption[];
  markOf?(value: string): ReactNode;
  nameOf(value: string): string;
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}) {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const menu = useCombobox({
    onDropdownClose: () => {
      menu.resetSelectedOption();
      menu.focusTarget();
      setText('');
    },
    onDropdownOpen: () => setTimeout(() => menu.focusSearchInput(), 0),
  });
  const first = chosen.length === 1 ? nameOf(chosen[0] ?? '') : '';
  const word = first === '' ? (chosen.length > 0 ? `${label} · ${chosen.length}` : label) : first;
  const options = menu.dropdownOpened ? read() : [];
  const wanted = text.trim().toLocaleLowerCase();
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  const number = new Intl.NumberFormat(locale);
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <Combobox store={menu} position="bottom-start" width={260} shadow="md" onOptionSubmit={toggle}>
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          size="compact-sm"
          variant={chosen.length > 0 ? 'light' : 'subtle'}
          {...(chosen.length > 0 ? {} : { color: 'gray' })}
          className={styles.filter}
          rightSection={<IconChevronDown size={13} stroke={1.5} />}
          aria-label={first === '' ? word : `${label}: ${first}`}
          aria-haspopup="listbox"
          aria-expanded={menu.dropdownOpened}
          onClick={() => menu.toggleDropdown()}
        >
          {word}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.filterDropdown}>
        <div className={options.length < searchedFrom ? styles.unseen : undefined}>
          <Combobox.Search
            value={text}
            aria-label={t('calendar-views.filter-find', { what: label })}
            placeholder={t('calendar-views.filter-find', { what: label })}
            onChange={(event) => {
              setText(event.currentTarget.value);
              menu.updateSelectedOptionIndex();
            }}
          />
        </div>
        <Combobox.Options className={styles.options} aria-label={label} aria-multiselectable>
          {found.map(({ value, label: name, count }) => {
            const on = chosen.includes(value);
            return (
              <Combobox.Option key={value} value={value} active={on} className={styles.option}>
                <span className={styles.tick} data-on={on}>
                  <IconCheck size={12} stroke={2.5} aria-hidden />
                </span>
                {markOf?.(value)}
                <span className={styles.optionName}>{name}</span>
                <span className={styles.optionCount}>{number.format(count)}</span>
              </Combobox.Option>
            );
          })}
          {found.length === 0 && <Combobox.Empty>{t('calendar-views.filter-nothing')}</Combobox.Empty>}
        </Combobox.Options>
        {chosen.length > 0 && (
          <Combobox.Footer className={styles.optionFoot}>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                onChange([]);
                menu.closeDropdown();
              }}
            >
              {t('calendar-views.filter-any', { what: label })}
            </Button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
