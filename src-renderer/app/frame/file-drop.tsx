import { IconPhotoDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { importFiles } from '#renderer/commands/import-files.ts';
import { takeAnswers } from '#renderer/ui/review/take-answers.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './file-drop.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Files dropped anywhere, and pictures pasted outside a text field, go to the library; answers to review packages are
 * looked at. A screen that takes files
 * itself calls `preventDefault` on `dragover` and `drop` of its own element.
 */
export function FileDrop() {
  const { t } = useWords();
  const [over, setOver] = useState(false);

  useEffect(() => {
    let depth = 0;
    const leave = (): void => {
      depth = 0;
      setOver(false);
    };
    const handlers: { [K in 'dragenter' | 'dragover' | 'dragleave' | 'drop']: (event: DragEvent) => void } = {
      dragenter(event) {
        if (!carriesFiles(event)) return;
        depth += 1;
        setOver(true);
      },
      dragover(event) {
        if (!carriesFiles(event)) return;
        setOver(!event.defaultPrevented);
        if (!event.defaultPrevented && event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        event.preventDefault();
      },
      dragleave(event) {
        if (!carriesFiles(event)) return;
        depth -= 1;
        if (depth <= 0) leave();
      },
      drop(event) {
        leave();
        if (!carriesFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        const files = takeAnswers([...(event.dataTransfer?.files ?? [])]);
        if (files.length > 0) void importFiles(files);
      },
    };
    const paste = (event: ClipboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      if (target?.isContentEditable || target?.closest('input, textarea')) return;
      event.preventDefault();
      void importFiles(files);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave();
    };
    for (const [name, handler] of Object.entries(handlers))
      window.addEventListener(name, handler as EventListener);
    window.addEventListener('paste', paste);
    window.addEventListener('keydown', escape);
    return () => {
      for (const [name, handler] of Object.entries(handlers))
        window.removeEventListener(name, handler as EventListener);
      window.removeEventListener('paste', paste);
      window.removeEventListener('keydown', escape);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.target} aria-hidden>
      <div className={styles.sheet}>
        <IconPhotoDown size={32} stroke={1.25} />
        <strong className={styles.title}>{t('app.drop-title')}</strong>
        <span>{t('app.drop-body')}</span>
      </div>
    </div>
  );
}
