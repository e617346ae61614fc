import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type PlanEntry, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import cardStyles from '../../grid/card.module.css';
import styles from './parts.module.css';

/** The status of a row, and the others to choose from. */
export function StatusMenu({ entry, onStatus }: { entry: PlanEntry; onStatus(status: PostStatus): void }) {
  const { t } = useWords();
  const words = useStatusWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.statusButton}
          tabIndex={-1}
          aria-label={t('calendar-views.status-of', { status: words[entry.status] })}
        >
          <span className={cardStyles.status} data-status={entry.status} />
          <span className={styles.statusName}>{words[entry.status]}</span>
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={entry.status}
          onChange={(value) => {
            const status = postStatuses.find((each) => each === value);
            if (status) onStatus(status);
          }}
        >
          {postStatuses.map((status) => (
            <Menu.RadioItem key={status} value={status} closeMenuOnClick>
              <span className={styles.option}>
                <span className={cardStyles.status} data-status={status} />
                {words[status]}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
