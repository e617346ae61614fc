import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLayoutColumns } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { View } from '../session/remembered.ts';
import { groupings, setGrouping, useShownGrouping } from './grouping.ts';
import styles from './toolbar.module.css';

/** What columns or rows are made by, in the views that have them. */
export function GroupMenu({ view }: { view: View }) {
  const { t } = useWords();
  const group = useShownGrouping(view);
  const words: Record<string, string> = {
    status: t('calendar-views.filter-status'),
    owner: t('calendar-views.filter-owner'),
    campaign: t('calendar-views.filter-campaign'),
    pillar: t('calendar-views.filter-pillar'),
    account: t('calendar-views.filter-account'),
  };
  if (view !== 'board' && view !== 'timeline') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className={styles.group}
          leftSection={<IconLayoutColumns size={14} stroke={1.5} />}
          rightSection={<IconChevronDown size={13} stroke={1.5} />}
        >
          {t('calendar-views.group-by', { what: words[group] ?? '' })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={group} onChange={(value) => setGrouping(view, value)}>
          {groupings[view].map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {words[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
