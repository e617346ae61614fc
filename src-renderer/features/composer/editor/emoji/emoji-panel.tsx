import { SegmentedControl, TextInput } from '@mantine/core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  IconApple,
  IconBallFootball,
  IconBulb,
  IconClock,
  IconFlag,
  IconHash,
  IconMoodSmile,
  IconPaw,
  IconPlane,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { $getPreviousSelection, $getRoot, $getSelection, $setSelection } from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { type Emoji, emojis, searchEmojis, toned } from '#renderer/ui/emoji/emoji-data.ts';
import { keepTone, keptTone, recentEmojis, rememberEmoji } from '#renderer/ui/emoji/recent.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { emojiFamily } from '#shared/design/fonts.ts';
import { AtCaret } from '../panels/at-caret.tsx';
import classes from './emoji-panel.module.css';

const columns = 9;
const rowHeight = 36;
type Row = { kind: 'name'; group: number } | { kind: 'emoji'; group: number; items: readonly Emoji[] };
/** Not one of Unicode's groups: those used last. */
const recent = -1;
const groups = [recent, 0, 1, 3, 4, 5, 6, 7, 8, 9] as const;
const groupIcons: Record<(typeof groups)[number], NonNullable<Action['icon']>> = {
  [recent]: IconClock,
  0: IconMoodSmile,
  1: IconUsers,
  3: IconPaw,
  4: IconApple,
  5: IconPlane,
  6: IconBallFootball,
  7: IconBulb,
  8: IconHash,
  9: IconFlag,
};

function inRows(items: readonly Emoji[], group: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < items.length; at += columns)
    rows.push({ kind: 'emoji', group, items: items.slice(at, at + columns) });
  return rows;
}

/** All groups below one another, or what a search finds. */
function rowsOf(search: string, used: readonly Emoji[]): Row[] {
  if (search.trim() !== '') return inRows(searchEmojis(search), recent);
  return groups.flatMap((group) => {
    const items = group === recent ? used : emojis.filter((emoji) => emoji.group === group);
    return items.length === 0 ? [] : [{ kind: 'name', group } as Row, ...inRows(items, group)];
  });
}

function usedLast(): Emoji[] {
  return recentEmojis().flatMap((unicode) => {
    const emoji = emojis.find((each) => each.unicode === unicode || each.tones.includes(unicode));
    return emoji ? [{ ...emoji, unicode, tones: [] }] : [];
  });
}

/** Puts an emoji at the caret. Typing searches, arrows walk the grid, Enter takes. */
export default function EmojiPanel({ onClose }: { onClose(): void }) {
  const [editor] = useLexicalComposerContext();
  const { t, language } = useWords();
  const [search, setSearch] = useState('');
  useEffect(() => void loadFamilies([emojiFamily]).catch(notifyFailure), []);
  const [tone, setTone] = useState(keptTone);
  const [used] = useState(usedLast);
  const [at, setAt] = useState({ row: -1, column: 0 });
  const rows = useMemo(() => rowsOf(search, used), [search, used]);
  // The card is drawn a moment later: state, so that the grid is drawn again when its place is there.
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const groupNames: Record<number, string> = {
    [recent]: t('editor.emojiRecent'),
    0: t('editor.emojiSmileys'),
    1: t('editor.emojiPeople'),
    3: t('editor.emojiAnimals'),
    4: t('editor.emojiFood'),
    5: t('editor.emojiTravel'),
    6: t('editor.emojiActivities'),
    7: t('editor.emojiObjects'),
    8: t('editor.emojiSymbols'),
    9: t('editor.emojiFlags'),
  };
  const take = (emoji: Emoji): void => {
    const unicode = toned(emoji, tone);
    rememberEmoji(unicode);
    onClose();
    editor.update(() => {
      if ($getSelection() === null) $setSelection($getPreviousSelection()?.clone() ?? $getRoot().selectEnd());
      $getSelection()?.insertText(unicode);
    });
    editor.focus();
  };
  const first = rows.findIndex(({ kind }) => kind === 'emoji');
  const markedRow = at.row < 0 ? first : at.row;
  const marked = rows[markedRow];
  const move = (rowStep: number, columnStep: number): void => {
    let row = markedRow + rowStep;
    let column = at.column + columnStep;
    const width = marked?.kind === 'emoji' ? marked.items.length : columns;
    if (column < 0) [row, column] = [row - 1, columns - 1];
    else if (column >= width) [row, column] = [row + 1, 0];
    const step = row < markedRow ? -1 : 1;
    while (rows[row]?.kind === 'name') row += step;
    const next = rows[row];
    if (next?.kind !== 'emoji') return;
    setAt({ row, column: Math.min(column, next.items.length - 1) });
    virtual.scrollToIndex(row);
  };
  const steps: Record<string, readonly [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  return (
    <AtCaret label={t('editor.emoji')} width={372} onClose={onClose}>
      <div
        className={classes['panel']}
        role="presentation"
        onKeyDown={(event) => {
          const step = steps[event.key];
          const inField = event.target instanceof HTMLInputElement && event.target.type === 'text';
          if (!inField || (search !== '' && event.key.endsWith('Left'))) return;
          const emoji = marked?.kind === 'emoji' ? marked.items[at.column] : undefined;
          if (event.key === 'Enter' && emoji && !event.nativeEvent.isComposing) take(emoji);
          else if (step) move(...step);
          else return;
          event.preventDefault();
        }}
      >
        <TextInput
          data-autofocus
          placeholder={t('editor.emojiSearch')}
          aria-label={t('editor.emojiSearch')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAt({ row: -1, column: 0 });
            virtual.scrollToOffset(0);
          }}
        />
        <div className={classes['groups']} role="toolbar" aria-label={t('editor.emojiGroups')}>
          {groups.map((group) => {
            const Icon = groupIcons[group];
            const start = rows.findIndex((row) => row.kind === 'name' && row.group === group);
            return (
              <button
                key={group}
                type="button"
                className={classes['emoji']}
                disabled={start < 0}
                aria-label={groupNames[group]}
                title={groupNames[group]}
                onClick={() => virtual.scrollToIndex(start, { align: 'start' })}
              >
                <Icon size={16} stroke={1.5} />
              </button>
            );
          })}
        </div>
        <div
          ref={setPlace}
          className={classes['scroll']}
          style={{ fontFamily: `'${emojiFamily}', var(--g-font)` }}
        >
          {rows.length === 0 && <p className={classes['none']}>{t('editor.emojiNone')}</p>}
          <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <div key={item.key} className={classes['row']} style={{ top: item.start }}>
                  {row.kind === 'name' ? (
                    <span className={classes['name']}>{groupNames[row.group]}</span>
                  ) : (
                    row.items.map((emoji, column) => (
                      <button
                        key={emoji.unicode}
                        type="button"
                        tabIndex={-1}
                        className={classes['emoji']}
                        data-marked={item.index === markedRow && column === at.column}
                        aria-label={emoji.names[language]}
                        title={emoji.names[language]}
                        onClick={() => take(emoji)}
                      >
                        {toned(emoji, tone)}
                      </button>
                    ))
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <SegmentedControl
          size="xs"
          style={{ fontFamily: `'${emojiFamily}', var(--g-font)` }}
          aria-label={t('editor.emojiTone')}
          value={String(tone)}
          onChange={(value) => {
            keepTone(Number(value));
            setTone(Number(value));
          }}
          data={['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'].map((label, value) => ({
            value: String(value),
            label,
          }))}
        />
      </div>
    </AtCaret>
  );
}
