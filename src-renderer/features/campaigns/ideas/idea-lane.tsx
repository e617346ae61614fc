import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { IdeaCard, type IdeaTools } from './idea-card.tsx';
import type { Grouping, IdeaColumn } from './idea-columns.ts';
import styles from './ideas.module.css';

/** Pixels of a card with its gap; the same as in `ideas.module.css`. */
const cardHeight = 100;
const padding = 8;

/** One column: its head, a line to write the next idea, and as many cards as its height shows. */
export function IdeaLane({
  column,
  name,
  hue,
  by,
  firstId,
  tools,
  onCapture,
  onTake,
}: {
  column: IdeaColumn;
  name: string;
  hue: string | null;
  by: Grouping;
  /** The card that takes the focus when the board does. */
  firstId: string | undefined;
  tools: IdeaTools;
  onCapture(title: string): void;
  onTake(event: DragEvent<HTMLElement>): void;
}) {
  const { t, locale } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const { ideas } = column;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const list = useVirtualizer({
    count: ideas.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => ideas[index]?.id ?? index,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 4,
  });
  return (
    <section
      className={styles.lane}
      aria-label={name}
      data-carry-to={column.value}
      data-lane
      onDragOver={(event) => event.preventDefault()}
      onDrop={onTake}
    >
      <header className={styles.head}>
        {hue && <span className={styles.dot} style={{ background: hue }} />}
        <h2 className={styles.name}>{name}</h2>
        <span className={styles.count}>{new Intl.NumberFormat(locale).format(ideas.length)}</span>
      </header>
      <form
        className={styles.capture}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onCapture(text.trim());
          setText('');
        }}
      >
        <TextInput
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          aria-label={t('campaigns.capture-in', { column: name })}
          placeholder={t('campaigns.capture')}
          data-capture
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      <div className={styles.list} ref={scroller}>
        {ideas.length === 0 && <p className={styles.empty}>{t('campaigns.lane-empty')}</p>}
        <div className={styles.all} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const idea = ideas[item.index];
            if (!idea) return null;
            return (
              <div
                key={idea.id}
                className={styles.place}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <IdeaCard idea={idea} by={by} first={idea.id === firstId} tools={tools} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
