import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import classes from '../panels/panels.module.css';
import { filled, namesToAsk, type SnippetFacts } from './variables.ts';

/** Asks for the variables of a snippet; shows what it will say. */
export function SnippetDialog({
  snippet,
  facts,
  onInsert,
  onClose,
}: {
  snippet: KitItem<'snippet'>;
  facts: SnippetFacts;
  onInsert(text: string): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const text = filled(snippet.body.text, values, facts);
  return (
    <Modal opened onClose={onClose} title={snippet.name} size={440}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onInsert(text);
        }}
      >
        {namesToAsk(snippet.body.text).map((name, at) => (
          <TextInput
            key={name}
            label={name}
            value={values.get(name) ?? ''}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
            onChange={(event) => setValues(new Map(values).set(name, event.currentTarget.value))}
          />
        ))}
        <p className={classes['says']}>{text}</p>
        <span className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {t('editor.cancel')}
          </Button>
          <Button type="submit">{t('editor.snippetInsert')}</Button>
        </span>
      </form>
    </Modal>
  );
}
