import { Button, Modal } from '@mantine/core';
import { useCallback, useState } from 'react';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Block } from '#shared/rich/blocks.ts';
import type { EditorPort } from '../editor/editor-port.ts';
import type { Place } from '../editor/paste/insert-blocks.ts';
import type { OpenText } from './text-actions.ts';
import classes from './import-dialog.module.css';

interface Waiting {
  name: string;
  blocks: Block[];
  lostPictures: number;
}

/** Lets the user choose one text file. */
function chooseFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.md,.markdown,.html,.htm,.txt';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
  input.click();
}

function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.kind === 'paragraph' && block.inlines.length === 0);
}

/**
 * Brings a Markdown, HTML or plain text file into the text on the screen: at once into an empty one, otherwise after
 * asking where to.
 */
export function useTextImport(port: EditorPort, text: OpenText) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const { t } = useWords();
  const place = useCallback(
    async ({ blocks, lostPictures }: Waiting, where: Place): Promise<void> => {
      setWaiting(null);
      const editor = port.now();
      if (!editor) return;
      const { insertBlocks } = await import('../editor/paste/insert-blocks.ts');
      const { takePictures } = await import('../editor/paste/take-pictures.ts');
      insertBlocks(editor, await takePictures(blocks, t('texts.pastedPicture')), where);
      editor.focus();
      if (lostPictures > 0) notify(t('texts.picturesLost', { count: lostPictures }));
    },
    [port, t],
  );
  const open = useCallback((): void => {
    const take = async (file: File): Promise<void> => {
      const { blocksOfFile } = await import('../editor/paste/file-blocks.ts');
      const read = { name: file.name, ...(await blocksOfFile(file)) };
      if (read.blocks.length === 0) notify(t('texts.emptyFile', { name: file.name }));
      else if (isEmpty(text.blocks())) await place(read, 'all');
      else setWaiting(read);
    };
    chooseFile((file) => void take(file).catch(notifyFailure));
  }, [place, t, text]);
  const choose = (where: Place) => () => {
    if (waiting) place(waiting, where).catch(notifyFailure);
  };
  const dialog = (
    <Modal
      opened={waiting !== null}
      onClose={() => setWaiting(null)}
      title={t('texts.importTitle', { name: waiting?.name ?? '' })}
      size={440}
      centered
    >
      <p className={classes['words']}>{t('texts.importWhere')}</p>
      <div className={classes['choices']}>
        <Button variant="subtle" color="gray" onClick={() => setWaiting(null)}>
          {t('texts.cancel')}
        </Button>
        <Button variant="default" onClick={choose('all')}>
          {t('texts.replaceAll')}
        </Button>
        <Button variant="default" onClick={choose('end')}>
          {t('texts.atEnd')}
        </Button>
        <Button data-autofocus onClick={choose('selection')}>
          {t('texts.atCaret')}
        </Button>
      </div>
    </Modal>
  );
  return { open, dialog };
}
