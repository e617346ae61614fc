import { IconLayout, IconMovie, IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './today.module.css';

const shown = 8;

/** Designs, clips and posts in the order they were last worked on. */
export function RecentWork() {
  const { t } = useWords();
  const posts = useCall('posts.list', { limit: 50 }, ['records.changed', 'workspace.changed']);
  const designs = useCall('designs.list', { limit: 50 }, ['records.changed', 'workspace.changed']);
  const clips = useCall('clips.list', {}, ['records.changed', 'workspace.changed']);
  const cards = [
    ...(designs.data?.items ?? []).map((design) => ({
      id: design.id,
      href: `/designs/${design.id}`,
      kind: t('today.kind-design'),
      icon: IconLayout,
      name: design.name,
      thumbnail: design.thumbnail as string | null,
      updatedAt: design.updatedAt,
    })),
    ...(clips.data?.items ?? []).map((clip) => ({
      id: clip.id,
      href: `/clips/${clip.id}`,
      kind: t('today.kind-clip'),
      icon: IconMovie,
      name: clip.name,
      thumbnail: clip.thumbnail as string | null,
      updatedAt: clip.updatedAt,
    })),
    ...(posts.data?.items ?? []).map((post) => ({
      id: post.id,
      href: `/posts/${post.id}`,
      kind: t('today.kind-post'),
      icon: IconPencil,
      name: post.title || post.excerpt || t('ui.untitled'),
      thumbnail: post.thumbnail,
      updatedAt: post.updatedAt,
    })),
  ]
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, shown);
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="recent-work">
      <h3 className={styles.heading} id="recent-work">
        {t('today.continue')}
      </h3>
      <ul className={styles.cards}>
        {cards.map(({ id, href, kind, icon: Icon, name, thumbnail }) => (
          <li key={id}>
            <Link href={href} className={styles.card}>
              <span className={styles.picture}>
                <Thumb path={thumbnail} alt="" fit="cover" />
              </span>
              <span className={styles.cardName}>{name}</span>
              <span className={styles.cardKind}>
                <Icon size={13} stroke={1.5} aria-hidden />
                {kind}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
