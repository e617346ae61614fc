import { TagsInput, Textarea } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { Brand } from '#shared/domain/brand.ts';
import settings from '../settings.module.css';
import styles from './brand.module.css';

type Voice = Brand['voice'];

/** How the brand speaks, for everybody who writes. */
export function BrandVoice({ voice, onChange }: { voice: Voice; onChange(voice: Voice): void }) {
  const { t } = useWords();
  return (
    <section aria-label={t('brand.voice')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('brand.voice')}</h3>
      </div>
      <div className={styles.voice}>
        <Textarea
          label={t('brand.tone')}
          placeholder={t('brand.tone-hint')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          value={voice.tone}
          onChange={(event) => onChange({ ...voice, tone: event.currentTarget.value })}
        />
        <TagsInput
          label={t('brand.preferred')}
          placeholder={t('brand.words-hint')}
          splitChars={[',', '，', '、', '\n']}
          value={voice.preferred}
          onChange={(preferred) => onChange({ ...voice, preferred })}
        />
        <TagsInput
          label={t('brand.banned')}
          placeholder={t('brand.words-hint')}
          splitChars={[',', '，', '、', '\n']}
          value={voice.banned}
          onChange={(banned) => onChange({ ...voice, banned })}
        />
      </div>
    </section>
  );
}
