import { Button, Popover, TextInput } from '@mantine/core';
import {
  IconCheck,
  IconDeviceFloppy,
  IconMinus,
  IconPlus,
  IconSearch,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useMemo, useRef, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { partsOfKey } from '#shared/domain/post.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { useAccounts } from '../previews/accounts.ts';
import type { PostSession } from '../session/post-session.ts';
import { type Choice, choicesOf, found, takenOf } from './choices.ts';
import classes from './targets.module.css';

/** Keeps the present targets under a name, to be added together another time. */
function SaveSet({ chosen }: { chosen: ReadonlySet<string> }) {
  const { t } = useWords();
  const [name, setName] = useState<string | null>(null);
  const save = (): void => {
    const wanted = name?.trim() ?? '';
    if (wanted === '') return;
    call('kit.save', {
      kind: 'account-set',
      name: wanted,
      body: { targets: [...chosen].map(partsOfKey) },
    }).then(() => {
      notify(t('adapt.setSaved', { name: wanted }));
      setName(null);
    }, notifyFailure);
  };
  if (name === null) {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        disabled={chosen.size === 0}
        leftSection={<IconDeviceFloppy size={14} stroke={1.5} />}
        onClick={() => setName('')}
      >
        {t('adapt.saveSet')}
      </Button>
    );
  }
  return (
    <form
      className={classes['saveSet']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        size="xs"
        className={classes['setName'] ?? ''}
        aria-label={t('adapt.setName')}
        placeholder={t('adapt.setName')}
        value={name}
        maxLength={200}
        ref={(input) => input?.focus()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setName(null);
        }}
      />
      <Button type="submit" size="xs" disabled={name.trim() === ''}>
        {t('adapt.keep')}
      </Button>
    </form>
  );
}

/** Rows of the picker under their groups. */
function Choices({
  listId,
  choices,
  chosen,
  at,
  onActive,
  onToggle,
}: {
  listId: string;
  choices: readonly Choice[];
  chosen: ReadonlySet<string>;
  at: number;
  onActive(index: number): void;
  onToggle(choice: Choice): void;
}) {
  const { t, say } = useWords();
  const groupOf = (choice: Choice | undefined): string | undefined =>
    choice && (choice.platform ? say(choice.platform) : t('adapt.sets'));
  return choices.map((choice, index) => {
    const taken = takenOf(choice, chosen);
    const group = groupOf(choice);
    return (
      <div key={choice.id} role="presentation">
        {groupOf(choices[index - 1]) !== group && (
          <div className={classes['group']} role="presentation">
            {group}
          </div>
        )}
        <div
          id={`${listId}-${choice.id}`}
          className={classes['choice']}
          role="option"
          aria-selected={taken === 'all'}
          data-active={index === at}
          onMouseEnter={() => onActive(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onToggle(choice)}
        >
          {choice.format === null ? (
            <IconUsersGroup size={16} stroke={1.5} aria-hidden />
          ) : (
            <PlatformBadge format={choice.format} size={16} />
          )}
          <span className={classes['choiceName']}>
            {say(choice.name)}
            {choice.handle !== '' && <span className={classes['handle']}>{choice.handle}</span>}
          </span>
          {choice.format === null && (
            <span className={classes['setSize']}>{t('adapt.setSize', { count: choice.keys.length })}</span>
          )}
          {taken === 'all' && <IconCheck size={16} stroke={1.5} aria-hidden />}
          {taken === 'some' && <IconMinus size={16} stroke={1.5} aria-hidden />}
        </div>
      </div>
    );
  });
}

/** Adds and removes targets: account sets, accounts and every format, found by typing either language. */
export const FormatPicker = memo(function FormatPicker({
  pack,
  session,
  chosen,
  opened,
  onOpened,
}: {
  pack: RulePack;
  session: PostSession;
  /** Keys of the post's targets. */
  chosen: ReadonlySet<string>;
  opened: boolean;
  onOpened(opened: boolean): void;
}) {
  const { t } = useWords();
  const listId = useId();
  const searchField = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const accounts = useAccounts();
  const sets = useKit('account-set');
  const all = useMemo(() => choicesOf(pack, [...accounts.values()], sets ?? []), [pack, accounts, sets]);
  const choices = found(all, search);
  const at = Math.min(active, choices.length - 1);
  const shown = [...new Set(choices.filter((choice) => choice.format !== null).flatMap(({ keys }) => keys))];

  const remove = (keys: readonly string[]): void => {
    const undo = session.removeTargets(keys);
    if (keys.length > 1) notifyUndo(t('adapt.targetsRemoved', { count: keys.length }), undo);
  };
  const toggle = (choice: Choice): void => {
    if (takenOf(choice, chosen) === 'all') {
      remove(choice.keys);
      return;
    }
    session.addTargets(choice.keys);
    const id = choice.format === null ? choice.id.slice('set-'.length) : null;
    if (id !== null) call('kit.used', { id }).catch(notifyFailure);
  };
  /** A button that has nothing left to do lets go of the keyboard: Escape would no longer close the list. */
  const backToSearch = (): void => searchField.current?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const current = choices[at];
    let next = at;
    if (event.key === 'ArrowDown') next = Math.min(choices.length - 1, at + 1);
    else if (event.key === 'ArrowUp') next = Math.max(0, at - 1);
    else if (event.key === 'Enter' && current) toggle(current);
    else return;
    event.preventDefault();
    setActive(next);
    document.getElementById(`${listId}-${choices[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" width={372} trapFocus returnFocus>
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
          aria-activedescendant={choices[at] ? `${listId}-${choices[at].id}` : undefined}
          data-autofocus
          ref={searchField}
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
          {choices.length === 0 && <p className={classes['none']}>{t('composer.noFormat')}</p>}
          <Choices
            listId={listId}
            choices={choices}
            chosen={chosen}
            at={at}
            onActive={setActive}
            onToggle={toggle}
          />
        </div>
        <footer className={classes['pickerFoot']}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={shown.every((key) => chosen.has(key))}
            onClick={() => {
              session.addTargets(shown);
              backToSearch();
            }}
          >
            {t('adapt.selectAll')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={!shown.some((key) => chosen.has(key))}
            onClick={() => {
              remove(shown.filter((key) => chosen.has(key)));
              backToSearch();
            }}
          >
            {t('adapt.selectNone')}
          </Button>
          <span className={classes['space']} />
          <SaveSet chosen={chosen} />
        </footer>
      </Popover.Dropdown>
    </Popover>
  );
});
