import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { insertTable } from '../blocks/insert-block.ts';
import { AtCaret } from './at-caret.tsx';
import classes from './panels.module.css';

const largest = 8;
const places = Array.from({ length: largest * largest }, (_, at) => ({
  row: Math.floor(at / largest) + 1,
  column: (at % largest) + 1,
}));
const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function within(value: number): number {
  return Math.min(largest, Math.max(1, value));
}

/** Chooses rows and columns on a grid, by the pointer or by arrows and Enter. */
export function TablePanel({ onClose }: { onClose(): void }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const [size, setSize] = useState({ row: 3, column: 3 });
  const insert = ({ row, column }: { row: number; column: number }): void => {
    onClose();
    insertTable(editor, row, column);
    editor.focus();
  };
  const word = t('editor.tableSize', { rows: size.row, columns: size.column });
  return (
    <AtCaret label={t('editor.table')} onClose={onClose}>
      <button
        type="button"
        className={classes['grid']}
        data-autofocus
        aria-label={word}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (!step) return;
          event.preventDefault();
          setSize(({ row, column }) => ({ row: within(row + step[0]), column: within(column + step[1]) }));
        }}
        onClick={() => insert(size)}
      >
        {places.map((place) => (
          <span
            key={`${place.row} ${place.column}`}
            className={classes['cell']}
            data-in={place.row <= size.row && place.column <= size.column}
            onPointerEnter={() => setSize(place)}
          />
        ))}
      </button>
      <p className={classes['size']} aria-live="polite">
        {word}
      </p>
    </AtCaret>
  );
}
