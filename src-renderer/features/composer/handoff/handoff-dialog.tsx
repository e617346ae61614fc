import { Button, CopyButton, Modal, Progress } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call, mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { HandoffTarget } from '#shared/contract/handoff.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Post } from '#shared/domain/post.ts';
import { firstCommentField } from '#shared/platforms/compose.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import { bytesText } from './bytes.ts';
import classes from './handoff.module.css';

type Package = CallOutput<'handoff.create'>;
type Stage =
  | { at: 'running'; job: Job | null }
  | { at: 'done'; answer: Package }
  | { at: 'failed'; failure: GalleyError };

/** A package address as the media route knows it. */
function link(url: string): string {
  return mediaUrl(url);
}

function Copy({ value, label }: { value: string; label: string }) {
  const { t } = useWords();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`${t('handoff.copy')}: ${label}`}
          leftSection={copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
          onClick={copy}
        >
          {copied ? t('handoff.copied') : t('handoff.copy')}
        </Button>
      )}
    </CopyButton>
  );
}

function TargetPage({ target, profile }: { target: HandoffTarget; profile: FormatProfile | undefined }) {
  const { t, say, locale } = useWords();
  const fields = Object.entries(target.fields).filter(([, text]) => text !== '');
  const roles: Record<TextField['role'], string | null> = {
    title: t('composer.title'),
    body: t('composer.body'),
    comment: t('composer.firstComment'),
    link: t('composer.link'),
    other: null,
  };
  const labelOf = (name: string): string => {
    if (name === firstCommentField) return t('composer.firstComment');
    if (name === 'tags') return t('composer.hashtags');
    const field = profile?.text.fields.find((each) => each.id === name);
    return (field && roles[field.role]) ?? name;
  };
  const severity = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  return (
    <div className={classes['page']}>
      {target.findings.length > 0 && (
        <ul className={classes['findings']} aria-label={t('handoff.findings')}>
          {target.findings.map((finding) => (
            <li
              key={`${finding.code}${finding.field ?? ''}${finding.media ?? ''}`}
              data-severity={finding.severity}
            >
              <b>{severity[finding.severity]}</b> {say(finding.message)}
            </li>
          ))}
        </ul>
      )}
      <section>
        <h3 className={classes['heading']}>
          {t('handoff.texts')}
          <Copy value={target.paste} label={t('handoff.allText')} />
        </h3>
        {fields.map(([name, text]) => (
          <div key={name} className={classes['field']}>
            <span className={classes['fieldName']}>{labelOf(name)}</span>
            <pre className={classes['text']}>{text}</pre>
            <Copy value={text} label={labelOf(name)} />
          </div>
        ))}
      </section>
      <section>
        <h3 className={classes['heading']}>{t('handoff.files')}</h3>
        {target.files.length === 0 && <p className={classes['dim']}>{t('handoff.noFiles')}</p>}
        <ul className={classes['files']}>
          {target.files.map((file) => (
            <li key={file.name}>
              {file.type.startsWith('image/') && <img src={link(file.url)} alt={file.alt} />}
              {file.type.startsWith('video/') && <video src={link(file.url)} muted preload="metadata" />}
              <span className={classes['fileWords']}>
                <a href={link(file.url)} download={file.name}>
                  {file.name}
                </a>
                <span className={classes['dim']}>
                  {file.width > 0 ? `${file.width} × ${file.height} · ` : ''}
                  {bytesText(file.bytes, locale)}
                </span>
              </span>
              {file.alt !== '' && <Copy value={file.alt} label={t('composer.altText')} />}
            </li>
          ))}
        </ul>
      </section>
      {target.checklist.length > 0 && (
        <section>
          <h3 className={classes['heading']}>{t('handoff.checklist')}</h3>
          {target.checklist.map((step) => (
            <label key={step.en} className={classes['step']}>
              <input type="checkbox" />
              <span>{say(step)}</span>
            </label>
          ))}
        </section>
      )}
    </div>
  );
}

/** Makes the package of a post and lays it out for publishing by hand: texts to paste, files, steps. */
export function HandoffDialog({
  opened,
  onClose,
  session,
  post,
  live,
}: {
  opened: boolean;
  onClose(): void;
  session: PostSession;
  post: Post;
  live: LiveMeasures;
}) {
  const { t } = useWords();
  const [round, setRound] = useState(0);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('handoff.title', { name: post.title || t('composer.untitled') })}
      size={920}
    >
      <PackagePages
        key={round}
        session={session}
        live={live}
        onCancelled={onClose}
        onRetry={() => setRound(round + 1)}
      />
    </Modal>
  );
}

function PackagePages({
  session,
  live,
  onCancelled,
  onRetry,
}: {
  session: PostSession;
  live: LiveMeasures;
  onCancelled(): void;
  onRetry(): void;
}) {
  const { t, say } = useWords();
  const host = useCall('system.host', {});
  const [stage, setStage] = useState<Stage>({ at: 'running', job: null });
  const [shown, setShown] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const fail = useEffectEvent((error: unknown) => {
    const failure =
      error instanceof GalleyError ? error : new GalleyError('internal', toFailure(error).message);
    if (failure.code === 'cancelled') onCancelled();
    else setStage({ at: 'failed', failure });
  });

  // The package is of the post as it was when the dialog opened; closing the dialog cancels it.
  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    let wanted = true;
    const make = async (): Promise<void> => {
      await session.flush();
      const answer = await runJob(
        'handoff.create',
        { postId: session.snapshot().post.id },
        { signal, onProgress: (job) => wanted && setStage({ at: 'running', job }) },
      );
      if (wanted) setStage({ at: 'done', answer });
    };
    make().catch((error: unknown) => {
      if (wanted) fail(error);
    });
    return () => {
      wanted = false;
      controller.abort();
    };
  }, [session]);

  const nameOf = (format: string): string => {
    const profile = live.profile(format);
    return `${say(profile.platformName)} · ${say(profile.name)}`;
  };
  const answer = stage.at === 'done' ? stage.answer : null;
  const target = answer?.targets.find((each) => each.format === shown) ?? answer?.targets[0];
  return (
    <>
      <div className={classes['body']}>
        {stage.at === 'running' && (
          <div className={classes['running']} role="status">
            <p>{stage.job?.stage ? say(stage.job.stage) : t('handoff.making')}</p>
            <Progress
              value={stage.job && stage.job.total > 0 ? (stage.job.done / stage.job.total) * 100 : 4}
              aria-label={t('handoff.making')}
            />
            <Button variant="default" onClick={() => abort.current?.abort()}>
              {t('composer.cancel')}
            </Button>
          </div>
        )}
        {stage.at === 'failed' && <FailureNote error={stage.failure} onRetry={onRetry} />}
        {answer && (
          <div className={classes['package']}>
            <nav className={classes['targets']} aria-label={t('composer.targets')}>
              {answer.targets.map((each) => (
                <button
                  key={each.format}
                  type="button"
                  aria-current={each === target}
                  onClick={() => setShown(each.format)}
                >
                  <PlatformBadge format={each.format} size={18} />
                  <span>{nameOf(each.format)}</span>
                </button>
              ))}
            </nav>
            {target && (
              <TargetPage key={target.format} target={target} profile={live.profile(target.format)} />
            )}
          </div>
        )}
      </div>
      {answer && (
        <footer className={classes['footer']}>
          <span className={classes['dir']} title={answer.dir}>
            {answer.dir}
          </span>
          {host.data?.dialogs && (
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={16} stroke={1.5} />}
              onClick={() => call('system.reveal', { path: answer.dir }).catch(notifyFailure)}
            >
              {t('handoff.reveal')}
            </Button>
          )}
          <Button
            component="a"
            href={link(answer.zipUrl)}
            download
            leftSection={<IconDownload size={16} stroke={1.5} />}
          >
            {t('handoff.downloadAll')}
          </Button>
        </footer>
      )}
    </>
  );
}
