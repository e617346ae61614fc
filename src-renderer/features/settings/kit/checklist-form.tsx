import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { newId } from '#shared/domain/id.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import styles from './kit.module.css';

type Body = KitBody<'checklist'>;

/** Steps that a list can have. */
const most = 100;
const icon = { size: 15, stroke: 1.5 };

interface Row {
  id: string;
  text: string;
}

const rowOf = (text: string): Row => ({ id: newId(), text: text.trim().slice(0, 500) });

/** Lines of a text without the marks of a list: `- [ ] Call the printer` is a step. */
function stepsOf(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)、])?\s*(?:\[[ xX]\]\s*)?/, ''));
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/**
 * The steps of a list, one a line: reworded in place, moved, taken away; Enter begins the next one, pasted lines
 * become steps. A line that is left empty is none.
 */
export function ChecklistForm({ body, onChange }: { body: Body; onChange(body: Body): void }) {
  const { t } = useWords();
  const [rows, setRows] = useState<Row[]>(() => body.items.map(rowOf));
  // A new object each time, so that the same step gets the focus again after it was moved.
  const [focused, focus] = useState<{ id: string } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLInputElement>(`[data-step="${focused.id}"]`)?.focus();
  }, [focused]);

  const write = (next: Row[], at: string | null = null): void => {
    const kept = next.slice(0, most);
    setRows(kept);
    if (at !== null) focus({ id: at });
    onChange({ items: kept.map(({ text }) => text.trim()).filter((text) => text !== '') });
  };
  const insert = (index: number, texts: readonly string[]): void => {
    const fresh = texts.map(rowOf);
    write(rows.toSpliced(index, 0, ...fresh), fresh.at(-1)?.id ?? null);
  };
  const move = (index: number, by: -1 | 1): void => {
    const row = rows[index];
    if (!row || index + by < 0 || index + by >= rows.length) return;
    write(rows.toSpliced(index, 1).toSpliced(index + by, 0, row), row.id);
  };
  const remove = (index: number): void => {
    const next = rows.toSpliced(index, 1);
    write(next, next[Math.max(0, index - 1)]?.id ?? null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, index: number): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      insert(index + 1, ['']);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Backspace' && event.currentTarget.value === '' && rows.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };
  return (
    <>
      <ol className={styles.steps} aria-label={t('kit.steps')} ref={list}>
        {rows.map((row, index) => (
          <li key={row.id} className={styles.own}>
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            <TextInput
              size="xs"
              className={styles.grow ?? ''}
              aria-label={t('kit.step', { number: index + 1 })}
              data-step={row.id}
              maxLength={500}
              value={row.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                write(rows.map((each) => (each === row ? { ...each, text } : each)));
              }}
              onKeyDown={(event) => press(event, index)}
              onPaste={(event) => {
                const [first = '', ...others] = stepsOf(event.clipboardData.getData('text/plain'));
                if (others.length === 0) return;
                event.preventDefault();
                const { value, selectionStart, selectionEnd } = event.currentTarget;
                const text = value.slice(0, selectionStart ?? 0) + first + value.slice(selectionEnd ?? 0);
                const fresh = others.map(rowOf);
                write(rows.toSpliced(index, 1, { ...row, text }, ...fresh), fresh.at(-1)?.id ?? null);
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={index === 0}
              aria-label={t('kit.step-up', { number: index + 1 })}
              onClick={() => move(index, -1)}
            >
              <IconArrowUp {...icon} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={index === rows.length - 1}
              aria-label={t('kit.step-down', { number: index + 1 })}
              onClick={() => move(index, 1)}
            >
              <IconArrowDown {...icon} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('kit.step-remove', { number: index + 1 })}
              onClick={() => remove(index)}
            >
              <IconX {...icon} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          disabled={rows.length >= most}
          onClick={() => insert(rows.length, [''])}
        >
          {t('kit.step-add')}
        </Button>
      </div>
    </>
  );
}
