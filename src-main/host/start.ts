/** `npm start`: builds what is stale, opens Electron, or the web host where Electron's runtime cannot be had. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GalleyError } from '#shared/contract/failure.ts';
import { buildIsFresh } from './build-freshness.ts';
import { findElectron, installElectron } from './electron-runtime.ts';
import { hasDisplay } from './open-browser.ts';
import { appRoot } from './paths.ts';

const usage = `npm start -- [--workspace dir] [--host web|electron] [--port n] [--no-open]
  --workspace dir  opens this workspace
  --host web       the studio in the browser, without looking for Electron
  --port n         port of the web host; a free one without it
  --no-open        only prints the address`;

interface Wishes {
  workspace?: string;
  host?: string;
  port: number;
  open: boolean;
}

function fail(line: string, code: number): never {
  console.error(line);
  process.exit(code);
}

function wishes(): Wishes {
  try {
    const { values } = parseArgs({
      options: {
        workspace: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const host = values.host ?? process.env.GALLEY_HOST;
    if (host !== undefined && host !== 'web' && host !== 'electron') fail(usage, 2);
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(usage, 2);
    return {
      port,
      open: !values['no-open'] && hasDisplay(),
      ...(host === undefined ? {} : { host }),
      ...(values.workspace === undefined ? {} : { workspace: resolve(values.workspace) }),
    };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}

function build(root: string): void {
  console.log('Building Galley … / 正在构建 …');
  const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) fail('The build failed; see above. / 构建失败，见上文。', 1);
}

interface Reason {
  en: string;
  zh: string;
}

/** The program that opens the window, or why there can be none here. */
async function electronOr(root: string): Promise<{ program: string } | { reason: Reason }> {
  if (!hasDisplay()) {
    return {
      reason: { en: 'Electron needs a display, and there is none', zh: 'Electron 需要显示器，此处没有' },
    };
  }
  // Chromium's sandbox refuses root, and Galley never runs without it.
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { reason: { en: 'Electron does not run as root', zh: 'Electron 不能以 root 身份运行' } };
  }
  const say = () =>
    console.log('Downloading the Electron runtime (about 120 MB, once) … / 正在下载 Electron …');
  const program = findElectron(root) ?? (await installElectron(root, say));
  if (program) return { program };
  return { reason: { en: 'The Electron runtime could not be downloaded', zh: '无法下载 Electron 运行环境' } };
}

/** What the dynamic loader of Linux answers when a library is missing; Electron itself has not run then. */
const missingLibrary = 127;

/** Runs Electron until it ends, and ends with its exit code; returns only when it cannot start on this system. */
async function runElectron(program: string, root: string, wanted: Wishes): Promise<Reason> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const words = wanted.workspace === undefined ? [] : ['--workspace', wanted.workspace];
  const child = spawn(program, [root, ...words], { stdio: 'inherit', env });
  // Electron gets the same Ctrl-C from the terminal and ends by itself; this process waits for it.
  const wait = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', pass);
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', (code, signal) => {
      if (code === missingLibrary) resolve();
      else process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
  process.off('SIGINT', wait);
  process.off('SIGTERM', pass);
  return { en: 'Electron could not start on this system', zh: 'Electron 无法在此系统上启动' };
}

async function runWeb(wanted: Wishes): Promise<void> {
  const { serve } = await import('./serve.ts');
  const served = await serve(wanted);
  console.log(`Galley is open at ${served.url}`);
  console.log('Ctrl-C ends it; Enter shows a new address. / Ctrl-C 结束；按回车显示新地址。');
  if (process.stdin.isTTY) process.stdin.on('data', () => console.log(served.newAddress()));
  let closing = false;
  const close = () => {
    // A second Ctrl-C does not wait for jobs to clean up.
    if (closing) process.exit(130);
    closing = true;
    void served.close().then(() => process.exit(0));
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

const wanted = wishes();
const root = appRoot();
if (!buildIsFresh(root)) build(root);
try {
  if (wanted.host !== 'web') {
    const found = await electronOr(root);
    const reason = 'program' in found ? await runElectron(found.program, root, wanted) : found.reason;
    console.log(
      `${reason.en}; Galley opens in the browser instead. / ${reason.zh}，改为在浏览器中打开 Galley。`,
    );
  }
  await runWeb(wanted);
} catch (error) {
  if (!(error instanceof GalleyError)) throw error;
  fail(`${error.sentence.en} / ${error.sentence.zh}`, 1);
}
