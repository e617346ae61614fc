import { Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Member } from '#shared/team/member.ts';
import { mentionBeingWritten } from '#shared/team/mentions.ts';
import { Avatar } from './avatar.tsx';
import styles from './comments.module.css';

const offeredAtOnce = 6;

/** A text field in which `@` offers the names of the team. Ctrl/⌘ + Enter sends. */
export function MentionField({
  label,
  value,
  members,
  focused = false,
  children,
  onChange,
  onSend,
  onEscape,
}: {
  label: string;
  value: string;
  members: readonly Member[];
  /** Takes the focus when it appears. */
  focused?: boolean;
  /** What stands below the text: buttons. */
  children: ReactNode;
  onChange(text: string): void;
  onSend(): void;
  onEscape?(): void;
}) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  /** Where the caret goes once the name stands in the text; before the next key, however fast one writes. */
  const caretAfter = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [value]);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState(-1);
  const writing = mentionBeingWritten(value, caret);
  const offered =
    writing && writing.from !== closedAt
      ? members
          .filter(({ active, name }) => active && name.toLowerCase().includes(writing.query.toLowerCase()))
          .slice(0, offeredAtOnce)
      : [];
  const take = (member: Member): void => {
    if (!writing) return;
    const before = `${value.slice(0, writing.from)}@${member.name} `;
    onChange(before + value.slice(caret));
    setCaret(before.length);
    caretAfter.current = before.length;
  };
  const byKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    const now = offered[Math.min(chosen, offered.length - 1)];
    if (now) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((chosen + step + offered.length) % offered.length);
      else if (event.key === 'Enter' || event.key === 'Tab') take(now);
      else if (event.key === 'Escape') setClosedAt(writing?.from ?? -1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      onEscape();
    }
  };
  const follow = (element: HTMLTextAreaElement): void => {
    setCaret(element.selectionStart);
    setChosen(0);
  };
  return (
    <div className={styles.field}>
      <Textarea
        ref={field}
        size="xs"
        aria-label={label}
        placeholder={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        {...(focused ? { 'data-autofocus': true, autoFocus: true } : {})}
        {...(offered.length > 0
          ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${Math.min(chosen, offered.length - 1)}` }
          : {})}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          follow(event.currentTarget);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={byKey}
      />
      {offered.length > 0 && (
        <div className={styles.offer} role="listbox" id={id} aria-label={t('team.mention')}>
          {offered.map((member, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus, the option is its active descendant
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text
            <div
              key={member.id}
              id={`${id}-${index}`}
              className={styles.option}
              role="option"
              aria-selected={index === Math.min(chosen, offered.length - 1)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(member)}
            >
              <Avatar name={member.name} hue={member.hue} size={20} />
              {member.name}
            </div>
          ))}
        </div>
      )}
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
