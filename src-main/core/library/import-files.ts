import { readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { ImportResult, ImportSource } from '#shared/contract/assets.ts';
import { type Bilingual, cancelled, toFailure } from '#shared/contract/failure.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { type AssetFacts, registerAssets } from '../assets/register.ts';
import { type IntakeTools, takeFile, uploadedFile } from './intake.ts';

/** One file to take in, and the name to show for it. */
interface Candidate {
  path: string;
  name: string;
  bytes: number;
  uploadId: string | null;
}

/** Folders are taken with everything in them; names starting with a dot are the system's. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function candidatesOf(
  source: ImportSource,
  uploads: string,
  refuse: (name: string, error: unknown) => void,
): Promise<Candidate[]> {
  let path = source.kind === 'path' ? source.path : source.uploadId;
  try {
    if (source.kind === 'upload') path = await uploadedFile(uploads, source.uploadId);
    const status = await stat(path);
    if (status.isDirectory() && source.kind === 'path') {
      const nested = await filesIn(path);
      return Promise.all(
        nested.map(async (file) => ({
          path: file,
          name: basename(file),
          bytes: (await stat(file)).size,
          uploadId: null,
        })),
      );
    }
    return [
      {
        path,
        name: basename(path),
        bytes: status.size,
        uploadId: source.kind === 'upload' ? source.uploadId : null,
      },
    ];
  } catch (error) {
    refuse(basename(path), error);
    return [];
  }
}

function stageOf(number: number, count: number): Bilingual {
  const shown = Math.min(number, count);
  return { en: `File ${shown} of ${count}`, zh: `第 ${shown} 个，共 ${count} 个文件` };
}

/** Milliseconds in which finished files wait for each other: a durable transaction costs the same for one or ten. */
const registerDelay = 50;

/** Collects finished files and registers them together. */
function createRegistrar(
  context: RecordContext,
  result: ImportResult,
  refuse: (name: string, error: unknown) => void,
): { (facts: AssetFacts): void; flush(): void } {
  let pending: AssetFacts[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const files = pending;
    pending = [];
    if (files.length === 0) return;
    try {
      for (const { asset, duplicate } of registerAssets(context, files)) {
        (duplicate ? result.duplicates : result.imported).push(asset);
      }
    } catch (error) {
      for (const facts of files) refuse(facts.name, error);
    }
  };
  const register = (facts: AssetFacts): void => {
    pending.push(facts);
    timer ??= setTimeout(flush, registerDelay);
  };
  return Object.assign(register, { flush });
}

/** Two more than there are cores: a file whose copy is being flushed to the disk leaves its core to another. */
const atOnce = availableParallelism() + 2;

/**
 * Takes files into the library, several at once. A file that cannot be read is refused by name and the others go on; a
 * cancelled import keeps what was complete and nothing else.
 */
export async function importFiles(
  context: RecordContext,
  tools: IntakeTools,
  uploads: string,
  request: { sources: readonly ImportSource[]; tags: readonly string[] },
  job: JobContext,
): Promise<ImportResult> {
  const session: Session = context.holder.current();
  const result: ImportResult = { imported: [], duplicates: [], refused: [] };
  const refuse = (name: string, error: unknown): void => {
    result.refused.push({ name, failure: toFailure(error) });
  };
  const candidates = (
    await Promise.all(request.sources.map((source) => candidatesOf(source, uploads, refuse)))
  ).flat();
  const total = candidates.reduce((sum, candidate) => sum + candidate.bytes, 0);
  const copied = new Map<Candidate, number>();
  const waiting = [...candidates];
  let finished = 0;
  const register = createRegistrar(context, result, refuse);

  const takeOne = async (candidate: Candidate): Promise<void> => {
    try {
      const taken = await takeFile(session, tools, candidate.path, {
        signal: job.signal,
        onBytes: (bytes) => {
          copied.set(candidate, bytes);
          const done = [...copied.values()].reduce((sum, value) => sum + value, 0);
          job.progress(done, total, stageOf(finished + 1, candidates.length));
        },
      });
      if (job.signal.aborted) throw cancelled();
      register({ ...taken, name: candidate.name, tags: [...request.tags] });
    } catch (error) {
      if (job.signal.aborted) return;
      refuse(candidate.name, error);
    } finally {
      finished += 1;
      copied.set(candidate, candidate.bytes);
      if (candidate.uploadId) await removeUpload(uploads, candidate.uploadId);
    }
  };

  const workers = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next && !job.signal.aborted; next = waiting.shift()) await takeOne(next);
  });
  await Promise.all(workers);
  register.flush();
  for (const left of waiting) if (left.uploadId) await removeUpload(uploads, left.uploadId);
  if (job.signal.aborted) throw cancelled();
  return result;
}

function removeUpload(uploads: string, uploadId: string): Promise<void> {
  return rm(join(uploads, uploadId), { recursive: true, force: true });
}
