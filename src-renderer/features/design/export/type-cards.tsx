import { IconFileTypePdf, IconFileTypeSvg, IconPhoto } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignFileType } from '#shared/contract/designs.ts';
import { designFileTypes } from '#shared/contract/designs.ts';
import styles from './export-dialog.module.css';

const names: Record<DesignFileType, string> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  avif: 'AVIF',
  pdf: 'PDF',
  svg: 'SVG',
};

/** The file types as cards, each with what it is good for. */
export function TypeCards({
  value,
  onChange,
}: {
  value: DesignFileType;
  onChange(type: DesignFileType): void;
}) {
  const { t } = useWords();
  const uses: Record<DesignFileType, string> = {
    png: t('design-export.use-png'),
    jpeg: t('design-export.use-jpeg'),
    webp: t('design-export.use-webp'),
    avif: t('design-export.use-avif'),
    pdf: t('design-export.use-pdf'),
    svg: t('design-export.use-svg'),
  };
  return (
    <div className={styles.cards} role="radiogroup" aria-label={t('design-export.type')}>
      {designFileTypes.map((type) => {
        const Icon = type === 'pdf' ? IconFileTypePdf : type === 'svg' ? IconFileTypeSvg : IconPhoto;
        return (
          <label key={type} className={styles.card} data-chosen={type === value}>
            <input
              type="radio"
              name="export-type"
              className={styles.radio}
              aria-label={names[type]}
              checked={type === value}
              onChange={() => onChange(type)}
            />
            <Icon size={20} stroke={1.5} aria-hidden />
            <span className={styles.cardName}>{names[type]}</span>
            <span className={styles.cardUse}>{uses[type]}</span>
          </label>
        );
      })}
    </div>
  );
}
