import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconHash, IconRefresh } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { KitUses } from '#renderer/ui/kit-parts.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addTags, nextSet, tagsFor } from '#shared/kit/rotation.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import classes from './kit.module.css';

type HashtagSet = KitItem<'hashtag-set'>;

/** Sets of hashtags to put in, each with what it would add; of a group the one whose turn it is. */
export function HashtagSets({
  platform,
  tags,
  onChange,
}: {
  /** Id of the chosen target's platform; null on the base text. */
  platform: string | null;
  tags: readonly string[];
  onChange(tags: string[]): void;
}) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const sets = useKit('hashtag-set') ?? [];
  const groups = [...new Set(sets.map(({ body }) => body.group).filter((group) => group !== ''))];
  const use = (set: HashtagSet): void => {
    onChange(addTags(tags, tagsFor(set, platform)));
    call('kit.used', { id: set.id }).catch(notifyFailure);
  };
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Tooltip label={t('kit.insert-set')}>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('kit.insert-set')}>
            <IconHash size={15} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group) => {
          const set = nextSet(sets.filter(({ body }) => body.group === group));
          return (
            set && (
              <Menu.Item
                key={group}
                leftSection={<IconRefresh size={15} stroke={1.5} />}
                onClick={() => use(set)}
              >
                {t('kit.next-of', { group })}
                <span className={classes['tags']}>
                  {set.name} ·{' '}
                  {tagsFor(set, platform)
                    .map((tag) => `#${tag}`)
                    .join(' ')}
                </span>
              </Menu.Item>
            )
          );
        })}
        {groups.length > 0 && <Menu.Divider />}
        {sets.map((set) => (
          <Menu.Item key={set.id} rightSection={<KitUses count={set.uses} />} onClick={() => use(set)}>
            {set.name}
            <span className={classes['tags']}>
              {tagsFor(set, platform)
                .map((tag) => `#${tag}`)
                .join(' ')}
            </span>
          </Menu.Item>
        ))}
        {sets.length > 0 && <Menu.Divider />}
        <Menu.Item
          disabled={tags.length === 0}
          onClick={() =>
            void call('kit.save', {
              kind: 'hashtag-set',
              name: tags.slice(0, 3).join(' '),
              body: { tags: [...tags], perPlatform: {}, group: '' },
            }).catch(notifyFailure)
          }
        >
          {t('kit.save-set')}
        </Menu.Item>
        <Menu.Item onClick={() => navigate('/settings/kit')}>{t('kit.manage')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
