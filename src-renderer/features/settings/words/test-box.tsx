import { Textarea } from '@mantine/core';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { compileLists, type NamedList } from '#shared/checks/lists.ts';
import styles from './words.module.css';

/** A text to try a list on; what it finds is marked while one types. */
export function TestBox({ list }: { list: NamedList }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const later = useDeferredValue(text);
  const compiled = useMemo(() => compileLists([{ ...list, list: { ...list.list, on: true } }]), [list]);
  const pieces = useMemo(() => {
    const marked: ReactNode[] = [];
    let at = 0;
    for (const { from, to } of compiled.hits(later).toSorted((one, other) => one.from - other.from)) {
      marked.push(later.slice(at, from), <mark key={from}>{later.slice(from, to)}</mark>);
      at = to;
    }
    marked.push(later.slice(at));
    return { marked, count: (marked.length - 1) / 2 };
  }, [compiled, later]);
  return (
    <div className={styles['test']}>
      <Textarea
        label={t('word-lists.try')}
        placeholder={t('word-lists.try-hint')}
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['tried']} role="status">
        {later === '' ? (
          <span className={styles['dim']}>{t('word-lists.try-empty')}</span>
        ) : (
          <>
            <p>{pieces.marked}</p>
            <span className={styles['dim']}>{t('word-lists.hits', { count: pieces.count })}</span>
          </>
        )}
      </div>
    </div>
  );
}
