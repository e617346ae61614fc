import { Button, Popover, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import classes from './targets.module.css';

interface Choice {
  format: string;
  platform: string;
  name: string;
  /** What the search looks in: both languages and the ids. */
  haystack: string;
}

/** Adds and removes targets: every format of every platform, found by typing either language. */
export const FormatPicker = memo(function FormatPicker({
  pack,
  chosen,
  opened,
  onOpened,
  onToggle,
}: {
  pack: RulePack;
  chosen: ReadonlySet<string>;
  opened: boolean;
  onOpened(opened: boolean): void;
  onToggle(format: string): void;
}) {
  const { t, say } = useWords();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const all = useMemo(
    () =>
      pack.platforms.flatMap((platform) =>
        platform.formats.map(
          (format): Choice => ({
            format: `${platform.id}/${format.id}`,
            platform: say(platform.name),
            name: say(format.name),
            haystack:
              `${platform.id} ${format.id} ${platform.name.en} ${platform.name.zh} ${format.name.en} ${format.name.zh}`.toLowerCase(),
          }),
        ),
      ),
    [pack, say],
  );
  const needle = search.trim().toLowerCase().split(/\s+/);
  const found = all.filter((choice) => needle.every((word) => choice.haystack.includes(word)));
  const at = Math.min(active, found.length - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const current = found[at];
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter' && current) onToggle(current.format);
    else return;
    event.preventDefault();
    requestAnimationFrame(() => {
      document.getElementById(`${listId}-${found[at]?.format}`)?.scrollIntoView({ block: 'nearest' });
    });
  };

  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          fullWidth
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => onOpened(!opened)}
          aria-haspopup="listbox"
        >
          {t('composer.addTargets')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <TextInput
          className={classes['search'] ?? ''}
          variant="unstyled"
          placeholder={t('composer.findFormat')}
          aria-label={t('composer.findFormat')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found[at] ? `${listId}-${found[at].format}` : undefined}
          data-autofocus
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          className={classes['choices']}
          role="listbox"
          aria-multiselectable
          id={listId}
          aria-label={t('composer.formats')}
        >
          {found.length === 0 && <p className={classes['none']}>{t('composer.noFormat')}</p>}
          {found.map((choice, index) => (
            <div key={choice.format} role="presentation">
              {found[index - 1]?.platform !== choice.platform && (
                <div className={classes['group']} role="presentation">
                  {choice.platform}
                </div>
              )}
              <div
                id={`${listId}-${choice.format}`}
                className={classes['choice']}
                role="option"
                aria-selected={chosen.has(choice.format)}
                data-active={index === at}
                onMouseEnter={() => setActive(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onToggle(choice.format)}
              >
                <PlatformBadge format={choice.format} size={16} />
                <span className={classes['choiceName']}>{choice.name}</span>
                {chosen.has(choice.format) && <IconCheck size={16} stroke={1.5} aria-hidden />}
              </div>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
});
