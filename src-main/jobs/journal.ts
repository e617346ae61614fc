import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobSchema } from '#shared/domain/job.ts';
import type { JobJournal } from './queue.ts';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Notes of running jobs as one small file each, so that the next start can say which ones a crash cut off.
 * Losing a note is harmless, so nothing here is flushed or ever throws.
 */
export function createJobJournal(folder: string): JobJournal {
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const fileOf = (id: string): string => join(folder, `${process.pid}-${id}.json`);
  return {
    started: (job) =>
      quietly(() => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(fileOf(job.id), JSON.stringify(job));
      }, undefined),
    ended: (id) => quietly(() => rmSync(fileOf(id), { force: true }), undefined),
    interrupted: () =>
      quietly(() => readdirSync(folder), []).flatMap((name) => {
        const pid = Number(name.split('-')[0]);
        if (!Number.isInteger(pid) || isAlive(pid)) return [];
        const path = join(folder, name);
        const parsed = quietly(() => jobSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))), null);
        quietly(() => rmSync(path, { force: true }), undefined);
        if (!parsed?.success) return [];
        return [
          {
            ...parsed.data,
            state: 'interrupted' as const,
            secondsLeft: null,
            failure: {
              code: 'cancelled' as const,
              message: {
                en: 'Galley was closed while this was under way. Nothing half-written was kept; start it again.',
                zh: '处理过程中 Galley 被关闭。没有留下未写完的文件，请重新开始。',
              },
            },
          },
        ];
      }),
  };
}
