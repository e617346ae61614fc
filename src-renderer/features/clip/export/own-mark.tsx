import { IconMovie } from '@tabler/icons-react';
import styles from './export.module.css';

/** Stands where a platform's badge is for what is made in the clip's own frame. */
export function OwnMark() {
  return (
    <span className={styles.ownMark} aria-hidden>
      <IconMovie size={16} stroke={1.5} />
    </span>
  );
}
