import { Button, Popover, Select, Skeleton, Switch, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type WordListKind, wordListKinds } from '#shared/kit/word-list.ts';
import { ListEditor } from './list-editor.tsx';
import { saveList, useWordLists } from './use-word-lists.ts';
import styles from './words.module.css';

/** Kinds of which one makes lists of one's own; the others are rules with lists of their own shape. */
const ownKinds: WordListKind[] = [
  'brand',
  'absolute-claim',
  'medical-claim',
  'financial-claim',
  'sensitive',
  'placeholder',
];

function useKindNames(): Record<WordListKind, string> {
  const { t } = useWords();
  return {
    'absolute-claim': t('word-lists.kind-absolute'),
    'medical-claim': t('word-lists.kind-medical'),
    'financial-claim': t('word-lists.kind-financial'),
    sensitive: t('word-lists.kind-sensitive'),
    brand: t('word-lists.kind-brand'),
    disclosure: t('word-lists.kind-disclosure'),
    placeholder: t('word-lists.kind-placeholder'),
    fact: t('word-lists.kind-fact'),
    'personal-data': t('word-lists.kind-personal'),
    link: t('word-lists.kind-link'),
    rights: t('word-lists.kind-rights'),
    reading: t('word-lists.kind-reading'),
  };
}

function NewList({ onMade }: { onMade(id: string): void }) {
  const { t } = useWords();
  const kinds = useKindNames();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<WordListKind>('brand');
  const make = async (): Promise<void> => {
    if (name.trim() === '') return;
    const item = await call('kit.save', {
      kind: 'word-list',
      name: name.trim(),
      body: {
        ...{ kind, language: null, severity: 'warning', on: true, platforms: [], entries: [] },
        ...{ why: { en: '', zh: '' }, source: '', basedOn: null },
      },
    });
    setOpened(false);
    setName('');
    onMade(item.id);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => setOpened((now) => !now)}
        >
          {t('word-lists.new-list')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles['form']}>
          <TextInput
            label={t('word-lists.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && void make().catch(notifyFailure)}
          />
          <Select
            label={t('word-lists.kind')}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={ownKinds.map((value) => ({ value, label: kinds[value] }))}
            value={kind}
            onChange={(value) => value && setKind(value as WordListKind)}
          />
          <Button size="xs" onClick={() => void make().catch(notifyFailure)}>
            {t('word-lists.make')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The lists of words and rules that posts are checked against, all of them data of the workspace. */
export function WordListsPage() {
  const { t, say, language } = useWords();
  const kinds = useKindNames();
  const rows = useWordLists();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!rows) return <Skeleton height={320} />;
  // Within a kind the reader's own language comes first.
  const rank = (own: string | null): number => (own === language ? 0 : own === null ? 1 : 2);
  const order = wordListKinds.flatMap((kind) =>
    rows
      .filter(({ list }) => list.kind === kind)
      .toSorted((one, other) => rank(one.list.language) - rank(other.list.language)),
  );
  const open = order.find(({ id }) => id === chosen) ?? order[0];
  return (
    <>
      <p className={styles['lead']}>{t('word-lists.lead')}</p>
      <div className={styles['panes']}>
        <div className={styles['lists']}>
          <NewList onMade={setChosen} />
          <ul>
            {order.map((row, index) => (
              <li key={row.id}>
                {order[index - 1]?.list.kind !== row.list.kind && (
                  <h3 className={styles['kind']}>{kinds[row.list.kind]}</h3>
                )}
                <div className={styles['item']} data-here={row.id === open?.id}>
                  <UnstyledButton
                    className={styles['pick']}
                    aria-current={row.id === open?.id}
                    onClick={() => setChosen(row.id)}
                  >
                    <span>{say(row.name)}</span>
                    <small>
                      {row.kept && row.shipped ? t('word-lists.changed') : row.list.entries.length}
                    </small>
                  </UnstyledButton>
                  <Switch
                    size="xs"
                    aria-label={t('word-lists.use', { name: say(row.name) })}
                    checked={row.list.on}
                    onChange={(event) =>
                      void saveList(
                        row,
                        { ...row.list, on: event.currentTarget.checked },
                        row.kept?.name,
                      ).catch(notifyFailure)
                    }
                  />
                </div>
              </li>
            ))}
          </ul>
        </div>
        {open && (
          <section className={styles['detail']} aria-label={say(open.name)}>
            <h3 className={styles['heading']}>{say(open.name)}</h3>
            <ListEditor row={open} key={open.id} />
          </section>
        )}
      </div>
    </>
  );
}
