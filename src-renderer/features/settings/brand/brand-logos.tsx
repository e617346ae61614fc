import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconTrash, IconUpload } from '@tabler/icons-react';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import settings from '../settings.module.css';
import styles from './brand.module.css';

const icon = { size: 14, stroke: 1.5 };

/** Pictures of the library that are marks of the brand; the first is the one that “Apply brand” places. */
export function BrandLogos({
  logos,
  onChange,
}: {
  logos: readonly string[];
  onChange(logos: string[]): void;
}) {
  const { t } = useWords();
  const add = async (): Promise<void> => {
    const result = await importFiles(await pickFiles('image/*,.svg'), ['logo']);
    const fresh = [...(result?.imported ?? []), ...(result?.duplicates ?? [])]
      .filter((asset) => asset.kind === 'image' && !logos.includes(asset.id))
      .map((asset) => asset.id);
    if (fresh.length > 0) onChange([...logos, ...fresh].slice(0, 20));
  };
  return (
    <section aria-label={t('brand.logos')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('brand.logos')}</h3>
      </div>
      {logos.length === 0 && <p className={settings.lead}>{t('brand.no-logos')}</p>}
      <ul className={styles.logos}>
        {logos.map((id, index) => (
          <li key={id} className={styles.logo}>
            <span className={styles.logoPicture}>
              <Thumb path={`thumb/${id}`} alt={t('brand.logo-number', { number: index + 1 })} fit="contain" />
            </span>
            <span className={styles.logoActions}>
              {index === 0 ? (
                <span className={styles.main}>{t('brand.main-logo')}</span>
              ) : (
                <ActionIcon
                  aria-label={t('brand.make-main', { number: index + 1 })}
                  title={t('brand.make-main', { number: index + 1 })}
                  onClick={() => onChange([id, ...logos.filter((each) => each !== id)])}
                >
                  <IconArrowLeft {...icon} />
                </ActionIcon>
              )}
              <ActionIcon
                aria-label={t('brand.remove-logo', { number: index + 1 })}
                title={t('brand.remove-logo', { number: index + 1 })}
                onClick={() => onChange(logos.filter((each) => each !== id))}
              >
                <IconTrash {...icon} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconUpload {...icon} />}
        onClick={() => void add().catch(notifyFailure)}
      >
        {t('brand.add-logo')}
      </Button>
    </section>
  );
}
