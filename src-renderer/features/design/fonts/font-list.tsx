import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconSearch, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import { useBrand } from '#renderer/ui/fonts/brand.ts';
import { chooseFonts, takeFonts } from './bring-fonts.ts';
import type { Family, FamilyFilter } from '#renderer/ui/fonts/families.ts';
import { familiesIn, filterFamilies, withRecent } from '#renderer/ui/fonts/families.ts';
import { FontRow } from './font-row.tsx';
import styles from './fonts.module.css';
import { fontsChanged, useFonts } from '#renderer/ui/fonts/use-fonts.ts';

interface Entry {
  value: string;
  label: string;
  family: Family;
  /** The heading that the entry stands under. */
  part: 'brand' | 'recent' | 'all';
}

/** Where the families used last are remembered. */
const recentKey = 'galley.design.recent-fonts';

/** Search, filters and the families themselves. The arrow keys try on, Enter takes, Escape is the owner's. */
export function FontList({
  value,
  onTry,
  onTake,
}: {
  value: string | null;
  onTry(family: string): void;
  onTake(family: string): void;
}) {
  const words = useWords();
  const { t, say } = words;
  const id = useId();
  const fonts = useFonts();
  // What the brand's fonts are can change while this is open.
  useBrand();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<FamilyFilter>('all');
  const [recent, setRecent] = useLocalStorage<string[]>({ key: recentKey, defaultValue: [] });
  const [active, setActive] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);
  const families = familiesIn(fonts ?? []);
  const entries = entriesOf();
  const keyOf = (entry: Entry): string => `${entry.part}/${entry.value}`;
  const at = entries.findIndex((entry) => keyOf(entry) === active);

  function entriesOf(): Entry[] {
    const known = new Map(families.map((family) => [family.family, family]));
    const plain = filter === 'all' && search.trim() === '';
    const brand = [
      { value: 'token:heading', label: t('design-fonts.brand-heading') },
      { value: 'token:body', label: t('design-fonts.brand-body') },
    ].flatMap((token): Entry[] => {
      const family = known.get(resolveFontFamily(token.value));
      return family
        ? [{ ...token, label: `${token.label} · ${say(family.name)}`, family, part: 'brand' }]
        : [];
    });
    const entryOf = (family: Family, part: Entry['part']): Entry => ({
      value: family.family,
      label: say(family.name),
      family,
      part,
    });
    const used = recent.flatMap((each) => {
      const family = known.get(each);
      return family ? [entryOf(family, 'recent')] : [];
    });
    const listed = filterFamilies(families, filter, search).map((family) => entryOf(family, 'all'));
    return plain ? [...brand, ...used, ...listed] : listed;
  }

  const take = (family: string): void => {
    if (!family.startsWith('token:')) setRecent(withRecent(recent, family));
    onTake(family);
  };
  const step = (by: number): void => {
    const from = at >= 0 ? at : entries.findIndex((entry) => entry.part === 'all' && entry.value === value);
    const next = entries[Math.min(entries.length - 1, Math.max(0, from + by))];
    if (!next) return;
    setActive(keyOf(next));
    onTry(next.value);
  };
  const remove = async (family: string): Promise<void> => {
    await call('fonts.remove', { family });
    setRecent(recent.filter((each) => each !== family));
    fontsChanged();
    notify(t('design-fonts.removed'));
  };
  const drop = (event: DragEvent): void => {
    setDropping(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    takeFonts([...event.dataTransfer.files], words).brought.then(
      ([first]) => first && take(first),
      notifyFailure,
    );
  };
  const headings: Record<Entry['part'], string> = {
    brand: t('design-fonts.brand'),
    recent: t('design-fonts.recent'),
    all: t('design-fonts.all'),
  };
  const activeEntry = entries[at];
  return (
    <div
      className={styles.list}
      data-dropping={dropping}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.stopPropagation();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={14} stroke={1.5} />}
        role="combobox"
        aria-label={t('design-fonts.search')}
        aria-expanded
        aria-controls={`${id}-list`}
        {...(activeEntry ? { 'aria-activedescendant': `${id}-${keyOf(activeEntry)}` } : {})}
        placeholder={t('design-fonts.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
          if (by !== undefined) {
            event.preventDefault();
            step(by);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            const entry = activeEntry ?? entries[0];
            if (entry) take(entry.value);
          }
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('design-fonts.kinds')}
        value={filter}
        data={[
          { value: 'all', label: t('design-fonts.kind-all') },
          { value: 'han', label: t('design-fonts.kind-han') },
          { value: 'latin', label: t('design-fonts.kind-latin') },
          { value: 'own', label: t('design-fonts.kind-own') },
        ]}
        onChange={(next) => setFilter(next as FamilyFilter)}
      />
      <div id={`${id}-list`} className={styles.rows} role="listbox" aria-label={t('design-fonts.list')}>
        {entries.map((entry, index) => (
          <div key={keyOf(entry)} role="presentation">
            {entry.part !== entries[index - 1]?.part && (entry.part !== 'all' || index > 0) && (
              <div className={styles.heading} role="presentation">
                {headings[entry.part]}
              </div>
            )}
            <FontRow
              id={`${id}-${keyOf(entry)}`}
              family={entry.family}
              value={entry.value}
              label={entry.label}
              active={keyOf(entry) === active}
              chosen={entry.value === value}
              onTake={() => take(entry.value)}
              {...(entry.family.own && entry.part === 'all'
                ? { onRemove: () => void remove(entry.value).catch(notifyFailure) }
                : {})}
            />
          </div>
        ))}
        {fonts && entries.length === 0 && (
          <p className={styles.none}>
            {filter === 'own' && search === '' ? t('design-fonts.none-own') : t('design-fonts.none')}
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUpload size={14} stroke={1.5} />}
          onClick={() => void chooseFonts(words).then(([first]) => first && take(first))}
        >
          {t('design-fonts.bring')}
        </Button>
        <span className={styles.note}>{t('design-fonts.licence')}</span>
      </div>
    </div>
  );
}
