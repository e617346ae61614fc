import { Popover, UnstyledButton } from '@mantine/core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { EditorPort } from '../editor-port.ts';
import classes from './count-footer.module.css';
import { countWords, type WordCount, wordsPerMinute, ziPerMinute } from './count-words.ts';

/** Milliseconds of quiet before a moment of idleness is waited for; counting never holds up a key. */
const quiet = 400;

/** Counts of the text and of what is selected (null for nothing). */
function useCounts(): { all: WordCount; selected: WordCount | null } {
  const [editor] = useLexicalComposerContext();
  const [counts, setCounts] = useState<{ all: WordCount; selected: WordCount | null }>(() => ({
    all: countWords(''),
    selected: null,
  }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    const count = (): void => {
      const [text, selected] = editor.read(() => {
        const selection = $getSelection();
        const part =
          $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
        return [$getRoot().getTextContent(), part];
      });
      setCounts({ all: countWords(text), selected: selected === '' ? null : countWords(selected) });
    };
    const later = (): void => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      timer = setTimeout(() => {
        idle = requestIdleCallback(count, { timeout: 2000 });
      }, quiet);
    };
    later();
    const stop = editor.registerUpdateListener(later);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      stop();
    };
  }, [editor]);
  return counts;
}

/** Words and reading time under the text; opens into all counts and says the speeds. */
export function CountFooter({ port }: { port: EditorPort }) {
  const { t, locale } = useWords();
  const { all, selected } = useCounts();
  const open = useSyncExternalStore(port.subscribe, port.panel) === 'count';
  const footer = useRef<HTMLElement>(null);
  useEffect(() => {
    // Opened by its key, it may lie below the window.
    if (open) footer.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value);
  const minutes = (value: number): string =>
    value > 0 && value < 1
      ? t('editor.countUnderMinute')
      : t('editor.countMinutes', { count: number(Math.round(value)) });
  const rows: [string, (count: WordCount) => string][] = [
    [t('editor.countCharacters'), (count) => number(count.characters)],
    [t('editor.countNoBlanks'), (count) => number(count.charactersWithoutBlanks)],
    [t('editor.countWords'), (count) => number(count.words)],
    [t('editor.countZi'), (count) => number(count.zi)],
    [t('editor.countSentences'), (count) => number(count.sentences)],
    [t('editor.countParagraphs'), (count) => number(count.paragraphs)],
    [t('editor.countReading'), (count) => minutes(count.minutes)],
  ];
  return (
    <footer ref={footer} className={classes['footer']}>
      <Popover
        opened={open}
        onChange={(opened) => port.open(opened ? 'count' : null)}
        position="top-end"
        offset={4}
      >
        <Popover.Target>
          <UnstyledButton
            className={classes['button'] ?? ''}
            onClick={() => port.open(open ? null : 'count')}
          >
            {t('editor.countLine', { words: number(all.words), time: minutes(all.minutes) })}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('editor.count')}>
          <table className={classes['table']}>
            {selected && (
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('editor.countSelected')}</th>
                  <th scope="col">{t('editor.countAll')}</th>
                </tr>
              </thead>
            )}
            <tbody>
              {rows.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {selected && <td>{value(selected)}</td>}
                  <td>{value(all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={classes['note']}>
            {t('editor.countSpeeds', { zi: ziPerMinute, words: wordsPerMinute })}
          </p>
        </Popover.Dropdown>
      </Popover>
    </footer>
  );
}
