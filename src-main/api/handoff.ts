import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { checkPost } from '#main/core/handoff/check-post.ts';
import { createHandoff } from '#main/core/handoff/create-package.ts';
import type { PackageTools } from '#main/core/handoff/package-types.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { Pictures } from '#main/core/pictures.ts';
import { requirePost } from '#main/core/posts/post-errors.ts';
import type { Clock } from '#main/ports/host.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { Handlers } from './handlers.ts';

export function createHandoffHandlers(parts: {
  holder: WorkspaceHolder;
  tools: Omit<PackageTools, 'pack'>;
  offered: OfferedFiles;
  pictures: Pictures;
  zip: Zip;
  clock: Clock;
  pack: () => Promise<RulePack>;
}): Pick<Handlers, 'handoff.create' | 'posts.check' | 'platforms.pack'> {
  return {
    'platforms.pack': () => parts.pack(),
    'posts.check': async ({ id }) => {
      const session = parts.holder.current();
      return checkPost(await parts.pack(), parts.pictures, session, requirePost(session.repositories, id));
    },
    'handoff.create': {
      lane: 'encode',
      title: ({ postId }) => {
        const title = parts.holder.peek()?.repositories.posts.get(postId)?.title;
        return { en: `Hand-off: ${title || 'untitled post'}`, zh: `交付：${title || '未命名帖子'}` };
      },
      run: async (input, job) =>
        createHandoff(
          {
            holder: parts.holder,
            tools: { ...parts.tools, pack: await parts.pack() },
            offered: parts.offered,
            pictures: parts.pictures,
            zip: parts.zip,
            now: () => parts.clock.now(),
          },
          input,
          job,
        ),
    },
  };
}
