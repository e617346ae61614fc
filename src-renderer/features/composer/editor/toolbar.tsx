import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import { keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { EditorTools, Tool } from './editor-actions.ts';
import type { Formats } from './format-commands.ts';
import classes from './toolbar.module.css';

function hintOf({ action, shownKeys }: Tool, word: string): string {
  const keys = shownKeys ?? action.keys?.[0];
  return keys ? `${word}  ${keyWord(keys)}` : word;
}

/** A button of the tools; the text keeps the focus and its selection. */
export function ToolButton({ tool, formats }: { tool: Tool; formats: Formats }) {
  const { t } = useWords();
  const word = t(tool.action.id);
  const Icon = tool.action.icon;
  const pressed = tool.pressed?.(formats);
  return (
    <Tooltip label={hintOf(tool, word)}>
      <ActionIcon
        size={28}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'vermilion' : 'gray'}
        aria-label={word}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runAction(tool.action)}
      >
        {Icon && <Icon size={18} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}

function MenuItems({ tools, formats }: { tools: readonly Tool[]; formats: Formats }) {
  const { t } = useWords();
  return tools.map((tool) => {
    const Icon = tool.action.icon;
    const keys = tool.shownKeys ?? tool.action.keys?.[0];
    return (
      <Menu.Item
        key={tool.action.id}
        leftSection={Icon && <Icon size={16} stroke={1.5} />}
        rightSection={keys && <span className={classes['key']}>{keyWord(keys)}</span>}
        data-current={tool.pressed?.(formats) ?? false}
        className={classes['item'] ?? ''}
        onClick={() => runAction(tool.action)}
      >
        {t(tool.action.id)}
      </Menu.Item>
    );
  });
}

/** What the block is; of one width whatever it says. */
function KindMenu({ tools, formats }: { tools: EditorTools; formats: Formats }) {
  const { t } = useWords();
  const all = [...tools.kinds, ...tools.lists];
  const current = all.find((tool) => tool.pressed?.(formats)) ?? tools.kinds[0];
  const word = current ? t(current.action.id) : '';
  return (
    <Menu position="bottom-start" offset={4} returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes['kind'] ?? ''}
          aria-label={t('editor.kind', { kind: word })}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className={classes['kindWord']}>{word}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItems tools={tools.kinds} formats={formats} />
      </Menu.Dropdown>
    </Menu>
  );
}

function AlignMenu({ tools, formats }: { tools: EditorTools; formats: Formats }) {
  const { t } = useWords();
  const Icon = (tools.aligns.find((tool) => tool.pressed?.(formats)) ?? tools.aligns[0])?.action.icon;
  return (
    <Menu position="bottom-start" offset={4} returnFocus={false}>
      <Menu.Target>
        <Tooltip label={t('editor.align')}>
          <ActionIcon
            size={28}
            variant="subtle"
            color="gray"
            aria-label={t('editor.align')}
            onMouseDown={(event) => event.preventDefault()}
          >
            {Icon && <Icon size={18} stroke={1.5} />}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItems tools={tools.aligns} formats={formats} />
        <Menu.Divider />
        <MenuItems tools={tools.indents} formats={formats} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Group({ children }: { children: ReactNode }) {
  return <span className={classes['group']}>{children}</span>;
}

/** The fixed tools in the order of use. Left and right arrows walk along them. */
export const Toolbar = memo(function Toolbar({ tools, formats }: { tools: EditorTools; formats: Formats }) {
  const { t } = useWords();
  const buttons = (each: readonly Tool[]): ReactNode =>
    each.map((tool) => <ToolButton key={tool.action.id} tool={tool} formats={formats} />);
  return (
    <div
      className={classes['bar']}
      role="toolbar"
      aria-label={t('composer.toolbar')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
        const at = all.findIndex((button) => button === document.activeElement);
        if (at < 0) return;
        event.preventDefault();
        all.at((at + (event.key === 'ArrowRight' ? 1 : -1)) % all.length)?.focus();
      }}
    >
      <Group>{buttons(tools.history)}</Group>
      <Group>
        <KindMenu tools={tools} formats={formats} />
      </Group>
      <Group>
        {buttons(tools.marks)}
        {buttons([tools.link, tools.clear])}
      </Group>
      <Group>
        {buttons(tools.lists)}
        <AlignMenu tools={tools} formats={formats} />
      </Group>
      <Group>{buttons([tools.picture, tools.table, tools.divider, tools.emoji, tools.find])}</Group>
    </div>
  );
});
