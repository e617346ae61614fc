import { TagsInput, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { contentOf } from '#shared/domain/content-of.ts';
import { foldAt } from '#shared/platforms/compose.ts';
import { type Attachment, type Post, type Target, targetKey } from '#shared/domain/post.ts';
import { isOwn, type VariantField } from '#shared/domain/variant-fields.ts';
import { TargetBar } from './adapt/target-bar.tsx';
import { AttachmentsField, type OpenAttachment } from './attachments/attachments-field.tsx';
import type { Shape } from './attachments/adjust-dialog.tsx';
import { shapeName } from './attachments/crop-frame.ts';
import classes from './composer.module.css';
import { CounterTable } from './counters/counter-table.tsx';
import type { EditorPort } from './editor/editor-port.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { EditorTools, OverflowMarks, RichEditor } from './editor/lazy.tsx';
import type { Written } from './editor/rich-editor.tsx';
import { FieldCount } from './fields/field-count.tsx';
import { FieldFrame } from './fields/field-frame.tsx';
import { HashtagSets } from './kit/hashtag-sets.tsx';
import { LinkTagger } from './kit/link-tagger.tsx';
import { hashtagsOf } from './fields/hashtags.ts';
import { ThreadControl } from './fields/thread-control.tsx';
import { MarkedInput } from './fields/marked-input.tsx';
import { type LiveMeasures, useMeasured } from './session/live-measures.ts';
import { fieldMeasure } from './session/measure.ts';
import { documentOf, targetOf } from './session/parts.ts';
import type { PostSession } from './session/post-session.ts';

const FoldMark = lazy(() => import('./counters/fold-mark.tsx'));

export interface WordsColumnProps {
  session: PostSession;
  post: Post;
  target: Target | null;
  live: LiveMeasures;
  editorKey: string;
  epoch: number;
  port: EditorPort;
  /** The text can be read and marked, not changed. */
  looking: boolean;
  attachments: readonly Attachment[];
  importing: number;
  openAttachment: OpenAttachment | null;
  onOpenAttachment(open: OpenAttachment | null): void;
  onPickMedia(): void;
  onFiles(files: File[]): void;
}

/** What a target can change of media that it inherits. */
const attachmentParts: readonly VariantField[] = ['order', 'alt', 'cover', 'crop', 'trim'];

interface OfTarget {
  live: LiveMeasures;
  /** `targetKey` of the chosen target; null on the base text. */
  target: string | null;
}

/** Shapes that formats ask for, the first ones first, as many as fit into one row. */
function shapesOf(profiles: readonly FormatProfile[]): Shape[] {
  const sizes = profiles.flatMap(({ image, video, cover }) => [
    ...(image ? [image.primary.value, ...image.sizes] : []),
    ...(video ? [video.primary.value] : []),
    ...(cover ? [cover.primary.value] : []),
  ]);
  const found = new Map(
    sizes.map(({ width, height }) => [shapeName(width, height), width / height] as const),
  );
  return [...found].slice(0, 7).map(([name, ratio]) => ({ name, ratio }));
}

/**
 * Marks what does not fit a target; on the base text no single limit applies, so nothing is marked.
 * @param folded also dims what stands behind its fold
 */
function BodyMarks({ live, target, folded }: OfTarget & { folded: boolean }) {
  const body = useMeasured(live, (measures) =>
    target === null ? undefined : fieldMeasure(measures, target, 'body'),
  );
  const over = body?.count.overflowAt ?? undefined;
  const fold = folded && body && target !== null ? foldAt(live.profile(target), body.text) : null;
  return (
    <>
      <OverflowMarks text={over === undefined ? undefined : body?.text} at={over} />
      {fold !== null && (
        <Suspense>
          <FoldMark text={body?.text} at={fold} />
        </Suspense>
      )}
    </>
  );
}

function TitleInput({
  live,
  target,
  value,
  onChange,
}: OfTarget & { value: string; onChange(title: string): void }) {
  const { t } = useWords();
  const overflowAt = useMeasured(live, (measures) =>
    target === null ? null : (fieldMeasure(measures, target, 'title')?.count.overflowAt ?? null),
  );
  return (
    <MarkedInput
      look="title"
      label={t('composer.title')}
      placeholder={t('composer.titlePlaceholder')}
      value={value}
      overflowAt={overflowAt}
      onChange={onChange}
    />
  );
}

const HashtagsInput = memo(function HashtagsInput({
  value,
  onChange,
}: {
  value: string[];
  onChange(hashtags: string[]): void;
}) {
  const { t } = useWords();
  return (
    <TagsInput
      aria-label={t('composer.hashtags')}
      placeholder={value.length === 0 ? t('composer.hashtagsPlaceholder') : ''}
      value={value}
      splitChars={[',', '，', '、', ' ', '#']}
      acceptValueOnBlur
      onChange={(values) => onChange(hashtagsOf(values))}
    />
  );
});

const LinkInput = memo(function LinkInput({
  value,
  onChange,
}: {
  value: string;
  onChange(link: string): void;
}) {
  const { t } = useWords();
  return (
    <TextInput
      type="url"
      aria-label={t('composer.link')}
      placeholder="https://"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
});

/** The words of the base text or of the chosen target, with everything that goes out with them. */
export function WordsColumn(props: WordsColumnProps) {
  const { session, post, target, live } = props;
  const { t } = useWords();
  const key = target ? targetKey(target) : null;
  const content = contentOf(post, target);
  const comments =
    key === null
      ? content.firstComment !== '' || post.targets.some((each) => live.profile(each.format).firstComment)
      : live.profile(key).firstComment;
  const set = useMemo(() => {
    const read = () => {
      const now = session.snapshot().post;
      const chosen = targetOf(now, key);
      return { document: documentOf(now, chosen), body: contentOf(now, chosen).body };
    };
    const facts = () => {
      const now = session.snapshot().post;
      const { title, link } = contentOf(now, targetOf(now, key));
      return { title, link };
    };
    return {
      read,
      facts,
      words: (written: Written) => session.setParts(key, { ...written }),
      title: (title: string) => session.setParts(key, { title }),
      attachments: (attachments: Attachment[]) => session.setParts(key, { attachments }),
      hashtags: (hashtags: string[]) => session.setParts(key, { hashtags }),
      link: (link: string) => session.setParts(key, { link }),
      firstComment: (firstComment: string) => session.setParts(key, { firstComment }),
    };
  }, [session, key]);
  const keys = key === null ? post.targets.map(targetKey).join(' ') : key;
  const shapes = useMemo(() => shapesOf(keys.split(' ').filter(Boolean).map(live.profile)), [keys, live]);
  const [counting, setCounting] = useLocalStorage({
    key: 'galley.composer.counters',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  /** The target whose limits are looked at in the table of counters. */
  const [marked, setMarked] = useState<string | null>(null);
  const bodyMarks = useMemo(
    () => <BodyMarks live={live} target={marked ?? key} folded={marked !== null} />,
    [live, key, marked],
  );
  const frame = { session, target: key };
  return (
    <div className={classes['column']}>
      <div className={classes['tools']}>
        <div className={classes['toolsIn']}>
          <EditorTools port={props.port} />
        </div>
      </div>
      <div className={classes['sheet']}>
        <TargetBar session={session} live={live} post={post} target={target} />
        <FieldFrame
          {...frame}
          field="title"
          label={t('composer.title')}
          own={isOwn(target, 'title')}
          count={<FieldCount live={live} target={key} role="title" />}
        >
          <TitleInput
            key={props.editorKey}
            live={live}
            target={key}
            value={content.title}
            onChange={set.title}
          />
        </FieldFrame>
        <FieldFrame
          {...frame}
          field="body"
          label={t('composer.body')}
          own={isOwn(target, 'body')}
          count={
            <>
              {key !== null && (
                <ThreadControl
                  session={session}
                  live={live}
                  target={key}
                  thread={target?.overrides.thread ?? null}
                />
              )}
              <FieldCount live={live} target={key} role="body" opened={counting} onOpened={setCounting} />
            </>
          }
        >
          {/* Right below its button: under a long text it would open out of sight. */}
          {counting && <CounterTable live={live} post={post} marked={marked} onMark={setMarked} />}
          <RichEditor
            key={props.editorKey}
            read={set.read}
            port={props.port}
            readOnly={props.looking}
            historyKey={props.editorKey}
            facts={set.facts}
            onWrite={set.words}
          >
            {bodyMarks}
          </RichEditor>
        </FieldFrame>
        <FieldFrame
          {...frame}
          field="attachments"
          label={t('composer.attachments')}
          own={isOwn(target, 'attachments')}
          parts={attachmentParts.filter((part) => isOwn(target, part))}
        >
          <AttachmentsField
            attachments={props.attachments}
            importing={props.importing}
            shapes={shapes}
            open={props.openAttachment}
            onOpen={props.onOpenAttachment}
            onChange={set.attachments}
            onPick={props.onPickMedia}
            onFiles={props.onFiles}
          />
        </FieldFrame>
        <div className={classes['more']}>
          <div className={classes['wide']}>
            <FieldFrame
              {...frame}
              field="hashtags"
              label={t('composer.hashtags')}
              own={isOwn(target, 'hashtags')}
              count={
                <HashtagSets
                  platform={target ? (target.format.split('/', 1)[0] ?? null) : null}
                  tags={content.hashtags}
                  onChange={set.hashtags}
                />
              }
            >
              <HashtagsInput value={content.hashtags} onChange={set.hashtags} />
            </FieldFrame>
          </div>
          <div className={comments ? undefined : classes['wide']}>
            <FieldFrame
              {...frame}
              field="link"
              label={t('composer.link')}
              own={isOwn(target, 'link')}
              count={<LinkTagger session={session} post={post} target={target} />}
            >
              <LinkInput value={content.link} onChange={set.link} />
            </FieldFrame>
          </div>
          {comments && (
            <FieldFrame
              {...frame}
              field="firstComment"
              label={t('composer.firstComment')}
              own={isOwn(target, 'firstComment')}
            >
              <MarkedInput
                key={props.editorKey}
                multiline
                label={t('composer.firstComment')}
                placeholder={t('composer.firstCommentPlaceholder')}
                value={content.firstComment}
                overflowAt={null}
                onChange={set.firstComment}
              />
            </FieldFrame>
          )}
        </div>
      </div>
    </div>
  );
}
