import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallOutput, JobName } from '#shared/contract/index.ts';
import { createStudio } from '#main/compose.ts';
import type { Studio } from '#main/ports/studio.ts';

const root = join(import.meta.dirname, '../../..');

/** A whole studio without a window, in a temporary folder, with a fresh workspace open. */
export interface TestStudio {
  studio: Studio;
  folder: string;
  call: Studio['call'];
  /** Starts a job and waits for its result. */
  job<N extends JobName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

export async function createTestStudio(kind: 'cli' | 'web' = 'cli'): Promise<TestStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-studio-'));
  const studio = await createStudio({
    host: { kind, dialogs: null },
    paths: {
      root,
      resources: join(root, 'resources'),
      settings: join(folder, 'settings'),
      documents: join(folder, 'documents'),
      uploads: join(folder, 'uploads'),
    },
    log: () => {},
  });
  await studio.call('workspace.create', { name: 'Team', zone: 'Asia/Shanghai' });
  return {
    studio,
    folder,
    call: studio.call,
    async job(name, input) {
      const { jobId } = (await studio.call(name, input)) as { jobId: string };
      return (await studio.jobs.finished(jobId)) as CallOutput<typeof name>;
    },
    async remove() {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
