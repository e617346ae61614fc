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

const usage = `npm start -- [--workspace dir] [--host web|electron] [--port n]
  --workspace dir  opens this workspace
  --host web       the studio in the browser, without looking for Electron
  --port n         port of the web host; a free one without it`;

interface Wishes {
  workspace?: string;
  host?: string;
  port: number;
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

/** Why the window cannot be Electron's here, or the program that opens it. */
async function electronOr(root: string): Promise<{ program: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'There is no display' };
  // Chromium's sandbox refuses root, and Galley never runs without it.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return { reason: 'Electron does not run as root' };
  const say = () =>
    console.log('Downloading the Electron runtime (about 120 MB, once) … / 正在下载 Electron …');
  const program = findElectron(root) ?? (await installElectron(root, say));
  return program ? { program } : { reason: 'The Electron runtime could not be downloaded' };
}

/** Runs Electron until it ends; its exit code becomes ours. */
function runElectron(program: string, root: string, wanted: Wishes): void {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const words = wanted.workspace === undefined ? [] : ['--workspace', wanted.workspace];
  const child = spawn(program, [root, ...words], { stdio: 'inherit', env });
  // Electron gets the same Ctrl-C from the terminal and ends by itself; this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`Electron did not start: ${error.message}`, 1));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

async function runWeb(wanted: Wishes): Promise<void> {
  const { serve } = await import('./serve.ts');
  const served = await serve({ ...wanted, open: hasDisplay() });
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
  const found = wanted.host === 'web' ? null : await electronOr(root);
  if (found && 'program' in found) runElectron(found.program, root, wanted);
  else {
    if (found)
      console.log(`${found.reason}; Galley opens in the browser instead. / 改为在浏览器中打开 Galley。`);
    await runWeb(wanted);
  }
} catch (error) {
  if (!(error instanceof GalleyError)) throw error;
  fail(`${error.sentence.en} / ${error.sentence.zh}`, 1);
}
