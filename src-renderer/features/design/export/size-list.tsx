import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import { variantsInOrder } from '#shared/design/variants/edits.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import { useSizeName } from '../sizes/size-names.ts';
import styles from './export-dialog.module.css';
import type { ExportChoice } from './export-settings.ts';

interface SizeRow {
  key: string;
  label: string;
  width: number;
  height: number;
  format: string;
  chosen: boolean;
  toggle: () => void;
}

function flipped(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

/** Every size that the design can be exported in: its own, its linked ones, and all platform formats. */
export function SizeList({
  body,
  scale,
  choice,
  onChange,
}: {
  body: DesignBody;
  scale: number;
  choice: ExportChoice;
  onChange(change: Partial<ExportChoice>): void;
}) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const sizeName = useSizeName();
  const [search, setSearch] = useState('');
  const formats = useMemo(
    () =>
      (pack ? offeredPlatforms(pack) : []).flatMap((platform) =>
        platform.formats.flatMap((format) => {
          const name = `${platform.id}/${format.id}`;
          const picture = pack ? pictureOf(formatProfile(pack, name)) : null;
          if (!picture) return [];
          return [{ name, label: `${say(platform.name)} · ${say(format.name)}`, ...picture.primary.value }];
        }),
      ),
    [pack, say],
  );
  const own: SizeRow[] = [
    {
      key: '',
      label: t('design-export.own-size'),
      width: body.width,
      height: body.height,
      format: '',
      chosen: choice.ownSize,
      toggle: () => onChange({ ownSize: !choice.ownSize }),
    },
    ...variantsInOrder(body).map((variant) => ({
      key: variant.id,
      label: [sizeName(variant).platform, sizeName(variant).name].filter(Boolean).join(' · '),
      width: variant.width,
      height: variant.height,
      format: variant.format,
      chosen: choice.variants.includes(variant.id),
      toggle: () => onChange({ variants: flipped(choice.variants, variant.id) }),
    })),
  ];
  const platforms = formats.map(({ name, ...rest }) => ({
    ...rest,
    key: name,
    format: name,
    chosen: choice.formats.includes(name),
    toggle: () => onChange({ formats: flipped(choice.formats, name) }),
  }));
  const wanted = search.trim().toLowerCase();
  const found = [...own, ...platforms].filter(
    (row) => wanted === '' || `${row.label} ${row.key}`.toLowerCase().includes(wanted),
  );
  return (
    <div className={styles.sizes}>
      <TextInput
        size="xs"
        aria-label={t('design-export.search-sizes')}
        placeholder={t('design-export.search-sizes')}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={styles.sizeList} aria-label={t('design-export.sizes')}>
        {found.map((row) => (
          <li key={row.key}>
            <label className={styles.sizeRow}>
              <Checkbox size="xs" checked={row.chosen} onChange={row.toggle} aria-label={row.label} />
              {row.format === '' ? (
                <span className={styles.noBadge} />
              ) : (
                <PlatformBadge format={row.format} size={16} />
              )}
              <span className={styles.sizeName}>{row.label}</span>
              <span className={styles.size}>
                {row.width * scale} × {row.height * scale}
              </span>
            </label>
          </li>
        ))}
        {found.length === 0 && <li className={styles.nothing}>{t('design-export.no-size')}</li>}
      </ul>
    </div>
  );
}
