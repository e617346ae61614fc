import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { StartPainterProcess, PainterProcess } from '#main/media/painter/child-process.ts';
import type { ChildAnswer, ChildFile, ChildJob, ChildPixels } from '#main/media/painter/protocol.ts';

interface Waiting {
  job: ChildJob;
  resolve: (value: ChildPixels | ChildFile) => void;
  reject: (error: unknown) => void;
  /** Set while a process works on it. */
  stop?: () => void;
}

interface Member {
  process: PainterProcess;
  current: Waiting | null;
}

export interface ProcessPool {
  run: (job: ChildJob, signal: AbortSignal | undefined) => Promise<ChildPixels | ChildFile>;
  close: () => void;
}

function processGone(): GalleyError {
  return new GalleyError('unavailable', {
    en: 'The painter stopped while working, perhaps for lack of memory. Try again, or choose a smaller scale.',
    zh: '绘图进程意外停止，可能是内存不足。请重试，或选择更小的倍率。',
  });
}

/** Painter processes, started when there is work; each does one job at a time, in the order of asking. */
export function createProcessPool(
  start: StartPainterProcess,
  entry: string,
  argument: string,
  processes: number,
): ProcessPool {
  const members = new Set<Member>();
  const queue: Waiting[] = [];

  function startMember(): Member {
    const member: Member = { process: start(entry, argument), current: null };
    members.add(member);
    member.process.onAnswer((answer) => finish(member, answer));
    member.process.onExit(() => {
      members.delete(member);
      const lost = member.current;
      member.current = null;
      lost?.reject(processGone());
      next();
    });
    return member;
  }

  function finish(member: Member, answer: ChildAnswer): void {
    const done = member.current;
    if (done?.job.id !== answer.id) return;
    member.current = null;
    member.process.keepAlive(false);
    if (answer.ok) {
      done.resolve(answer.value);
    } else {
      const error = new GalleyError(answer.failure.code, answer.failure.message, answer.failure.detail);
      error.cause = answer.cause;
      done.reject(error);
    }
    next();
  }

  function next(): void {
    while (queue.length > 0) {
      const idle = [...members].find((member) => member.current === null);
      if (!idle && members.size >= processes) return;
      const waiting = queue.shift();
      if (!waiting) return;
      const member = idle ?? startMember();
      member.current = waiting;
      waiting.stop = () => {
        // The work inside a process cannot be interrupted, so the process goes and a new one comes.
        member.current = null;
        members.delete(member);
        member.process.kill();
      };
      member.process.keepAlive(true);
      member.process.send(waiting.job);
    }
  }

  function run(job: ChildJob, signal: AbortSignal | undefined): Promise<ChildPixels | ChildFile> {
    if (signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, resolve, reject };
      const abort = (): void => {
        const place = queue.indexOf(waiting);
        if (place >= 0) queue.splice(place, 1);
        else waiting.stop?.();
        waiting.reject(cancelled());
        next();
      };
      waiting.resolve = (value) => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      };
      waiting.reject = (error) => {
        signal?.removeEventListener('abort', abort);
        reject(error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      queue.push(waiting);
      next();
    });
  }

  function close(): void {
    for (const waiting of queue.splice(0)) waiting.reject(cancelled());
    for (const member of members) {
      const lost = member.current;
      member.current = null;
      member.process.kill();
      lost?.reject(cancelled());
    }
    members.clear();
  }

  return { run, close };
}
