import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { fitsFact } from '#shared/platforms/own-rules.ts';
import type { Fact, FactValue, RuleChange } from '#shared/platforms/rule-pack.ts';
import { type KeptChange, saveChange } from './change-rules.ts';
import { measureOf, placeText, unitText } from './fact-text.ts';
import formStyles from './form.module.css';
import styles from './rules.module.css';
import { ValueEditor } from './value-editor.tsx';

/** What a person would set: a value that is itself too much is lowered by one. */
function startOf(fact: Fact): FactValue {
  return fact.exclusive === true && typeof fact.value === 'number' ? fact.value - 1 : fact.value;
}

/** Sets a fact for the workspace or for one account, with why. */
export function FactEditor({
  place,
  fact,
  before,
  scopeName,
  onDone,
}: {
  place: Omit<RuleChange, 'value' | 'note'>;
  fact: Fact;
  before: KeptChange | undefined;
  scopeName: string;
  onDone(): void;
}) {
  const words = useWords();
  const { t } = words;
  const [value, setValue] = useState<FactValue>(() => startOf(fact));
  const [note, setNote] = useState(before?.body.note ?? '');
  const [saving, setSaving] = useState(false);
  const label = placeText(place.path, words);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const input = form.current?.querySelector('input, textarea');
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
    input.focus();
    // What is typed takes the place of the value.
    input.select();
  }, []);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await saveChange(
        { ...place, value, note: note.trim() },
        before,
        t('rules.changed-said', { name: label }),
      );
      onDone();
    } catch (error) {
      setSaving(false);
      notifyFailure(error);
    }
  };
  return (
    <form
      ref={form}
      className={formStyles.form}
      aria-label={t('rules.edit-of', { name: label })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <div className={formStyles.line}>
        <span className={formStyles.fieldName}>{t('rules.value')}</span>
        <div className={formStyles.fieldValue}>
          <ValueEditor label={label} value={value} measure={measureOf(place.path)} onChange={setValue} />
          {fact.unit && <span className={styles.unit}>{unitText(fact.unit, words)}</span>}
        </div>
      </div>
      <div className={formStyles.line}>
        <span className={formStyles.fieldName}>{t('rules.note')}</span>
        <Textarea
          aria-label={t('rules.note')}
          placeholder={t('rules.note-hint')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          className={formStyles.grow ?? ''}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div className={styles.buttons}>
        <span className={formStyles.scopeNote}>{t('rules.holds-for', { name: scopeName })}</span>
        <Button variant="default" size="xs" onClick={onDone}>
          {t('rules.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={saving} disabled={!fitsFact(fact, value)}>
          {t('rules.set')}
        </Button>
      </div>
    </form>
  );
}
