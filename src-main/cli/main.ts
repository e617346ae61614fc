#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Reading the sources takes longer than most commands: what is compiled of them is kept in the system's temporary
// folder. Only modules that are loaded after this are, so the rest comes by `import()`.
enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');

// `| head` closes our output early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});
process.exitCode = await runCommandLine(process.argv.slice(2));
