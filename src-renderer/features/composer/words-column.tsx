import { TagsInput, TextInput } from '@mantine/core';
import type { HistoryState } from '@lexical/history';
import type { LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Action } from '#renderer/commands/action.ts';
import { contentOf } from '#shared/domain/content-of.ts';
import type { Attachment, Post, Target } from '#shared/domain/post.ts';
import { AttachmentsField } from './attachments/attachments-field.tsx';
import classes from './composer.module.css';
import type { FormatCommand, Formats } from './editor/format-commands.ts';
import { RichEditor, type Written } from './editor/rich-editor.tsx';
import { Toolbar } from './editor/toolbar.tsx';
import { FieldFrame } from './fields/field-frame.tsx';
import { hashtagsOf } from './fields/hashtags.ts';
import { MarkedInput } from './fields/marked-input.tsx';
import { fieldMeasure, type TargetMeasure } from './session/measure.ts';
import { documentOf, isOwn, targetOf } from './session/parts.ts';
import type { PostSession } from './session/post-session.ts';

export interface WordsColumnProps {
  session: PostSession;
  post: Post;
  target: Target | null;
  measures: ReadonlyMap<string, TargetMeasure>;
  editorKey: string;
  epoch: number;
  history: HistoryState;
  editor: LexicalEditor | null;
  onEditor(editor: LexicalEditor | null): void;
  formats: Formats;
  onFormats(formats: Formats): void;
  commands: readonly FormatCommand[];
  linkAction: Action;
  linking: boolean;
  onLinking(open: boolean): void;
  attachments: readonly Attachment[];
  importing: number;
  onPickMedia(): void;
  onFiles(files: File[]): void;
}

/** The words of the base text or of the chosen target, with everything that goes out with them. */
export function WordsColumn(props: WordsColumnProps) {
  const { session, post, target, measures } = props;
  const { t } = useWords();
  const format = target?.format ?? null;
  const content = contentOf(post, target);
  const title = fieldMeasure(measures, format, 'title');
  const body = fieldMeasure(measures, format, 'body');
  const profile = format === null ? null : measures.get(format)?.profile;
  const comments = profile
    ? profile.firstComment
    : [...measures.values()].some((measure) => measure.profile.firstComment) || content.firstComment !== '';
  // On the base text no single limit applies, so nothing is marked there.
  const overflow =
    format !== null && body && body.count.overflowAt !== null
      ? { text: body.text, at: body.count.overflowAt }
      : null;
  const overflowText = overflow?.text;
  const overflowAt = overflow?.at;
  const marked = useMemo(
    () =>
      overflowText === undefined || overflowAt === undefined ? null : { text: overflowText, at: overflowAt },
    [overflowText, overflowAt],
  );
  const set = useMemo(() => {
    const read = () => {
      const now = session.snapshot().post;
      const chosen = targetOf(now, format);
      return { document: documentOf(now, chosen), body: contentOf(now, chosen).body };
    };
    return {
      read,
      words: (written: Written) => session.setParts(format, { ...written }),
      title: (title: string) => session.setParts(format, { title }),
      attachments: (attachments: Attachment[]) => session.setParts(format, { attachments }),
      firstComment: (firstComment: string) => session.setParts(format, { firstComment }),
    };
  }, [session, format]);
  const frame = { session, format };
  return (
    <div className={classes['column']}>
      <div className={classes['tools']}>
        <div className={classes['toolsIn']}>
          <Toolbar
            commands={props.commands}
            formats={props.formats}
            editor={props.editor}
            linkAction={props.linkAction}
            linkOpen={props.linking}
            onLinkOpen={props.onLinking}
          />
        </div>
      </div>
      <div className={classes['sheet']}>
        <FieldFrame
          {...frame}
          field="title"
          label={t('composer.title')}
          own={isOwn(target, 'title')}
          measure={title}
        >
          <MarkedInput
            key={props.editorKey}
            look="title"
            label={t('composer.title')}
            placeholder={t('composer.titlePlaceholder')}
            value={content.title}
            overflowAt={format === null ? null : (title?.count.overflowAt ?? null)}
            onChange={set.title}
          />
        </FieldFrame>
        <FieldFrame
          {...frame}
          field="body"
          label={t('composer.body')}
          own={isOwn(target, 'body')}
          measure={body}
        >
          <RichEditor
            key={props.editorKey}
            read={set.read}
            history={props.history}
            overflow={marked}
            onWrite={set.words}
            onEditor={props.onEditor}
            onFormats={props.onFormats}
          />
        </FieldFrame>
        <FieldFrame
          {...frame}
          field="attachments"
          label={t('composer.attachments')}
          own={isOwn(target, 'attachments')}
        >
          <AttachmentsField
            attachments={props.attachments}
            importing={props.importing}
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
            >
              <TagsInput
                aria-label={t('composer.hashtags')}
                placeholder={content.hashtags.length === 0 ? t('composer.hashtagsPlaceholder') : ''}
                value={content.hashtags}
                splitChars={[',', '，', '、', ' ', '#']}
                acceptValueOnBlur
                onChange={(values) => session.setParts(format, { hashtags: hashtagsOf(values) })}
              />
            </FieldFrame>
          </div>
          <div className={comments ? undefined : classes['wide']}>
            <FieldFrame {...frame} field="link" label={t('composer.link')} own={isOwn(target, 'link')}>
              <TextInput
                type="url"
                aria-label={t('composer.link')}
                placeholder="https://"
                value={content.link}
                onChange={(event) => session.setParts(format, { link: event.currentTarget.value })}
              />
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
