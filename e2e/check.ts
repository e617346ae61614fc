/** The one gate: format, lint, types, import rules and units, build, end-to-end. Stops at the first that fails. */
import { spawnSync } from 'node:child_process';

const steps: [string, string[]][] = [
  ['prepare', ['node', 'e2e/prepare.ts']],
  ['format', ['npm', 'run', '-s', 'check:format']],
  ['lint', ['npm', 'run', '-s', 'check:lint']],
  ['types', ['npm', 'run', '-s', 'check:types']],
  ['build', ['npm', 'run', '-s', 'build']],
  ['unit tests and import rules', ['npm', 'run', '-s', 'test']],
  ['desktop shell contracts', ['npm', 'run', '-s', 'test:shell']],
  ['end-to-end', ['npm', 'run', '-s', 'e2e']],
];

const only = process.argv.slice(2);
for (const [name, [command, ...words]] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  console.log(`\n— ${name}`);
  const result = spawnSync(command!, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (result.status !== 0) {
    console.error(`\n${name} failed after ${seconds} s`);
    process.exit(result.status ?? 1);
  }
  console.log(`— ${name}: ${seconds} s`);
}
