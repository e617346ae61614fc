import { Button, TextInput } from '@mantine/core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { $formats, setLink } from '../format-commands.ts';
import { AtCaret } from './at-caret.tsx';
import classes from './panels.module.css';

/** Sets, changes or removes the address of the selected words. */
export function LinkPanel({ onClose }: { onClose(): void }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const [before] = useState(() => editor.read($formats).link);
  const [url, setUrl] = useState(before ?? '');
  const apply = (address: string): void => {
    onClose();
    setLink(editor, address);
  };
  return (
    <AtCaret label={t('composer.textLink')} width={280} onClose={onClose}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          apply(url);
        }}
      >
        <TextInput
          label={t('composer.linkAddress')}
          placeholder="https://"
          data-autofocus
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <span className={classes['buttons']}>
          <Button variant="subtle" color="gray" disabled={before === null} onClick={() => apply('')}>
            {t('composer.linkRemove')}
          </Button>
          <Button type="submit" disabled={url.trim() === ''}>
            {t('composer.linkSet')}
          </Button>
        </span>
      </form>
    </AtCaret>
  );
}
