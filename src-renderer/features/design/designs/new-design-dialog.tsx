import { Modal, Tabs, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { createDesign } from '#renderer/commands/create.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { formatSizes } from '#shared/platforms/format-name.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { TemplateShelf } from '../templates/template-shelf.tsx';
import { CustomSize } from './custom-size.tsx';
import styles from './designs.module.css';
import { useSizeWord } from './size-words.ts';

interface Preset {
  key: string;
  format: string;
  platform: string;
  name: string;
  width: number;
  height: number;
}

/** Every picture size that a platform names, and the first choice of formats that name none. */
function presetsOf(
  pack: RulePack,
  say: (words: { en: string; zh: string }) => string,
  sizeWord: (name: string) => string,
): Preset[] {
  return offeredPlatforms(pack).flatMap((platform) =>
    platform.formats.flatMap((format) => {
      const id = `${platform.id}/${format.id}`;
      const profile = formatProfile(pack, id);
      const first = (profile.image ?? profile.cover)?.primary.value;
      const sizes = formatSizes(format);
      const named = sizes.map(({ name, width, height }) => ({
        name: `${say(format.name)} · ${sizeWord(name)}`,
        width,
        height,
      }));
      if (first && !sizes.some((size) => size.width === first.width && size.height === first.height)) {
        named.unshift({ name: say(format.name), ...first });
      }
      return named
        .filter(({ width, height }) => width >= 16 && height >= 16 && width <= 8192 && height <= 8192)
        .map((size) => ({ ...size, key: `${id} ${size.name}`, format: id, platform: say(platform.name) }));
    }),
  );
}

/** A new design from a platform's size, a size of one's own, or a starter template. */
export function NewDesignDialog({ onClose }: { onClose(): void }) {
  const { t, say, language } = useWords();
  const [, navigate] = useLocation();
  const pack = useRulePack();
  const [search, setSearch] = useState('');
  const sizeWord = useSizeWord();
  const presets = useMemo(() => (pack ? presetsOf(pack, say, sizeWord) : []), [pack, say, sizeWord]);
  const wanted = search.trim().toLowerCase();
  const shown = presets.filter((preset) =>
    `${preset.platform} ${preset.name} ${preset.format} ${preset.width}x${preset.height}`
      .toLowerCase()
      .includes(wanted),
  );
  const create = (input: Parameters<typeof createDesign>[0]): void =>
    void createDesign(input).then(navigate, notifyFailure);

  return (
    <Modal opened onClose={onClose} title={t('design.new')} size={820}>
      <Tabs defaultValue="templates" className={styles.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="templates" data-autofocus>
            {t('design.from-template')}
          </Tabs.Tab>
          <Tabs.Tab value="sizes">{t('design.from-size')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="templates" className={styles.tab ?? ''}>
          <TemplateShelf
            columns={4}
            onPick={(template) => create({ name: say(template.name), template: template.id, language })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="sizes" className={styles.tab ?? ''}>
          <CustomSize
            label={t('design.custom-size')}
            action={t('design.create')}
            primary
            start={{ width: 1080, height: 1350 }}
            onSize={(size) => create({ name: t('design.untitled'), ...size })}
          />
          <TextInput
            aria-label={t('design.search-sizes')}
            placeholder={t('design.search-sizes')}
            leftSection={<IconSearch size={14} stroke={1.5} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <ul className={styles.sizes}>
            {shown.map((preset) => (
              <li key={preset.key}>
                <button
                  type="button"
                  className={styles.size}
                  onClick={() =>
                    create({
                      name: `${preset.platform} ${preset.name}`,
                      width: preset.width,
                      height: preset.height,
                    })
                  }
                >
                  <PlatformBadge format={preset.format} />
                  <span className={styles.sizeName}>
                    {preset.platform} · {preset.name}
                  </span>
                  <span className={styles.facts}>
                    {preset.width} × {preset.height}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}
