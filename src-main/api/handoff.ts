import type { RulePack } from '#shared/platforms/rule-pack.ts';
import {
  draftInPostiz,
  configurePostiz,
  postizChannels,
  postizSettings,
  requirePostiz,
} from '#main/core/handoff/postiz.ts';
import { schedulingTable } from '#main/core/handoff/scheduling.ts';
import { createHandoff, renderTargets } from '#main/core/handoff/create-package.ts';
import type { PackageTools } from '#main/core/handoff/package-types.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { Pictures } from '#main/core/pictures.ts';
import type { Clock } from '#main/ports/host.ts';
import type { WebClient } from '#main/ports/web-client.ts';
import type { PostizStore, WorkspaceHolder } from '#main/ports/workspace.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { AreaHandlers, Handlers } from './handlers.ts';

export function createHandoffHandlers(parts: {
  holder: WorkspaceHolder;
  tools: Omit<PackageTools, 'pack'>;
  offered: OfferedFiles;
  pictures: Pictures;
  zip: Zip;
  clock: Clock;
  web: WebClient;
  postiz: PostizStore;
  pack: () => Promise<RulePack>;
}): Pick<Handlers, 'platforms.pack'> & AreaHandlers<'handoff'> & AreaHandlers<'postiz'> {
  return {
    'platforms.pack': () => parts.pack(),
    'handoff.table': async (input) => schedulingTable(parts.holder.current(), await parts.pack(), input),
    'postiz.settings': () => postizSettings(parts.postiz),
    'postiz.configure': (input) => configurePostiz(parts.postiz, input),
    'postiz.channels': () => postizChannels(parts.web, parts.postiz),
    'postiz.draft': {
      lane: 'encode',
      title: ({ postId }) => {
        const title = parts.holder.peek()?.repositories.posts.get(postId)?.title;
        return {
          en: `Postiz drafts: ${title || 'untitled post'}`,
          zh: `Postiz 草稿：${title || '未命名帖子'}`,
        };
      },
      run: async (input, job) => {
        requirePostiz(parts.postiz);
        const pack = await parts.pack();
        const session = parts.holder.current();
        const { web, postiz: store, pictures, tools } = parts;
        const targetIds = input.channels.map(({ targetId }) => targetId);
        return renderTargets(
          { session, pictures, tools: { ...tools, pack } },
          input.postId,
          targetIds,
          job,
          (written) => draftInPostiz({ web, store, session, written, now: parts.clock.now() }, input, job),
        );
      },
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
