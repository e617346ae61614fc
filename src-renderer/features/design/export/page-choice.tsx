import { SegmentedControl } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import styles from './export-dialog.module.css';
import type { ExportChoice } from './export-settings.ts';

/** CSS px of the small pictures. */
const largest = { width: 72, height: 64 };

/** All pages, the one in sight, or some of them by their pictures. */
export function PageChoice({
  body,
  choice,
  onChange,
}: {
  body: DesignBody;
  choice: ExportChoice;
  onChange(change: Partial<ExportChoice>): void;
}) {
  const { t } = useWords();
  const toggle = (number: number): void => {
    const rest = choice.chosen.filter((each) => each !== number);
    onChange({ chosen: rest.length === choice.chosen.length ? [...rest, number] : rest });
  };
  return (
    <div className={styles.stack}>
      <SegmentedControl
        className={styles.fitted ?? ''}
        aria-label={t('design-export.pages')}
        value={choice.pages}
        onChange={(pages) => onChange({ pages })}
        data={[
          { value: 'all' as const, label: t('design-export.pages-all') },
          { value: 'current' as const, label: t('design-export.pages-current') },
          { value: 'chosen' as const, label: t('design-export.pages-chosen') },
        ]}
      />
      {choice.pages === 'chosen' && (
        <div className={styles.pages} role="group" aria-label={t('design-export.pages-chosen')}>
          {pagesInOrder(body).map((page, index) => (
            <button
              key={page.id}
              type="button"
              className={styles.page}
              aria-pressed={choice.chosen.includes(index + 1)}
              aria-label={t('design-export.page-number', { number: index + 1 })}
              onClick={() => toggle(index + 1)}
            >
              <PagePainting
                body={body}
                pageId={page.id}
                largest={largest}
                className={styles.painting ?? ''}
              />
              <span>{index + 1}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
