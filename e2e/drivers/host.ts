import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the project. */
export const projectRoot = join(import.meta.dirname, '../..');

/** A program that serves, until it is stopped. */
export interface RunningHost {
  /** The address that it printed. */
  url: string;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Runs Node on `words` in the folder of the project and waits for the `"url"` of the JSON that it prints.
 * @param environment what it gets besides the variables of this process
 * @throws when it ends before it has printed one
 */
export async function startHost(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<RunningHost> {
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = /"url"\s*:\s*"([^"]+)"/.exec(text);
      if (match?.[1]) resolve(match[1]);
    });
    child.once('exit', (code) =>
      reject(new Error(`The host ended with ${code} before it was ready: ${text}`)),
    );
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What the command line is told to serve the built studio, and on which workspace where one is given. */
export function wordsToServe(workspace?: string): string[] {
  const words = ['out/main/cli.js', 'serve', '--json', '--port', '0'];
  return workspace === undefined ? words : [...words, '--workspace', workspace];
}
