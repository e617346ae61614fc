import { IconEye } from '@tabler/icons-react';
import { useLooking } from '#renderer/ui/comments/use-looking.ts';
import { useRoleWords } from '#renderer/ui/comments/use-team.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './team.module.css';

/** Says that whoever works here may look at the post and speak about it, not change it; nothing for all others. */
export function LookerNote() {
  const { t } = useWords();
  const roles = useRoleWords();
  const { looking, member } = useLooking();
  if (!looking) return null;
  return (
    <p className={styles.looker} role="status">
      <IconEye size={16} stroke={1.5} aria-hidden />
      {member === null ? t('team.who-are-you') : t('team.looking', { role: roles[member.role] })}
    </p>
  );
}
