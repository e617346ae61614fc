import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import styles from './thumb.module.css';

/**
 * A picture from the media route in a reserved box: fades in once, shows a quiet mark when there is none.
 * `path` is a media path; `alt` empty for decoration. The box fills its parent.
 */
export function Thumb({
  path,
  alt,
  fit = 'cover',
}: {
  path: string | null;
  alt: string;
  fit?: 'cover' | 'contain';
}) {
  const [state, setState] = useState<{ path: string | null; loaded: boolean; failed: boolean }>({
    path,
    loaded: false,
    failed: false,
  });
  const current = state.path === path ? state : { path, loaded: false, failed: false };
  const shown = path !== null && path !== '' && !current.failed;
  return (
    <span className={styles.box}>
      {!current.loaded && <IconPhoto className={styles.mark} size={18} stroke={1.25} aria-hidden />}
      {shown && (
        <img
          className={styles.picture}
          style={{ objectFit: fit }}
          data-loaded={current.loaded}
          src={mediaUrl(path)}
          alt={alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => setState({ path, loaded: true, failed: false })}
          onError={() => setState({ path, loaded: false, failed: true })}
        />
      )}
    </span>
  );
}
