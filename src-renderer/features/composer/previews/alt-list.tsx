import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Attachment } from '#shared/domain/post.ts';
import { useMediaInfo } from '../attachments/media-info.ts';
import classes from './alt-list.module.css';

/** What a screen reader says for every picture of a target, in the order of the pictures. */
export function AltList({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useWords();
  const infos = useMediaInfo(attachments);
  // A design's pages share one text but have a number each.
  const pages = attachments.map(({ refId }) => infos.get(refId)?.pages ?? 1);
  const rows = attachments.map((attachment, index) => ({
    attachment,
    first: pages.slice(0, index).reduce((sum, count) => sum + count, 1),
  }));
  if (rows.length === 0) return <p className={classes['none']}>{t('preview.noPictures')}</p>;
  return (
    <ol className={classes['list']} aria-label={t('preview.altTexts')}>
      {rows.map(({ attachment, first }) => {
        const alt = attachment.alt.trim();
        return (
          <li key={attachment.id} data-missing={alt === ''}>
            <b>{first}</b>
            {alt === '' && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
            <span>{alt || t('preview.noAlt')}</span>
          </li>
        );
      })}
    </ol>
  );
}
