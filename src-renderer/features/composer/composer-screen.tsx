import { useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { Post } from '#shared/domain/post.ts';
import classes from './composer.module.css';
import { Composer } from './composer.tsx';

/** The post at `/posts/:id`; the composer itself starts once the post and the platform rules are here. */
function LoadedPost({ id }: { id: string }) {
  const [post, setPost] = useState<Post | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const [round, setRound] = useState(0);
  const pack = useRulePack();
  const workspace = useCall('workspace.current', {}, ['workspace.changed']);
  useEffect(() => {
    let wanted = true;
    call('posts.get', { id }).then(
      (answer) => {
        if (wanted) setPost(answer);
      },
      (error: unknown) => {
        const known = asGalleyError(error);
        if (wanted) setFailure(known);
      },
    );
    return () => {
      wanted = false;
    };
  }, [id, round]);
  if (failure) {
    const retry = (): void => {
      setFailure(null);
      setRound(round + 1);
    };
    return (
      <div className={classes['failure']}>
        <FailureNote error={failure} onRetry={retry} />
      </div>
    );
  }
  if (!post || !pack) return <div className={classes['loading']} aria-busy="true" />;
  return <Composer post={post} pack={pack} zone={workspace.data?.zone ?? 'UTC'} />;
}

export default function ComposerScreen({ params }: { params: Record<string, string | undefined> }) {
  const id = params['id'] ?? '';
  return <LoadedPost key={id} id={id} />;
}
