import { join } from 'node:path';
import { cancelled, GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { Render, RenderWanted } from '#shared/contract/renders.ts';
import { newId } from '#shared/domain/id.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext, JobRunner } from '#main/ports/jobs.ts';
import type { StoredRender } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { requireClip } from '../clips/clips.ts';
import type { Pictures } from '../pictures.ts';
import { chooseTarget } from './choose-target.ts';
import { factsOfEdit } from './edit-facts.ts';
import { requireRender } from './render-errors.ts';
import { type FileRenderTools, type RenderWork, writeRenderFiles } from './render-files.ts';
import { safeInsets } from '#shared/clip/render/safe-zone.ts';
import { tidyParts } from './tidy-parts.ts';
import { wantedDocument, wantedEdit } from './wanted-edit.ts';
import { workspaceWorld } from './workspace-world.ts';

export interface QueueParts {
  context: RecordContext;
  jobs: JobRunner;
  tools: FileRenderTools;
  pictures: Pictures;
  pack: () => Promise<RulePack>;
  /** Takes a finished file into the library. */
  addToLibrary(path: string, job: JobContext): Promise<unknown>;
  /** false for the command line: it opens a workspace for one thing and leaves. */
  resumes: boolean;
}

/** The queue of one studio. Its entries are rows of the workspace; each that waits or runs is a job besides. */
export interface RenderQueue {
  /** The job of an entry that waits or runs. */
  jobOf(id: string): string | null;
  add(request: ParsedInput<'renders.add'>): Promise<string[]>;
  cancel(ids: readonly string[]): void;
  retry(ids: readonly string[]): Promise<void>;
  remove(ids: readonly string[]): void;
  /** Before the jobs are stopped: what is cut off now goes on at the next start. */
  close(): void;
}

const jobKind = 'renders.add';

/** Everything that a render is made from, checked. @throws GalleyError for an empty clip or an unknown format */
export function workOf(
  session: Session,
  pictures: Pictures,
  pack: RulePack,
  from: { edit: unknown; wanted: RenderWanted },
): Omit<RenderWork, 'render'> {
  const edit = wantedEdit(from.edit, from.wanted);
  const { format } = from.wanted;
  const world = workspaceWorld(session, pictures);
  const profile = format === null ? null : formatProfile(pack, format);
  const chosen = chooseTarget(edit, factsOfEdit(edit, world), from.wanted, profile);
  return { session, edit, world, profile, chosen, safe: safeInsets(pack, edit, profile, chosen.target) };
}

export function createRenderQueue(parts: QueueParts): RenderQueue {
  const { context, jobs } = parts;
  const { holder, events, clock } = context;
  const jobIds = new Map<string, string>();
  let session: Session | null = null;
  let closing = false;

  const tell = (ids: readonly string[]): void =>
    events.emit('records.changed', { kind: 'render', ids: [...ids] });
  const isOpen = (of: Session): boolean => !closing && holder.peek() === of;

  async function run(of: Session, id: string, job: JobContext): Promise<Render['result']> {
    const pack = await parts.pack();
    if (!isOpen(of)) throw cancelled();
    const { renders } = of.repositories;
    const render = requireRender(of.repositories, id);
    const startedMs = clock.now().getTime();
    const commands: string[] = [];
    const save = (change: Partial<StoredRender>): void => {
      if (!isOpen(of)) throw cancelled();
      renders.update({ ...render, commands, ...change });
      tell([id]);
    };
    save({ state: 'running', finishedAt: null, failure: null, result: null });
    const work = { ...workOf(of, parts.pictures, pack, render), render };
    const made = await writeRenderFiles(parts.tools, work, job, (line) => {
      commands.push(line);
      if (isOpen(of)) save({ state: 'running' });
    });
    if (render.wanted.addToLibrary) await parts.addToLibrary(join(of.paths.exports, made.result.name), job);
    const seconds = (clock.now().getTime() - startedMs) / 1000;
    const finishedAt = clock.now().toISOString();
    save({ state: 'done', finishedAt, failure: null, seconds, ...made });
    return made.result;
  }

  /** Without a workspace, or with another one, the row stays as it is: the next start takes it up. */
  function onFailure(of: Session, id: string, error: unknown): void {
    if (!isOpen(of)) return;
    const render = of.repositories.renders.get(id);
    if (!render) return;
    const failure = toFailure(error);
    const state = failure.code === 'cancelled' ? 'cancelled' : 'failed';
    const finishedAt = clock.now().toISOString();
    of.repositories.renders.update({
      ...render,
      state,
      finishedAt,
      failure: state === 'failed' ? failure : null,
    });
  }

  function start(of: Session, render: Pick<StoredRender, 'id' | 'clipName' | 'wanted'>): void {
    const { id, clipName } = render;
    const { format, type } = render.wanted;
    const what = format ?? type.toUpperCase();
    const jobId = jobs.start({
      kind: jobKind,
      title: { en: `Render ${clipName} · ${what}`, zh: `渲染 ${clipName} · ${what}` },
      lane: 'encode',
      run: (job) => run(of, id, job),
    });
    jobIds.set(id, jobId);
    void jobs
      .finished(jobId)
      .catch((error: unknown) => onFailure(of, id, error))
      .finally(() => {
        if (jobIds.get(id) === jobId) jobIds.delete(id);
        if (isOpen(of)) tell([id]);
      });
  }

  function resume(of: Session): void {
    for (const job of jobs.list())
      if (job.kind === jobKind && job.state === 'interrupted') jobs.dismiss(job.id);
    for (const render of of.repositories.renders.unfinished()) {
      // Asked for since the workspace was opened.
      if (jobIds.has(render.id)) continue;
      of.repositories.renders.update({ ...render, state: 'queued' });
      start(of, render);
    }
  }

  async function onWorkspace(): Promise<void> {
    const next = holder.peek();
    if (next === session || closing) return;
    session = next;
    for (const jobId of jobIds.values()) jobs.cancel(jobId);
    jobIds.clear();
    if (!next || !parts.resumes) return;
    await tidyParts(join(next.paths.cache, 'clip-parts'), clock.now());
    if (isOpen(next)) resume(next);
  }

  const unsubscribe = events.subscribe((name) => {
    if (name === 'workspace.changed') void onWorkspace();
  });

  return {
    jobOf: (id) => jobIds.get(id) ?? null,
    async add({ clipId, wanted }) {
      const pack = await parts.pack();
      const current = holder.current();
      const { repositories } = current;
      const clip = requireClip(repositories, clipId);
      // All of them can be made, or none is queued.
      for (const one of wanted) workOf(current, parts.pictures, pack, { edit: clip.edit, wanted: one });
      const added = wanted.map(
        (one): StoredRender => ({
          id: newId(),
          clipId,
          clipName: clip.name,
          wanted: one,
          edit: wantedDocument(clip.edit, one),
          state: 'queued',
          createdAt: clock.now().toISOString(),
          finishedAt: null,
          seconds: null,
          result: null,
          failure: null,
          commands: [],
        }),
      );
      repositories.transaction(() => {
        for (const render of added) repositories.renders.insert(render);
      });
      for (const render of added) start(current, render);
      const ids = added.map(({ id }) => id);
      tell(ids);
      return ids;
    },
    cancel(ids) {
      for (const id of ids) {
        requireRender(holder.current().repositories, id);
        const jobId = jobIds.get(id);
        if (jobId) jobs.cancel(jobId);
      }
    },
    async retry(ids) {
      const current = holder.current();
      const { repositories } = current;
      for (const id of ids) {
        const render = requireRender(repositories, id);
        if (render.state !== 'failed' && render.state !== 'cancelled') continue;
        const again: StoredRender = {
          ...render,
          state: 'queued',
          finishedAt: null,
          failure: null,
          commands: [],
        };
        repositories.renders.update(again);
        start(current, again);
      }
      tell(ids);
    },
    remove(ids) {
      const { repositories } = holder.current();
      const open = ids.some((id) => jobIds.has(id));
      if (open) {
        throw new GalleyError('conflict', {
          en: 'This render is not finished. Cancel it first.',
          zh: '此渲染尚未完成。请先取消。',
        });
      }
      repositories.renders.remove(ids);
      tell(ids);
    },
    close() {
      closing = true;
      unsubscribe();
    },
  };
}
