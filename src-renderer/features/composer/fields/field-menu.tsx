import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowUp, IconCopyCheck, IconDots } from '@tabler/icons-react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type Overrides, targetKey } from '#shared/domain/post.ts';
import { inheritAgain, toBase, toTarget, type VariantField } from '#shared/domain/variant-fields.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';

/** What can be done with a field that a target has of its own. */
export function FieldMenu({
  session,
  target,
  field,
  label,
}: {
  session: PostSession;
  /** `targetKey`. */
  target: string;
  field: VariantField;
  label: string;
}) {
  const { t } = useWords();
  const intoBase = (): void => {
    const { post } = session.snapshot();
    const from = targetOf(post, target);
    if (!from) return;
    const targets = new Map([[target, inheritAgain(from.overrides, field)]]);
    notifyUndo(
      t('adapt.wentToBase', { field: label }),
      session.edit({ base: toBase(post, from, field), targets }),
    );
  };
  const toOthers = (): void => {
    const { post } = session.snapshot();
    const from = targetOf(post, target);
    if (!from) return;
    const targets = new Map<string, Overrides>();
    for (const each of post.targets) {
      if (each !== from) targets.set(targetKey(each), toTarget(post, from, each, field));
    }
    notifyUndo(t('adapt.wentToAll', { field: label, count: targets.size }), session.edit({ targets }));
  };
  const revert = (): void =>
    notifyUndo(t('composer.fieldInherits', { field: label }), session.revert(target, field));
  return (
    <>
      <Tooltip label={t('composer.revert')}>
        <ActionIcon size={22} aria-label={t('composer.revertField', { field: label })} onClick={revert}>
          <IconArrowBackUp size={14} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-start">
        <Menu.Target>
          <Tooltip label={t('adapt.fieldMore', { field: label })}>
            <ActionIcon size={22} aria-label={t('adapt.fieldMore', { field: label })}>
              <IconDots size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowBackUp size={14} stroke={1.5} />} onClick={revert}>
            {t('composer.revert')}
          </Menu.Item>
          {field !== 'thread' && (
            <Menu.Item leftSection={<IconArrowUp size={14} stroke={1.5} />} onClick={intoBase}>
              {t('adapt.toBase')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopyCheck size={14} stroke={1.5} />} onClick={toOthers}>
            {t('adapt.toAll')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
