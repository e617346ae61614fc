import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type PlanFilter, readFilter, sameFilter } from '#shared/plan/filter.ts';
import { type View, views } from '../session/remembered.ts';
import { setGrouping, useShownGrouping } from './grouping.ts';
import { NameDialog } from './name-dialog.tsx';
import styles from './toolbar.module.css';
import { type SavedView, useSavedViews } from './use-saved-views.ts';
import { useViewWords } from './view-switch.tsx';

/** The view it is of; the month for one that this version does not have. */
function viewOf(saved: SavedView): View {
  return views.find((known) => known === saved.body.view) ?? 'month';
}

/** Views under a name: choose, save, rename, delete; says when what is shown differs from what was saved. */
export function SavedViews({
  view,
  filter,
  onView,
  onFilter,
}: {
  view: View;
  filter: PlanFilter;
  onView(view: View): void;
  onFilter(filter: PlanFilter): void;
}) {
  const { t } = useWords();
  const viewWords = useViewWords();
  const group = useShownGrouping(view);
  const saved = useSavedViews();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const { current } = saved;
  const body = { view, filter, group };
  const modified =
    current !== undefined &&
    (current.body.view !== view ||
      current.body.group !== group ||
      !sameFilter(readFilter(current.body.filter), filter));

  const choose = (id: string): void => {
    const chosen = saved.views.find((each) => each.id === id);
    if (!chosen) return;
    saved.choose(id);
    setGrouping(viewOf(chosen), chosen.body.group);
    onFilter(readFilter(chosen.body.filter));
    onView(viewOf(chosen));
  };

  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant={current ? 'light' : 'subtle'}
            {...(current ? {} : { color: 'gray' })}
            className={styles.saved}
            leftSection={<IconBookmark size={14} stroke={1.5} />}
            rightSection={<IconChevronDown size={13} stroke={1.5} />}
            aria-label={[
              t('calendar-views.views'),
              current?.name ?? '',
              modified ? t('calendar-views.view-modified') : '',
            ]
              .filter(Boolean)
              .join(', ')}
          >
            <span className={styles.savedName}>{current?.name ?? t('calendar-views.views')}</span>
            {modified && <span className={styles.modified} title={t('calendar-views.view-modified')} />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.savedMenu}>
          {saved.views.length === 0 && <p className={styles.hintWords}>{t('calendar-views.views-empty')}</p>}
          <Menu.RadioGroup value={modified ? null : (current?.id ?? null)} onChange={choose}>
            {saved.views.map((each) => (
              <Menu.RadioItem
                key={each.id}
                value={each.id}
                closeMenuOnClick
                rightSection={<span className={styles.optionCount}>{viewWords[viewOf(each)]}</span>}
              >
                {each.name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {current && (
            <>
              <Menu.Item disabled={!modified} onClick={() => void saved.update(current, body)}>
                {t('calendar-views.view-update', { name: current.name })}
              </Menu.Item>
              <Menu.Item onClick={() => setNaming('rename')}>{t('calendar-views.view-rename')}</Menu.Item>
              <Menu.Item onClick={() => void saved.remove(current)}>
                {t('calendar-views.view-delete')}
              </Menu.Item>
              <Menu.Item onClick={() => saved.choose(null)}>{t('calendar-views.view-leave')}</Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => setNaming('new')}>{t('calendar-views.view-save')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <NameDialog
          title={naming === 'new' ? t('calendar-views.view-save') : t('calendar-views.view-rename')}
          name={naming === 'rename' ? (current?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={(name) => {
            setNaming(null);
            if (naming === 'new') void saved.make(name, body);
            else if (current) void saved.rename(current, name);
          }}
        />
      )}
    </>
  );
}
