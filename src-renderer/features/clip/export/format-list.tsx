import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import styles from './export.module.css';
import { OwnMark } from './own-mark.tsx';
import { flipped, type RenderChoice } from './render-choice.ts';

interface FormatRow {
  name: string;
  label: string;
  /** Of both languages, for finding it. */
  words: string;
  size: string;
}

/** Every format that shows moving pictures. */
function useVideoFormats(): FormatRow[] {
  const { say } = useWords();
  const pack = useRulePack();
  return useMemo(
    () =>
      (pack ? offeredPlatforms(pack) : []).flatMap((platform) =>
        platform.formats.flatMap((format): FormatRow[] => {
          const name = `${platform.id}/${format.id}`;
          const video = pack ? formatProfile(pack, name).video : null;
          if (!video) return [];
          const { width, height } = video.primary.value;
          const label = `${say(platform.name)} · ${say(format.name)}`;
          const names = [platform.name, format.name].flatMap(({ en, zh }) => [en, zh]);
          return [
            { name, label, words: `${names.join(' ')} ${name}`.toLowerCase(), size: `${width} × ${height}` },
          ];
        }),
      ),
    [pack, say],
  );
}

/** The clip's own frame and the platform formats, chosen ones first once the list is opened. */
export function FormatList({
  choice,
  used,
  onChange,
}: {
  choice: RenderChoice;
  /** The formats of the last export. */
  used: readonly string[];
  onChange(change: Partial<RenderChoice>): void;
}) {
  const { t } = useWords();
  const formats = useVideoFormats();
  const [search, setSearch] = useState('');
  // Those chosen at the start stay on top; the list does not move under the pointer.
  const [first] = useState(() => new Set([...choice.formats, ...used]));
  const wanted = search.trim().toLowerCase().split(/\s+/);
  const ordered = [
    ...formats.filter(({ name }) => first.has(name)),
    ...formats.filter(({ name }) => !first.has(name)),
  ];
  const found = ordered.filter((row) => wanted.every((word) => row.words.includes(word)));
  const repeats = used.some((name) => !choice.formats.includes(name));
  return (
    <div className={styles.formats}>
      <div className={styles.formatTools}>
        <TextInput
          size="xs"
          className={styles.search ?? ''}
          aria-label={t('clip-export.search')}
          placeholder={t('clip-export.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {repeats && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHistory size={14} stroke={1.5} />}
            onClick={() => onChange({ formats: [...new Set([...choice.formats, ...used])] })}
          >
            {t('clip-export.as-before')}
          </Button>
        )}
      </div>
      <ul className={styles.formatList} aria-label={t('clip-export.formats')}>
        {search.trim() === '' && (
          <li>
            <label className={styles.formatRow}>
              <Checkbox
                size="xs"
                checked={choice.own}
                aria-label={t('clip-export.own-frame')}
                onChange={() => onChange({ own: !choice.own })}
              />
              <OwnMark />
              <span className={styles.formatName}>{t('clip-export.own-frame')}</span>
            </label>
          </li>
        )}
        {found.map((row) => (
          <li key={row.name}>
            <label className={styles.formatRow}>
              <Checkbox
                size="xs"
                checked={choice.formats.includes(row.name)}
                aria-label={row.label}
                onChange={() => onChange({ formats: flipped(choice.formats, row.name) })}
              />
              <PlatformBadge format={row.name} size={16} />
              <span className={styles.formatName}>{row.label}</span>
              <span className={styles.dim}>{row.size}</span>
            </label>
          </li>
        ))}
        {found.length === 0 && formats.length > 0 && (
          <li className={styles.nothing}>{t('clip-export.no-format')}</li>
        )}
      </ul>
    </div>
  );
}
