import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

export interface FilterOption {
  value: string;
  label: string;
  mark?: ReactNode;
}

/** One filter: any number of values, none means all. */
export function FilterMenu({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}) {
  const only = chosen.length === 1 ? options.find(({ value }) => value === chosen[0])?.label : undefined;
  const word = only ?? (chosen.length > 0 ? `${label} · ${chosen.length}` : label);
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          className={styles.filter}
          rightSection={<IconChevronDown size={14} stroke={1.5} />}
          aria-label={only ? `${label}: ${only}` : word}
        >
          {word}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.options}>
        {options.map(({ value, label: name, mark }) => {
          const on = chosen.includes(value);
          return (
            <Menu.Item
              key={value}
              role="menuitemcheckbox"
              aria-checked={on}
              leftSection={mark}
              rightSection={<IconCheck size={15} stroke={1.75} style={{ opacity: on ? 1 : 0 }} />}
              onClick={() => onChange(on ? chosen.filter((each) => each !== value) : [...chosen, value])}
            >
              {name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
