import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallInput } from '#shared/contract/index.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import { type Grouping, movedTo } from './idea-columns.ts';
import { addToIdea, type Dropped } from './take-drop.ts';

/** Ideas that are read at once. */
const most = 1000;

type NewPost = CallInput<'posts.create'>['change'];

/** The ideas of the workspace, and what is done with them; a move shows at once. */
export function useIdeas() {
  const { t } = useWords();
  const list = useCall(
    'posts.list',
    { status: 'idea', limit: most },
    ['records.changed', 'workspace.changed'],
    {
      concerns: ({ kind }) => kind === 'post',
      quiet: 60,
    },
  );
  const [moved, setMoved] = useState<{ from: unknown; ideas: ReadonlyMap<string, PostSummary> }>({
    from: null,
    ideas: new Map(),
  });
  // What was moved here counts until the studio has answered with it.
  const ahead = moved.from === list.data ? moved.ideas : null;
  const ideas = (list.data?.items ?? []).map((idea) => ahead?.get(idea.id) ?? idea);
  const nameOf = (idea: PostSummary): string => idea.title || idea.excerpt || t('ui.untitled');

  const run = (work: Promise<unknown>): void => void work.catch(notifyFailure);
  const create = async (change: NewPost): Promise<void> => {
    const post = await call('posts.create', { change: { ...change, status: 'idea' }, undoable: true });
    notifyUndo(
      t('campaigns.captured', { title: post.title || t('ui.untitled') }),
      async () => void (await call('posts.trash', { ids: [post.id] })),
    );
  };
  return {
    ideas,
    total: list.data?.total ?? 0,
    known: list.data !== undefined,
    failure: list.failure,
    reload: list.reload,
    nameOf,
    create: (change: NewPost): void => run(create(change)),
    move(idea: PostSummary, by: Grouping, value: string, column: string): void {
      const { idea: next, change } = movedTo(idea, by, value);
      const back = movedTo(next, by, by === 'label' ? (idea.labels[0] ?? '') : idea[by]).change;
      setMoved({ from: list.data, ideas: new Map(ahead ?? []).set(idea.id, next) });
      run(
        call('plan.change', { ids: [idea.id], change }).then(
          () =>
            notifyUndo(
              t('campaigns.moved', { title: nameOf(idea), column }),
              async () => void (await call('plan.change', { ids: [idea.id], change: back })),
            ),
          (error: unknown) => {
            setMoved({ from: null, ideas: new Map() });
            throw error;
          },
        ),
      );
    },
    async makeDraft(idea: PostSummary): Promise<string> {
      await call('plan.change', { ids: [idea.id], change: { status: 'draft' } });
      notifyUndo(
        t('campaigns.drafted', { title: nameOf(idea) }),
        async () => void (await call('plan.change', { ids: [idea.id], change: { status: 'idea' } })),
      );
      return `/posts/${idea.id}`;
    },
    trash(idea: PostSummary): void {
      run(
        call('posts.trash', { ids: [idea.id] }).then(() =>
          notifyUndo(
            t('campaigns.trashed', { name: nameOf(idea) }),
            async () => void (await call('posts.restore', { ids: [idea.id] })),
          ),
        ),
      );
    },
    addTo(idea: PostSummary, dropped: Promise<Dropped | null>): void {
      run(
        dropped.then(async (found) => {
          if (!found) return;
          await addToIdea(idea.id, found);
          notify(t('campaigns.added-to-idea', { title: nameOf(idea) }));
        }),
      );
    },
    createFrom(dropped: Promise<Dropped | null>, change: NewPost): void {
      run(
        dropped.then(async (found) => {
          if (!found) return;
          const title = found.text || found.fileName || found.link.replace(/^https?:\/\/(www\.)?/i, '');
          await create({
            ...change,
            title: title.slice(0, 200),
            link: found.link,
            attachments: found.attachments,
          });
        }),
      );
    },
  };
}
