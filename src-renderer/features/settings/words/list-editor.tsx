import { Button, FileButton, MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconDownload, IconPlus, IconRestore, IconTrash, IconUpload } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { downloadText } from '#renderer/ui/download.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { entriesFromText, entriesToCsv } from '#shared/checks/list-file.ts';
import type { WordEntry, WordList } from '#shared/kit/word-list.ts';
import { EntriesTable } from './entries-table.tsx';
import { TestBox } from './test-box.tsx';
import { dropList, type ListRow, saveList } from './use-word-lists.ts';
import styles from './words.module.css';

const icon = { size: 14, stroke: 1.5 };

/** One list: how grave it is, where it holds, its words. Every change is kept at once. */
export function ListEditor({ row }: { row: ListRow }) {
  const { t, say, locale } = useWords();
  const pack = useRulePack();
  const [search, setSearch] = useState('');
  const [fresh, setFresh] = useState('');
  const { list } = row;
  const save = useCallback(
    (change: Partial<WordList>, sentence?: string) => {
      const before = row.list;
      saveList(row, { ...before, ...change }, row.kept?.name ?? row.name.en).then(() => {
        if (sentence !== undefined) {
          notifyUndo(sentence, () => saveList({ ...row, kept: null }, before).then(() => undefined));
        }
      }, notifyFailure);
    },
    [row],
  );
  const { entries } = list;
  const onChange = useCallback(
    (index: number, entry: WordEntry) => save({ entries: entries.toSpliced(index, 1, entry) }),
    [entries, save],
  );
  const onRemove = useCallback(
    (index: number) => save({ entries: entries.toSpliced(index, 1) }),
    [entries, save],
  );
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return entries.flatMap((entry, index) =>
      wanted === '' || `${entry.word} ${entry.instead ?? ''}`.toLowerCase().includes(wanted) ? [index] : [],
    );
  }, [entries, search]);
  const add = (): void => {
    const word = fresh.trim();
    if (word === '') return;
    if (entries.some((entry) => entry.word === word)) {
      notify(t('word-lists.there', { word }));
      return;
    }
    save({ entries: [{ word }, ...entries] });
    setFresh('');
  };
  const bring = async (file: File | null): Promise<void> => {
    if (!file) return;
    const read = entriesFromText(await file.text());
    const words = new Set(read.entries.map(({ word }) => word));
    save({ entries: [...read.entries, ...entries.filter(({ word }) => !words.has(word))].slice(0, 5000) });
    notify(t('word-lists.imported', { count: read.entries.length }));
  };
  const number = new Intl.NumberFormat(locale);
  return (
    <div className={styles['editor']}>
      <div className={styles['line']}>
        <Select
          label={t('word-lists.severity')}
          size="xs"
          w={140}
          allowDeselect={false}
          data={[
            { value: 'error', label: t('word-lists.error') },
            { value: 'warning', label: t('word-lists.warning') },
            { value: 'note', label: t('word-lists.note') },
          ]}
          value={list.severity}
          onChange={(value) => value && save({ severity: value as WordList['severity'] })}
        />
        <MultiSelect
          label={t('word-lists.platforms')}
          size="xs"
          className={styles['grow'] ?? ''}
          placeholder={list.platforms.length === 0 ? t('word-lists.all-platforms') : ''}
          data={(pack?.platforms ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={list.platforms}
          onChange={(platforms) => save({ platforms })}
          searchable
        />
        <Switch
          label={t('word-lists.on')}
          checked={list.on}
          onChange={(event) => save({ on: event.currentTarget.checked })}
        />
      </div>
      <p className={styles['reason']}>
        {say(list.why)}
        {list.source !== '' && <cite>{list.source}</cite>}
      </p>
      {row.shipped === null && <OwnReason list={list} onSave={save} key={row.id} />}
      <TestBox list={row} />
      <div className={styles['line']}>
        <TextInput
          size="xs"
          className={styles['grow'] ?? ''}
          aria-label={t('word-lists.new-word')}
          placeholder={t('word-lists.new-word')}
          value={fresh}
          maxLength={200}
          onChange={(event) => setFresh(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button size="xs" variant="default" leftSection={<IconPlus {...icon} />} onClick={add}>
          {t('word-lists.add-word')}
        </Button>
        <TextInput
          size="xs"
          w={180}
          aria-label={t('word-lists.search')}
          placeholder={t('word-lists.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <EntriesTable entries={entries} shown={shown} onChange={onChange} onRemove={onRemove} />
      <div className={styles['line']}>
        <span className={styles['dim']}>
          {t('word-lists.count', { count: number.format(entries.length) })}
        </span>
        <span className={styles['grow']} />
        <FileButton
          accept=".csv,.txt,text/plain,text/csv"
          onChange={(file) => void bring(file).catch(notifyFailure)}
        >
          {(props) => (
            <Button {...props} size="xs" variant="subtle" leftSection={<IconUpload {...icon} />}>
              {t('word-lists.import')}
            </Button>
          )}
        </FileButton>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconDownload {...icon} />}
          onClick={() => downloadText(`${row.id}.csv`, entriesToCsv(entries), 'text/csv')}
        >
          {t('word-lists.export')}
        </Button>
        {row.kept && (
          <Button
            size="xs"
            variant="subtle"
            color={row.shipped ? undefined : 'red'}
            leftSection={row.shipped ? <IconRestore {...icon} /> : <IconTrash {...icon} />}
            onClick={() =>
              dropList(
                row,
                row.shipped
                  ? t('word-lists.was-reset', { name: say(row.name) })
                  : t('word-lists.was-removed', { name: say(row.name) }),
              ).catch(notifyFailure)
            }
          >
            {row.shipped ? t('word-lists.reset') : t('word-lists.remove-list')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Why a list of one's own is kept; shown with each finding. */
function OwnReason({ list, onSave }: { list: WordList; onSave(change: Partial<WordList>): void }) {
  const { t, language } = useWords();
  const [why, setWhy] = useState(list.why[language]);
  const [source, setSource] = useState(list.source);
  return (
    <div className={styles['line']}>
      <Textarea
        size="xs"
        autosize
        label={t('word-lists.reason')}
        className={styles['grow'] ?? ''}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        onBlur={() => why !== list.why[language] && onSave({ why: { en: why, zh: why } })}
      />
      <TextInput
        size="xs"
        label={t('word-lists.source')}
        className={styles['grow'] ?? ''}
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        onBlur={() => source !== list.source && onSave({ source })}
      />
    </div>
  );
}
