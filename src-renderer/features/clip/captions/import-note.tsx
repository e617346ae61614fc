import { CloseButton, Select } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './captions-panel.module.css';
import type { CaptionImport, ImportedCaptions } from './use-caption-import.ts';

/** Encodings that caption files come in; what was found is added when it is another. */
const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'iso-8859-2',
];

/** What came of the last file: how many captions, in which encoding it was read, what was repaired. */
export function ImportNote({ imported, from }: { imported: ImportedCaptions; from: CaptionImport }) {
  const { t, say } = useWords();
  const { read, file } = imported;
  const known = [...new Set([read.encoding, ...encodings])];
  return (
    <section className={styles.note} aria-label={t('clip-captions.imported')}>
      <header className={styles.noteHead}>
        <p>{t('clip-captions.did-import', { count: read.cues.length, name: file.name })}</p>
        <CloseButton size="sm" onClick={from.dismiss} />
      </header>
      <Select
        label={t('clip-captions.encoding')}
        description={t('clip-captions.encoding-hint')}
        data={known.map((value) => ({ value, label: value.toUpperCase() }))}
        value={read.encoding}
        disabled={from.busy}
        searchable
        onChange={(encoding) => encoding !== null && encoding !== read.encoding && void from.readAs(encoding)}
      />
      {read.notes.length > 0 && (
        <>
          <h4 className={styles.noteTitle}>{t('clip-captions.repaired')}</h4>
          <ul className={styles.repairs}>
            {read.notes.map((note) => (
              <li key={note.en}>{say(note)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
