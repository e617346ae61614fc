import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord } from '#renderer/ui/action-words.ts';
import { usePlanFiles } from '#renderer/ui/plan-files/use-plan-files.tsx';
import { useWords } from '#renderer/ui/words.tsx';

/** What is done with the plan as a whole: bringing one in from a file and writing it as one. */
export function PlanMenu({
  month,
}: {
  /** `YYYY-MM`, which a month sheet begins with. */
  month: string;
}) {
  const words = useWords();
  const { t } = words;
  const { importPlan, exportPlan, dialog } = usePlanFiles(month);
  const actions: Action[] = [importPlan, exportPlan];
  useActions(actions);
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <Tooltip label={t('calendar.plan-more')}>
            <ActionIcon aria-label={t('calendar.plan-more')} color="gray" variant="subtle">
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => {
            const Icon = action.icon;
            return (
              <Menu.Item
                key={action.id}
                leftSection={Icon && <Icon size={16} stroke={1.5} />}
                onClick={() => runAction(action)}
              >
                {actionWord(action, words)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
