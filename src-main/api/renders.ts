import { join } from 'node:path';
import type { Render } from '#shared/contract/renders.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { requireClip } from '#main/core/clips/clips.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { Pictures } from '#main/core/pictures.ts';
import { mimeOfType } from '#main/core/renders/choose-target.ts';
import { factsOfEdit } from '#main/core/renders/edit-facts.ts';
import { outlookOf } from '#main/core/renders/outlook.ts';
import { type RenderQueue, workOf } from '#main/core/renders/queue.ts';
import type { Host } from '#main/ports/host.ts';
import type { StoredRender } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

const besideTypes: Record<string, string> = {
  srt: 'application/x-subrip',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** The render queue as windows see it: files by address, jobs by id. */
export function createRenderHandlers(parts: {
  host: Host;
  context: RecordContext;
  queue: RenderQueue;
  pictures: Pictures;
  offered: OfferedFiles;
  pack: () => Promise<RulePack>;
}): AreaHandlers<'renders'> {
  const { context, queue } = parts;
  function shown({ seconds: _seconds, ...render }: Omit<StoredRender, 'edit'>): Render {
    const folder = context.holder.current().paths.exports;
    const { result } = render;
    const place = (name: string): string => join(folder, name);
    return {
      ...render,
      jobId: render.state === 'queued' || render.state === 'running' ? queue.jobOf(render.id) : null,
      result: result && {
        ...result,
        path: parts.host.kind === 'web' ? '' : place(result.name),
        url: parts.offered.offer(place(result.name), mimeOfType[typeOf(result.name)]),
        beside: result.beside.map(({ name }) => ({
          name,
          url: parts.offered.offer(
            place(name),
            besideTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          ),
        })),
      },
    };
  }

  const typeOf = (name: string): keyof typeof mimeOfType => {
    const extension = name.split('.').at(-1);
    return extension === 'mov' || extension === 'webm' || extension === 'gif' || extension === 'webp'
      ? extension
      : 'mp4';
  };
  const { holder } = context;

  return {
    'renders.list': ({ clipId }) => holder.current().repositories.renders.list(clipId).map(shown),
    'renders.add': async (input) => {
      const ids = await queue.add(input);
      const all = new Map(
        holder
          .current()
          .repositories.renders.list(input.clipId)
          .map((render) => [render.id, render]),
      );
      return ids.flatMap((id) => all.get(id) ?? []).map(shown);
    },
    'renders.cancel': ({ ids }) => {
      queue.cancel(ids);
      return {};
    },
    'renders.retry': async ({ ids }) => {
      await queue.retry(ids);
      return {};
    },
    'renders.remove': ({ ids }) => {
      queue.remove(ids);
      return {};
    },
    'renders.outlook': async ({ clipId, wanted }) => {
      const pack = await parts.pack();
      const session = holder.current();
      const { edit } = requireClip(session.repositories, clipId);
      const work = workOf(session, parts.pictures, pack, { edit, wanted });
      const { hasAudio } = factsOfEdit(work.edit, work.world);
      return outlookOf(work.chosen, hasAudio, session.repositories.renders.list());
    },
  };
}
