import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconPencil, IconPlus, IconTrash, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { parsePlatform, type Platform, type RulePack } from '#shared/platforms/rule-pack.ts';
import { trashKept } from './change-rules.ts';
import { blankPlatform, copyOf } from '#shared/platforms/platform-draft.ts';
import { PlatformForm } from './platform-form.tsx';
import cards from './own-platforms.module.css';
import styles from './rules.module.css';

const icon = { size: 14, stroke: 1.5 };

function readPlatform(item: KitItem<'platform'>): Platform | null {
  try {
    return parsePlatform(item.body.platform);
  } catch {
    return null;
  }
}

/** A shop's own site, a private community: platforms that Galley does not know, with limits of one's own. */
export function OwnPlatforms({
  pack,
  platforms,
}: {
  pack: RulePack;
  platforms: readonly KitItem<'platform'>[];
}) {
  const { t, say } = useWords();
  const [open, setOpen] = useState<{ start: Platform; kept: KitItem<'platform'> | null } | null>(null);
  const taken = new Set(offeredPlatforms(pack).map(({ id }) => id));
  const leftOut = pack.own?.leftOut.filter(({ kind }) => kind === 'platform') ?? [];
  const add = (
    <Button
      size="xs"
      leftSection={<IconPlus {...icon} />}
      onClick={() => setOpen({ start: blankPlatform(), kept: null })}
    >
      {t('rules.new-platform')}
    </Button>
  );
  const duplicate = (
    <Menu width={240}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconCopy {...icon} />}>
          {t('rules.duplicate-from')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={cards.menu ?? ''}>
        {offeredPlatforms(pack).map((platform) => (
          <Menu.Item
            key={platform.id}
            leftSection={<PlatformBadge format={platform.id} size={13} />}
            onClick={() => setOpen({ start: copyOf(platform, taken), kept: null })}
          >
            {say(platform.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <>
      {platforms.length === 0 ? (
        <EmptyState
          icon={IconWorld}
          title={t('rules.no-platforms-title')}
          body={t('rules.no-platforms-body')}
        >
          {add}
          {duplicate}
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            {add}
            {duplicate}
          </div>
          <ul className={cards.cards} aria-label={t('rules.own-platforms')}>
            {platforms.map((item) => {
              const platform = readPlatform(item);
              const name = platform ? say(platform.name) : item.name;
              const problem = leftOut.find((each) => each.name === (platform?.id ?? each.name));
              const isUsed = platform !== null && pack.own?.platforms.includes(platform.id) === true;
              return (
                <li key={item.id} className={cards.card}>
                  {platform && <PlatformBadge format={platform.id} size={22} />}
                  <div className={cards.cardWords}>
                    <span className={cards.cardName}>{name}</span>
                    <span className={styles.dim}>
                      {platform?.formats.map((format) => say(format.name)).join(' · ')}
                    </span>
                    {!isUsed && problem && <span className={styles.problem}>{say(problem.message)}</span>}
                  </div>
                  {platform && (
                    <Tooltip label={t('rules.edit-of', { name })}>
                      <ActionIcon
                        aria-label={t('rules.edit-of', { name })}
                        onClick={() => setOpen({ start: platform, kept: item })}
                      >
                        <IconPencil {...icon} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                  <Tooltip label={t('rules.trash-platform', { name })}>
                    <ActionIcon
                      aria-label={t('rules.trash-platform', { name })}
                      onClick={() =>
                        trashKept([item], t('rules.platform-trashed', { name })).catch(notifyFailure)
                      }
                    >
                      <IconTrash {...icon} />
                    </ActionIcon>
                  </Tooltip>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {open && (
        <PlatformForm start={open.start} kept={open.kept} taken={taken} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
