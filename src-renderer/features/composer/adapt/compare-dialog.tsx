import { Button, Modal } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import type { Attachment, Post, Target } from '#shared/domain/post.ts';
import { targetKey } from '#shared/domain/post.ts';
import { ownFields, type VariantField } from '#shared/domain/variant-fields.ts';
import { useMediaInfo } from '../attachments/media-info.ts';
import { WordDiff } from '../history/word-diff.tsx';
import type { LiveMeasures } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './adapt.module.css';
import { useFieldNames } from './field-names.ts';

/** One line for each attachment, in order, with what a field is about. */
function linesOf(attachments: readonly Attachment[], field: VariantField, nameOf: (id: string) => string) {
  const line = (each: Attachment): string => {
    const name = nameOf(each.refId);
    const percent = (value: number): string => `${Math.round(value * 100)}%`;
    if (field === 'alt') return `${name}: ${each.alt}`;
    if (field === 'cover') return `${name}: ${each.coverAt ?? '–'}`;
    if (field === 'trim') return `${name}: ${each.trim ? `${each.trim.from}–${each.trim.to}` : '–'}`;
    if (field === 'crop' && each.crop) {
      const { x, y, width, height } = each.crop;
      return `${name}: ${[x, y, width, height].map(percent).join(' ')}`;
    }
    return field === 'crop' ? `${name}: –` : name;
  };
  return attachments.map(line).join('\n');
}

/** The base beside a target, field by field where the target has its own. */
export function CompareDialog({
  session,
  post,
  target,
  live,
  onClose,
}: {
  session: PostSession;
  post: Post;
  target: Target;
  live: LiveMeasures;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const names = useFieldNames();
  const key = targetKey(target);
  const profile = live.profile(key);
  const base = contentOf(post, null);
  const own = contentOf(post, target);
  const shown = attachmentsOf(post, target);
  const infos = useMediaInfo(shown);
  const nameOf = (id: string): string => infos.get(id)?.name ?? t('composer.mediaLoading');
  const textsOf = (field: VariantField): [string, string] => {
    if (field === 'title' || field === 'body' || field === 'link' || field === 'firstComment')
      return [base[field], own[field]];
    if (field === 'hashtags') return [base.hashtags.join(' '), own.hashtags.join(' ')];
    if (field === 'thread') return ['', t('adapt.thread')];
    return [linesOf(post.attachments, field, nameOf), linesOf(shown, field, nameOf)];
  };
  const fields = ownFields(target);
  return (
    <Modal
      opened
      onClose={onClose}
      size={1000}
      title={t('adapt.compareTitle', { name: `${say(profile.platformName)} · ${say(profile.name)}` })}
    >
      <div className={classes['changes']}>
        {fields.length === 0 && <p className={classes['hint']}>{t('adapt.nothingOwn')}</p>}
        {fields.map((field) => {
          const [before, after] = textsOf(field);
          return (
            <article key={field} className={classes['change']} aria-label={names[field]}>
              <h3 className={classes['changeName']}>
                {names[field]}
                <span className={classes['space']} />
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  leftSection={<IconArrowBackUp size={14} stroke={1.5} />}
                  onClick={() =>
                    notifyUndo(
                      t('composer.fieldInherits', { field: names[field] }),
                      session.revert(key, field),
                    )
                  }
                >
                  {t('composer.revert')}
                </Button>
              </h3>
              <div className={classes['sides']}>
                <section aria-label={t('composer.baseText')}>
                  <h4>{t('composer.baseText')}</h4>
                  <p className={classes['side']}>{before || t('adapt.empty')}</p>
                </section>
                <WordDiff label={say(profile.platformName)} before={before} after={after} />
              </div>
            </article>
          );
        })}
      </div>
    </Modal>
  );
}
