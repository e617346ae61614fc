import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { durationText } from '#renderer/ui/duration.ts';
import { formatBytes } from './asset-words.ts';
import styles from './library.module.css';

/** What the file really is, measured from its content. */
export function AssetFacts({ asset }: { asset: Asset }) {
  const { t, locale } = useWords();
  const facts: [string, string][] = [
    [t('library.type'), asset.type],
    [t('library.size'), formatBytes(asset.bytes, locale)],
    ...(asset.width > 0
      ? [[t('library.dimensions'), `${asset.width} × ${asset.height}`] as [string, string]]
      : []),
    ...(asset.duration > 0 ? [[t('library.length'), durationText(asset.duration)] as [string, string]] : []),
    ...(asset.fps === null
      ? []
      : [[t('library.frame-rate'), `${Number(asset.fps.toFixed(3))} fps`] as [string, string]]),
    ...(asset.codec === null ? [] : [[t('library.codec'), asset.codec] as [string, string]]),
    [
      t('library.added'),
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(asset.createdAt),
      ),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div className={styles.fact} key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
