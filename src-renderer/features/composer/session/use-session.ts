import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentTransport, onEvent } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Post } from '#shared/domain/post.ts';
import { PostSession, type Snapshot } from './post-session.ts';

/** Sessions whose last words could not be stored yet; coming back to such a post goes on with them. */
const pending = new Map<string, PostSession>();

function sessionOf(post: Post): PostSession {
  const left = pending.get(post.id);
  pending.delete(post.id);
  return left?.pending() ? left : new PostSession(post);
}

/**
 * The editing session of a post while its screen is open: saved before the page hides or the screen goes,
 * and in step with what other windows store. `now` changes with everything but running text and save state.
 */
export function useSession(post: Post): { session: PostSession; now: Snapshot } {
  const [session] = useState(() => sessionOf(post));
  const now = useSyncExternalStore(session.subscribe, session.calm);
  useEffect(() => {
    const follow = (): void => {
      session.follow().catch(notifyFailure);
    };
    const stopEvents = onEvent('records.changed', ({ kind, ids }) => {
      if (kind === 'post' && ids.includes(session.snapshot().post.id)) follow();
    });
    const stopConnection = currentTransport().onConnection((connected) => {
      if (!connected) return;
      if (session.snapshot().state === 'failed') session.retry();
      else follow();
    });
    const flush = (): void => void session.flush();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    // Only a save that already failed is worth holding the window for; all others are on their way.
    const leaving = (event: BeforeUnloadEvent): void => {
      flush();
      const { state } = session.snapshot();
      if (state === 'failed' || state === 'conflict') event.preventDefault();
    };
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      stopEvents();
      stopConnection();
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
      if (session.pending()) pending.set(session.snapshot().post.id, session);
      flush();
    };
  }, [session]);
  return { session, now };
}
