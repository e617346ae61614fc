import { utilityProcess } from 'electron';
import { unpacked } from '#main/host/paths.ts';
import type { StartChild } from '#main/ports/studio.ts';

/** Starts a studio child as a utility process: with the RunAsNode fuse off, `child_process.fork` cannot. */
export const startUtilityChild: StartChild = (entry, argument) => {
  const child = utilityProcess.fork(unpacked(entry), [argument], {
    serviceName: 'Galley painter',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    send: (message) => child.postMessage(message),
    onAnswer: (listen) => {
      child.on('message', (message: unknown) => (listen as (message: unknown) => void)(message));
    },
    onExit: (listen) => {
      child.once('exit', () => listen());
    },
    kill: () => {
      child.kill();
    },
    // Electron's main process lives until it quits, whatever its children do.
    keepAlive: () => {},
  };
};
