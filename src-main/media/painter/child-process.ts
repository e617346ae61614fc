import { fork } from 'node:child_process';
import type { ChildAnswer, ChildJob } from '#main/media/painter/protocol.ts';

/** A running painter process, however it was started. */
export interface PainterProcess {
  send: (job: ChildJob) => void;
  onAnswer: (listen: (answer: ChildAnswer) => void) => void;
  /** Called once, when the process is gone for whatever reason. */
  onExit: (listen: () => void) => void;
  kill: () => void;
  /** Whether the process keeps its parent alive: only while it works. */
  keepAlive: (busy: boolean) => void;
}

/** Starts the painter's entry with one argument. Electron passes its own, over utilityProcess. */
export type StartPainterProcess = (entry: string, argument: string) => PainterProcess;

/** Starts it under plain Node. */
export const startNodeProcess: StartPainterProcess = (entry, argument) => {
  const child = fork(entry, [argument], {
    // Buffers cross as bytes, not as JSON.
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    send: (job) => {
      // A failed send means the process is gone, which `exit` reports.
      child.send(job, () => undefined);
    },
    onAnswer: (listen) => {
      child.on('message', (message) => listen(message as unknown as ChildAnswer));
    },
    onExit: (listen) => {
      child.once('exit', listen);
      child.once('error', listen);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    keepAlive: (busy) => {
      if (busy) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
  };
};
