import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { insertPictures } from '../blocks/insert-block.ts';
import { importPictures, isPicture } from './import-pictures.ts';

/** Puts pictures of the library, or files on their way into it, into the text. */
export default function PicturePanel({ onClose }: { onClose(): void }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const browse = async (): Promise<void> => {
    onClose();
    const files = (await pickFiles('image/*,.heic,.heif')).filter(isPicture);
    if (files.length === 0) return;
    const assets = await importPictures(files, t('editor.pictureImporting'));
    insertPictures(
      editor,
      assets.map(({ id, alt }) => ({ assetId: id, alt })),
    );
  };
  return (
    <MediaPicker
      opened
      title={t('editor.pictureTitle')}
      shelves={['asset']}
      kinds={['image']}
      confirm={(count) => t('editor.pictureInsert', { count })}
      onClose={() => {
        onClose();
        editor.focus();
      }}
      onBrowse={() => void browse()}
      onPick={(items) =>
        insertPictures(
          editor,
          items.map(({ id, alt }) => ({ assetId: id, alt })),
        )
      }
    />
  );
}
