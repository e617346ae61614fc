import { Fragment } from 'react';
import type { Member } from '#shared/team/member.ts';
import { mentionParts } from '#shared/team/mentions.ts';
import styles from './comments.module.css';

/** Words of a comment with the names of those who are spoken to. */
export function MentionText({ text, members }: { text: string; members: readonly Member[] }) {
  const parts = mentionParts(text, members);
  return (
    <p className={styles.text}>
      {parts.map((part, index) =>
        part.memberId === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity
          <Fragment key={index}>{part.text}</Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity
          <mark key={index} className={styles.mention}>
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}
