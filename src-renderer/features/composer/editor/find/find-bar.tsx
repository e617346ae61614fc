import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconLetterCase,
  IconRegex,
  IconTextWrapDisabled,
  IconX,
} from '@tabler/icons-react';
import { $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { firstText } from '../dom-text.ts';
import classes from './find-bar.module.css';
import './find-marks.css';
import { expressionOf, replacementFor, type Search } from './search.ts';
import { $lines, $replace, type Found, foundIn, partsOf } from './text-lines.ts';

const allName = 'galley-found';
const oneName = 'galley-found-one';
/** Milliseconds without typing before the text is looked through again. */
const quiet = 120;

function rangeOf(editor: LexicalEditor, found: Found): Range | null {
  const parts = partsOf(found);
  const [first, last] = [parts[0], parts.at(-1)];
  const start = first && firstText(editor.getElementByKey(first.key));
  const end = last && firstText(editor.getElementByKey(last.key));
  if (!start || !end || first.from > start.length || last.to > end.length) return null;
  const range = new Range();
  range.setStart(start, first.from);
  range.setEnd(end, last.to);
  return range;
}

/** What is found, looked for again after each pause in typing. */
function useFound(editor: LexicalEditor, search: Search): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  const { query, matchCase, wholeWord, regex } = search;
  useEffect(() => {
    const look = (): void => {
      const expression = expressionOf({ query, matchCase, wholeWord, regex });
      setFound(expression ? editor.read(() => foundIn($lines(), expression)) : []);
    };
    look();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(look, quiet);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, query, matchCase, wholeWord, regex]);
  return found;
}

function Switch({
  icon: Icon,
  label,
  on,
  onChange,
}: {
  icon: NonNullable<Action['icon']>;
  label: string;
  on: boolean;
  onChange(on: boolean): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={26}
        variant={on ? 'light' : 'subtle'}
        color={on ? 'vermilion' : 'gray'}
        aria-label={label}
        aria-pressed={on}
        onClick={() => onChange(!on)}
      >
        <Icon size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

function Step({
  label,
  onClick,
  disabled,
  children,
}: {
  label: string;
  onClick(): void;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={disabled ?? false}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Finds and replaces words of the text below it; Enter goes on, Escape gives the caret back to the text. */
export default function FindBar({
  editor,
  replacing,
  onReplacing,
  onClose,
}: {
  editor: LexicalEditor;
  replacing: boolean;
  onReplacing(replacing: boolean): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const [search, setSearch] = useState<Search>(() => {
    const selected = editor.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? selection.getTextContent() : '';
    });
    const query = selected.length <= 200 && !selected.includes('\n') ? selected : '';
    return { query, matchCase: false, wholeWord: false, regex: false };
  });
  const [replacement, setReplacement] = useState('');
  const [wanted, setWanted] = useState(0);
  const found = useFound(editor, search);
  const at = found.length === 0 ? -1 : ((wanted % found.length) + found.length) % found.length;
  const expression = useMemo(() => expressionOf(search), [search]);
  const broken = search.query !== '' && expression === null;
  const change = (part: Partial<Search>): void => {
    setWanted(0);
    setSearch({ ...search, ...part });
  };
  useEffect(() => {
    const ranges = found.map((each) => rangeOf(editor, each));
    CSS.highlights.set(allName, new Highlight(...ranges.filter((range) => range !== null)));
    return () => void CSS.highlights.delete(allName);
  }, [editor, found]);
  useEffect(() => {
    const one = found[at];
    const range = one && rangeOf(editor, one);
    if (!range) return;
    const mark = new Highlight(range);
    mark.priority = 1;
    CSS.highlights.set(oneName, mark);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => void CSS.highlights.delete(oneName);
  }, [editor, found, at]);

  const close = (): void => {
    const one = found[at];
    onClose();
    const [first] = one ? partsOf(one) : [];
    editor.update(() => {
      const selection = $getSelection();
      if (first && $isRangeSelection(selection)) {
        selection.anchor.set(first.key, first.from, 'text');
        selection.focus.set(first.key, first.to, 'text');
      }
    });
    editor.focus();
  };
  const replaceAll = (each: readonly Found[]): void => {
    if (!expression) return;
    const changes = each.map((one) => ({
      one,
      words: replacementFor(one.line.text, one, expression, search, replacement),
    }));
    editor.update(
      () => {
        // From the end, so that places before it stay where they are.
        for (const { one, words } of changes.toReversed()) $replace(one, words);
      },
      { tag: HISTORY_PUSH_TAG },
    );
  };
  const count = broken
    ? t('editor.findBroken')
    : search.query === ''
      ? ''
      : found.length === 0
        ? t('editor.findNone')
        : t('editor.findCount', { at: at + 1, count: found.length });
  return (
    <div
      className={classes['bar']}
      role="search"
      aria-label={t('editor.find')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Step
        label={replacing ? t('editor.replaceHide') : t('editor.replaceShow')}
        onClick={() => onReplacing(!replacing)}
      >
        {replacing ? <IconChevronDown size={16} stroke={1.5} /> : <IconChevronRight size={16} stroke={1.5} />}
      </Step>
      <div className={classes['rows']}>
        <div className={classes['row']}>
          <TextInput
            className={classes['field'] ?? ''}
            size="xs"
            ref={(field) => {
              if (field && document.activeElement === document.body) field.focus();
            }}
            autoFocus
            aria-label={t('editor.findWords')}
            placeholder={t('editor.findWords')}
            error={broken}
            value={search.query}
            onChange={(event) => change({ query: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              setWanted(at + (event.shiftKey ? -1 : 1));
            }}
          />
          <span className={classes['count']} role="status">
            {count}
          </span>
          <Step
            label={t('editor.findPrevious')}
            onClick={() => setWanted(at - 1)}
            disabled={found.length === 0}
          >
            <IconArrowUp size={16} stroke={1.5} />
          </Step>
          <Step label={t('editor.findNext')} onClick={() => setWanted(at + 1)} disabled={found.length === 0}>
            <IconArrowDown size={16} stroke={1.5} />
          </Step>
          <Switch
            icon={IconLetterCase}
            label={t('editor.findCase')}
            on={search.matchCase}
            onChange={(matchCase) => change({ matchCase })}
          />
          <Switch
            icon={IconTextWrapDisabled}
            label={t('editor.findWhole')}
            on={search.wholeWord}
            onChange={(wholeWord) => change({ wholeWord })}
          />
          <Switch
            icon={IconRegex}
            label={t('editor.findRegex')}
            on={search.regex}
            onChange={(regex) => change({ regex })}
          />
          <Step label={t('editor.findClose')} onClick={close}>
            <IconX size={16} stroke={1.5} />
          </Step>
        </div>
        {replacing && (
          <div className={classes['row']}>
            <TextInput
              className={classes['field'] ?? ''}
              size="xs"
              aria-label={t('editor.replaceWords')}
              placeholder={t('editor.replaceWords')}
              value={replacement}
              onChange={(event) => setReplacement(event.currentTarget.value)}
            />
            <Button
              size="compact-sm"
              variant="default"
              disabled={at < 0}
              onClick={() => {
                const one = found[at];
                if (one) replaceAll([one]);
              }}
            >
              {t('editor.replaceOne')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={found.length === 0}
              onClick={() => {
                notify(t('editor.replaced', { count: found.length }));
                replaceAll(found);
              }}
            >
              {t('editor.replaceAll')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
