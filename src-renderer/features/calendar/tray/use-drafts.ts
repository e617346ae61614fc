import { useCallback, useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { asGalleyError, type GalleyError } from '#shared/contract/failure.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { asEntry } from '../session/use-aside.ts';
import { usePostChanges } from '../session/use-plan.ts';

/** Posts without a time that are asked for at once. */
const page = 500;

/** All posts without a time that match, page by page; `more` fetches the next. */
export function useDrafts(search: string) {
  const [pages, setPages] = useState({ search, count: 1 });
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{
    items: readonly PlanEntry[];
    total: number;
    /** How many pages it has, of which search. */
    of: string;
  }>();
  const [failure, setFailure] = useState<GalleyError>();
  const count = pages.search === search ? pages.count : 1;
  const reload = useCallback(() => setRound((before) => before + 1), []);
  usePostChanges(reload);
  useEffect(() => {
    let live = true;
    const wanted = search === '' ? {} : { search };
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        call('posts.list', { scheduled: false, limit: page, offset: index * page, ...wanted }),
      ),
    ).then(
      (answers) => {
        if (!live) return;
        setFailure(undefined);
        // A post that moved between two pages meanwhile comes twice.
        const items = new Map(
          answers.flatMap((each) => each.items.map((post) => [post.id, asEntry(post)] as const)),
        );
        setAnswer({ items: [...items.values()], total: answers[0]?.total ?? 0, of: `${count} ${search}` });
      },
      (error: unknown) => live && setFailure(asGalleyError(error)),
    );
    return () => {
      live = false;
    };
  }, [search, count, round]);
  // While pages are on their way no further ones are asked for.
  const waiting = answer?.of !== `${count} ${search}`;
  const complete = answer === undefined || answer.items.length >= answer.total;
  const more = useCallback(() => {
    if (!waiting && !complete) setPages({ search, count: count + 1 });
  }, [waiting, complete, search, count]);
  return { answer, failure, reload, more };
}
