import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallOutput, JobName } from '#shared/contract/index.ts';
import { createStudio } from '#main/compose.ts';
import type { Studio } from '#main/ports/studio.ts';

/** The folder of the project. */
export const projectRoot = join(import.meta.dirname, '../../..');

/** A whole studio without a window, in a temporary folder, with a fresh workspace open. */
export interface TestStudio {
  studio: Studio;
  folder: string;
  /** Folder of its workspace, “Team”. */
  workspace: string;
  call: Studio['call'];
  /** Starts a job and waits for its result. */
  job<N extends JobName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

type Kind = 'cli' | 'electron' | 'web';

/**
 * A studio of the given kind whose settings, workspaces and uploads lie in `folder`, with no workspace open.
 * @param own ending of its folders of settings and uploads, for a second studio beside the first
 * @param log takes the lines of its log, which nobody reads where it is not given
 */
export function startStudio(
  folder: string,
  kind: Kind = 'cli',
  own = '',
  log: (line: string) => void = () => {},
): Promise<Studio> {
  return createStudio({
    host: { kind, dialogs: null },
    paths: {
      root: projectRoot,
      resources: join(projectRoot, 'resources'),
      settings: join(folder, `settings${own}`),
      documents: join(folder, 'documents'),
      uploads: join(folder, `uploads${own}`),
    },
    log,
  });
}

/** Starts a job and waits for its result. */
export async function finishJob<N extends JobName>(
  studio: Studio,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const { jobId } = (await studio.call(name, input)) as { jobId: string };
  return (await studio.jobs.finished(jobId)) as CallOutput<N>;
}

export async function createTestStudio(kind: Kind = 'cli'): Promise<TestStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-studio-'));
  const studio = await startStudio(folder, kind);
  const { path } = await studio.call('workspace.create', { name: 'Team', zone: 'Asia/Shanghai' });
  return {
    studio,
    folder,
    workspace: path,
    call: studio.call,
    job: (name, input) => finishJob(studio, name, input),
    async remove() {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
