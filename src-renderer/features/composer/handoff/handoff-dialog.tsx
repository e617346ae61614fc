import { Button, Modal, Progress } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircleCheck, IconDownload, IconFolderOpen, IconSend } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call, mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';
import { type Post, targetKey } from '#shared/domain/post.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import { useAccounts } from '../previews/accounts.ts';
import { ChooseTargets } from './choose-targets.tsx';
import classes from './handoff.module.css';
import { PostizDrafts } from './postiz-drafts.tsx';
import { TargetPage } from './target-page.tsx';

type Package = CallOutput<'handoff.create'>;
type Stage =
  | { at: 'running'; job: Job | null }
  | { at: 'done'; answer: Package }
  | { at: 'failed'; failure: GalleyError };

/** Makes the package of a post and lays it out for publishing by hand: texts to paste, files, steps. */
export function HandoffDialog({
  opened,
  onClose,
  session,
  post,
  live,
  only = null,
}: {
  opened: boolean;
  onClose(): void;
  session: PostSession;
  post: Post;
  live: LiveMeasures;
  /** Id of the one target that is meant; null (or one that is not there): all. */
  only?: string | null;
}) {
  const { t } = useWords();
  const [round, setRound] = useState(0);
  // All targets at once is the usual wish; the choice is one click away, before and after.
  const [keys, setKeys] = useState<string[] | null>(() => {
    const meant = post.targets.filter(({ id }) => id === only);
    return (meant.length > 0 ? meant : post.targets).map(targetKey);
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('handoff.title', { name: post.title || t('composer.untitled') })}
      size={920}
    >
      {keys === null ? (
        <ChooseTargets post={post} live={live} onMake={setKeys} onClose={onClose} />
      ) : (
        <PackagePages
          key={round}
          session={session}
          post={post}
          live={live}
          keys={keys}
          onChoose={() => setKeys(null)}
          onCancelled={() => (post.targets.length > 1 ? setKeys(null) : onClose())}
          onRetry={() => setRound(round + 1)}
        />
      )}
    </Modal>
  );
}

function PackagePages({
  session,
  post,
  live,
  keys,
  onChoose,
  onCancelled,
  onRetry,
}: {
  session: PostSession;
  post: Post;
  live: LiveMeasures;
  keys: string[];
  /** Back to the choice of targets. */
  onChoose(): void;
  onCancelled(): void;
  onRetry(): void;
}) {
  const { t, say } = useWords();
  const postId = post.id;
  const isPublished = (targetId: string | null): boolean =>
    post.targets.some(({ id, status }) => id === targetId && status === 'published');
  // What was ticked stays ticked when the package is made again.
  const [ticks, setTicks] = useLocalStorage<Record<string, string[]>>({
    key: `galley.handoff.${postId}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const accounts = useAccounts();
  const handleOf = (accountId: string | null): string => {
    const account = accountId === null ? undefined : accounts.get(accountId);
    return account ? ` · ${account.body.handle || account.name}` : '';
  };
  const host = useCall('system.host', {});
  const postiz = useCall('postiz.settings', {});
  const [drafting, setDrafting] = useState(false);
  const [stage, setStage] = useState<Stage>({ at: 'running', job: null });
  const [shown, setShown] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const fail = useEffectEvent((error: unknown) => {
    const failure = asGalleyError(error);
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
      const { targets } = session.snapshot().post;
      const targetIds = targets.filter((each) => keys.includes(targetKey(each))).map((each) => each.id);
      const answer = await runJob(
        'handoff.create',
        { postId, targetIds },
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
  }, [session, postId, keys]);

  const answer = stage.at === 'done' ? stage.answer : null;
  const target = answer?.targets.find((each) => targetKey(each) === shown) ?? answer?.targets[0];
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
                  key={targetKey(each)}
                  type="button"
                  aria-current={each === target}
                  onClick={() => setShown(targetKey(each))}
                >
                  <PlatformBadge format={each.format} size={18} />
                  <span className={classes['targetName']}>
                    <b>{say(live.profile(targetKey(each)).platformName)}</b>
                    <small>
                      {say(live.profile(targetKey(each)).name)}
                      {handleOf(each.accountId)}
                    </small>
                  </span>
                  {isPublished(each.targetId) ? (
                    <IconCircleCheck
                      className={classes['published']}
                      size={16}
                      stroke={1.5}
                      role="img"
                      aria-label={t('handoff.published')}
                    />
                  ) : (
                    <span className={classes['progress']}>
                      {each.steps.filter((step) => ticks[targetKey(each)]?.includes(step.id)).length}/
                      {each.steps.length}
                    </span>
                  )}
                </button>
              ))}
            </nav>
            {target && (
              <TargetPage
                key={targetKey(target)}
                target={target}
                planned={post.targets.find(({ id }) => id === target.targetId) ?? null}
                session={session}
                done={ticks[targetKey(target)] ?? []}
                onTick={(step, ticked) => {
                  const rest = (ticks[targetKey(target)] ?? []).filter((each) => each !== step);
                  setTicks({ ...ticks, [targetKey(target)]: ticked ? [...rest, step] : rest });
                }}
              />
            )}
          </div>
        )}
      </div>
      {drafting && <PostizDrafts post={post} live={live} onClose={() => setDrafting(false)} />}
      {answer && (
        <footer className={classes['footer']}>
          <Button variant="subtle" color="gray" onClick={onChoose}>
            {t('handoff.otherTargets')}
          </Button>
          <span className={classes['dir']} title={answer.dir}>
            {answer.dir}
          </span>
          {postiz.data?.hasKey && (
            <Button
              variant="default"
              leftSection={<IconSend size={16} stroke={1.5} />}
              onClick={() => setDrafting(true)}
            >
              {t('handoff.toPostiz')}
            </Button>
          )}
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
            href={mediaUrl(answer.zipUrl)}
            download
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.5} />}
          >
            {t('handoff.downloadAll')}
          </Button>
        </footer>
      )}
    </>
  );
}
