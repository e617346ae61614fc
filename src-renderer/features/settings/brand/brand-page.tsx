import { Skeleton, TextInput } from '@mantine/core';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { SettingRow } from '../setting-row.tsx';
import styles from '../settings.module.css';
import { BrandColours } from './brand-colours.tsx';
import { BrandFonts } from './brand-fonts.tsx';
import { BrandLogos } from './brand-logos.tsx';
import { BrandVoice } from './brand-voice.tsx';
import { useBrandDraft } from './use-brand-draft.ts';

/** What the workspace's things look and sound like; designs reach it by tokens, so a change shows everywhere. */
export function BrandPage() {
  const { t } = useWords();
  const { brand, failure, change, state, incomplete } = useBrandDraft();
  if (failure) return <FailureNote error={failure} />;
  if (!brand) return <Skeleton height={320} />;
  return (
    <>
      <p className={styles.lead}>{t('brand.lead')}</p>
      <SettingRow name={t('brand.name')}>
        {(labels) => (
          <TextInput
            {...labels}
            w={280}
            maxLength={200}
            value={brand.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </SettingRow>
      <BrandColours colours={brand.colours} onChange={(colours) => change({ colours })} />
      <BrandFonts fonts={brand.fonts} name={brand.name} onChange={(fonts) => change({ fonts })} />
      <BrandLogos logos={brand.logos} onChange={(logos) => change({ logos })} />
      <BrandVoice voice={brand.voice} onChange={(voice) => change({ voice })} />
      <p className={styles.foot} role="status">
        {incomplete
          ? t('brand.incomplete')
          : state === 'saving'
            ? t('brand.saving')
            : state === 'saved'
              ? t('brand.saved')
              : ''}
      </p>
    </>
  );
}
