import { Button, Modal, Progress, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { Job } from '#shared/domain/job.ts';
import { type Post, targetKey } from '#shared/domain/post.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import classes from './handoff.module.css';

/** Which channel of the user's Postiz server gets which target as a draft. */
export function PostizDrafts({ post, live, onClose }: { post: Post; live: LiveMeasures; onClose(): void }) {
  const { t, say } = useWords();
  const channels = useCall('postiz.channels', {});
  const [chosen, setChosen] = useState<Record<string, string | null>>({});
  const [running, setRunning] = useState<Job | true | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const targets = post.targets.filter((target) => target.status !== 'published');
  const of = (format: string) =>
    (channels.data ?? []).filter(({ platform }) => format.startsWith(`${platform}/`));
  const channelOf = (target: (typeof targets)[number]): string | null => {
    const own = chosen[target.id];
    return own === undefined ? (of(target.format)[0]?.id ?? null) : own;
  };
  const wanted = targets.flatMap((target) => {
    const channelId = channelOf(target);
    return channelId === null ? [] : [{ targetId: target.id, channelId }];
  });
  const send = async (): Promise<void> => {
    abort.current = new AbortController();
    setFailure(null);
    setRunning(true);
    try {
      const { drafts } = await runJob(
        'postiz.draft',
        { postId: post.id, channels: wanted },
        { signal: abort.current.signal, onProgress: setRunning },
      );
      notify(t('handoff.postizSent', { count: drafts.length }));
      onClose();
    } catch (error) {
      const failed = asGalleyError(error);
      if (failed.code !== 'cancelled') setFailure(failed);
    }
    setRunning(null);
  };
  const job = running === true ? null : running;
  return (
    <Modal opened onClose={onClose} title={t('handoff.postizTitle')} size={560}>
      <p className={classes['dim']}>{t('handoff.postizLead')}</p>
      {channels.failure && <FailureNote error={channels.failure} onRetry={channels.reload} />}
      {failure && <FailureNote error={failure} onRetry={() => void send()} />}
      <ul className={classes['choices']}>
        {targets.map((target) => {
          const profile = live.profile(targetKey(target));
          const offered = of(target.format);
          return (
            <li key={target.id} className={classes['choice']}>
              <PlatformBadge format={target.format} size={18} />
              <span className={classes['targetName']}>
                {say(profile.platformName)} · {say(profile.name)}
              </span>
              {offered.length === 0 ? (
                <span className={classes['faults']}>{channels.data && t('handoff.postizNoChannel')}</span>
              ) : (
                <Select
                  size="xs"
                  w={200}
                  aria-label={`${t('handoff.postizChannel')}: ${say(profile.platformName)}`}
                  value={channelOf(target) ?? ''}
                  data={[
                    { value: '', label: t('handoff.postizNone') },
                    ...offered.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={(value) => setChosen({ ...chosen, [target.id]: value === '' ? null : value })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {running && (
        <Progress
          value={job && job.total > 0 ? (job.done / job.total) * 100 : 4}
          aria-label={t('handoff.postizSending')}
        />
      )}
      <footer className={classes['footer']}>
        <span className={classes['dir']} />
        <Button variant="default" onClick={() => (running ? abort.current?.abort() : onClose())}>
          {t('composer.cancel')}
        </Button>
        <Button disabled={wanted.length === 0 || running !== null} onClick={() => void send()}>
          {t('handoff.postizSend', { count: wanted.length })}
        </Button>
      </footer>
    </Modal>
  );
}
