import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { LexicalEditor } from 'lexical';
import { memo, useState } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import { keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Action } from '#renderer/commands/action.ts';
import { type FormatCommand, type Formats, setLink } from './format-commands.ts';
import classes from './toolbar.module.css';

function Tool({
  action,
  keys,
  pressed,
}: {
  action: Action;
  keys: string | undefined;
  pressed: boolean | undefined;
}) {
  const { t } = useWords();
  const Icon = action.icon;
  const word = t(action.id);
  return (
    <Tooltip label={keys ? `${word}  ${keyWord(keys)}` : word}>
      <ActionIcon
        size={28}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'vermilion' : 'gray'}
        aria-label={word}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runAction(action)}
      >
        {Icon && <Icon size={18} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Text tools in the order of use; pressed where the selection has the format. */
export const Toolbar = memo(function Toolbar({
  commands,
  formats,
  editor,
  linkAction,
  linkOpen,
  onLinkOpen,
}: {
  commands: readonly FormatCommand[];
  formats: Formats;
  editor: LexicalEditor | null;
  linkAction: Action;
  linkOpen: boolean;
  onLinkOpen(open: boolean): void;
}) {
  const { t } = useWords();
  const [url, setUrl] = useState('');
  const apply = (address: string): void => {
    onLinkOpen(false);
    if (editor) setLink(editor, address);
  };
  const key = linkAction.keys?.[0];
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('composer.toolbar')}>
      {commands.map(({ action, shownKeys, pressed, group }) => (
        <span key={action.id} className={classes['tool']} data-group={group === true}>
          <Tool action={action} keys={shownKeys ?? action.keys?.[0]} pressed={pressed?.(formats)} />
        </span>
      ))}
      <span className={classes['tool']} data-group>
        <Popover
          opened={linkOpen}
          onChange={onLinkOpen}
          width={280}
          trapFocus
          onOpen={() => setUrl(formats.link ?? '')}
        >
          <Popover.Target>
            <Tooltip label={key ? `${t(linkAction.id)}  ${keyWord(key)}` : t(linkAction.id)}>
              <ActionIcon
                size={28}
                variant={formats.link ? 'light' : 'subtle'}
                color={formats.link ? 'vermilion' : 'gray'}
                aria-label={t(linkAction.id)}
                aria-pressed={formats.link !== null}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => runAction(linkAction)}
              >
                <IconLink size={18} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <form
              className={classes['link']}
              onSubmit={(event) => {
                event.preventDefault();
                apply(url);
              }}
            >
              <TextInput
                label={t('composer.linkAddress')}
                placeholder="https://"
                data-autofocus
                value={url}
                onChange={(event) => setUrl(event.currentTarget.value)}
              />
              <span className={classes['linkButtons']}>
                <Button variant="subtle" color="gray" disabled={!formats.link} onClick={() => apply('')}>
                  {t('composer.linkRemove')}
                </Button>
                <Button type="submit" disabled={url.trim() === ''}>
                  {t('composer.linkSet')}
                </Button>
              </span>
            </form>
          </Popover.Dropdown>
        </Popover>
      </span>
    </div>
  );
});
