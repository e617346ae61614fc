import { ActionIcon, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { patternOf } from '#shared/checks/lists.ts';
import type { WordEntry } from '#shared/kit/word-list.ts';
import styles from './words.module.css';

/** Pixels. */
const rowHeight = 40;

function fieldsOf({ word, except, instead }: WordEntry) {
  return { word, except: (except ?? []).join('、'), instead: instead ?? '' };
}

const EntryRow = memo(function EntryRow({
  entry,
  index,
  onChange,
  onRemove,
}: {
  entry: WordEntry;
  index: number;
  onChange(index: number, entry: WordEntry): void;
  onRemove(index: number): void;
}) {
  const { t } = useWords();
  const [fields, setFields] = useState(() => fieldsOf(entry));
  // Another window, or the list as shipped, may have put another entry in its place.
  const [of, setOf] = useState(entry);
  if (of !== entry) {
    setOf(entry);
    setFields(fieldsOf(entry));
  }
  const save = (): void => {
    const word = fields.word.trim();
    if (word === '') return setFields(fieldsOf(entry));
    const except = fields.except.split(/[、,，|]/).map((each) => each.trim());
    const { except: _except, instead: _instead, ...rest } = entry;
    const named = except.filter((each) => each !== '');
    const next = {
      ...rest,
      word,
      ...(named.length > 0 ? { except: named } : {}),
      ...(fields.instead === '' ? {} : { instead: fields.instead }),
    };
    if (JSON.stringify(next) !== JSON.stringify(entry)) onChange(index, next);
  };
  const field = (name: keyof typeof fields, label: string) => ({
    'aria-label': t('word-lists.of-word', { label, word: entry.word }),
    value: fields[name],
    size: 'xs' as const,
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
    onBlur: save,
    onKeyDown: (event: { key: string; currentTarget: { blur(): void } }) => {
      if (event.key === 'Enter') event.currentTarget.blur();
    },
  });
  const isBroken = entry.pattern === true && patternOf(entry.word) === null;
  return (
    <>
      <div role="cell" className={styles['cell']}>
        <TextInput
          {...field('word', t('word-lists.word'))}
          error={isBroken}
          {...(entry.pattern ? { classNames: { input: styles['mono'] ?? '' } } : {})}
        />
      </div>
      <div role="cell" className={styles['cell']}>
        <TextInput {...field('except', t('word-lists.except'))} />
      </div>
      <div role="cell" className={styles['cell']}>
        <TextInput {...field('instead', t('word-lists.instead'))} />
      </div>
      <div role="cell" className={styles['cell']}>
        <Checkbox
          size="xs"
          aria-label={t('word-lists.of-word', { label: t('word-lists.pattern'), word: entry.word })}
          checked={entry.pattern === true}
          onChange={(event) => {
            const { pattern: _pattern, ...rest } = entry;
            onChange(index, event.currentTarget.checked ? { ...rest, pattern: true } : rest);
          }}
        />
      </div>
      <div role="cell" className={styles['cell']}>
        <Tooltip label={t('word-lists.remove', { word: entry.word })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('word-lists.remove', { word: entry.word })}
            onClick={() => onRemove(index)}
          >
            <IconTrash size={14} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
    </>
  );
});

/** The words of a list, however many; each change is kept when its field is left. */
export function EntriesTable({
  entries,
  shown,
  onChange,
  onRemove,
}: {
  entries: readonly WordEntry[];
  /** Indexes of the entries that are listed. */
  shown: readonly number[];
  onChange(index: number, entry: WordEntry): void;
  onRemove(index: number): void;
}) {
  const { t } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 600, height: 400 },
  });
  return (
    <div
      className={styles['table']}
      role="table"
      aria-label={t('word-lists.entries')}
      aria-rowcount={shown.length}
    >
      <div className={styles['head']} role="row">
        <span role="columnheader">{t('word-lists.word')}</span>
        <span role="columnheader">{t('word-lists.except')}</span>
        <span role="columnheader">{t('word-lists.instead')}</span>
        <span role="columnheader">{t('word-lists.pattern')}</span>
        <span role="columnheader" aria-label={t('word-lists.actions')} />
      </div>
      <div className={styles['rows']} ref={scroll}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const index = shown[item.index] ?? 0;
            const entry = entries[index];
            return (
              entry && (
                <div
                  key={`${index} ${entry.word}`}
                  className={styles['entry']}
                  role="row"
                  aria-rowindex={item.index + 1}
                  style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}
                >
                  <EntryRow entry={entry} index={index} onChange={onChange} onRemove={onRemove} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
