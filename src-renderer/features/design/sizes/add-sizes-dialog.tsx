import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import type { NewVariant } from '#shared/design/variants/edits.ts';
import { newId } from '#shared/domain/id.ts';
import { useSizeWord } from '../designs/size-words.ts';
import { CustomSize } from '../designs/custom-size.tsx';
import { presetMatches, sizePresets, variantOf } from './size-presets.ts';
import type { SizePreset } from './size-presets.ts';
import styles from './sizes.module.css';

/** Chooses any set of platform formats, or a size of one's own. */
export function AddSizesDialog({
  master,
  onAdd,
  onClose,
}: {
  master: DesignBody;
  onAdd(added: readonly NewVariant[]): void;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const sizeWord = useSizeWord();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const presets = useMemo(() => (pack ? sizePresets(pack) : []), [pack]);
  const there = new Set(Object.values(master.variants ?? {}).map((variant) => variant.format));
  const shown = presets.filter((preset) =>
    presetMatches(preset, preset.size === '' ? '' : sizeWord(preset.size), search),
  );
  const platforms = Map.groupBy(shown, (preset) => preset.platformId);
  const toggle = (formats: readonly string[], on: boolean): void =>
    setChosen([...chosen.filter((each) => !formats.includes(each)), ...(on ? formats : [])]);
  const add = (): void => {
    if (!pack) return;
    onAdd(
      presets
        .filter((preset) => chosen.includes(preset.format))
        .map((preset) => variantOf(pack, preset, newId())),
    );
  };
  const nameOf = (preset: SizePreset): string =>
    [say(preset.formatName), preset.size === '' ? '' : sizeWord(preset.size)].filter(Boolean).join(' · ');
  return (
    <Modal opened onClose={onClose} title={t('design-sizes.add-title')} size={640}>
      <div className={styles.picker}>
        <TextInput
          data-autofocus
          aria-label={t('design-sizes.search')}
          placeholder={t('design-sizes.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div className={styles.presets}>
          {[...platforms].map(([platformId, list]) => {
            const free = list.map((preset) => preset.format).filter((format) => !there.has(format));
            const on = free.filter((format) => chosen.includes(format)).length;
            const [first] = list;
            return (
              <fieldset key={platformId} className={styles.platform}>
                <legend className={styles.legend}>
                  <Checkbox
                    size="xs"
                    disabled={free.length === 0}
                    checked={free.length > 0 && on === free.length}
                    indeterminate={on > 0 && on < free.length}
                    label={first ? say(first.platformName) : platformId}
                    onChange={(event) => toggle(free, event.currentTarget.checked)}
                  />
                  <PlatformBadge format={platformId} size={14} />
                </legend>
                {list.map((preset) => (
                  <div key={preset.format} className={styles.preset}>
                    <Checkbox
                      size="xs"
                      disabled={there.has(preset.format)}
                      checked={there.has(preset.format) || chosen.includes(preset.format)}
                      label={nameOf(preset)}
                      onChange={(event) => toggle([preset.format], event.currentTarget.checked)}
                    />
                    <span className={styles.measures}>
                      {preset.width} × {preset.height}
                    </span>
                  </div>
                ))}
              </fieldset>
            );
          })}
          {shown.length === 0 && <p className={styles.dim}>{t('design-sizes.no-match')}</p>}
        </div>
        <div className={styles.custom}>
          <CustomSize
            label={t('design-sizes.custom')}
            action={t('design-sizes.add-custom')}
            start={{ width: 1080, height: 1080 }}
            onSize={(size) => onAdd([{ id: newId(), format: '', name: '', ...size }])}
          />
        </div>
        <div className={styles.footer}>
          <Button variant="default" onClick={onClose}>
            {t('design.cancel')}
          </Button>
          <Button disabled={chosen.length === 0} onClick={add}>
            {t('design-sizes.add-count', { count: chosen.length })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
