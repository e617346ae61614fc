import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { GalleyError } from '#shared/contract/failure.ts';
import { fileLog } from '#main/host/log-file.ts';
import { appRoot, nodePaths } from '#main/host/paths.ts';
import { addMediaCommands } from './commands/media.ts';
import { addMetricCommands } from './commands/metrics.ts';
import { addPostCommands } from './commands/posts.ts';
import { addRuleCommands } from './commands/rules.ts';
import { addServeCommand } from './commands/serve.ts';
import { addWorkspaceCommands } from './commands/workspace.ts';
import { createRun, exitCodeOf, exitCodes, type Language, type Manner, reportFailure } from './context.ts';
import { createBuilder, createRoot, describeUsageError, errorText, type Parsed } from './program.ts';

/** `--lang`, else the locale of the environment, else English. */
function languageOf(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const named = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
  if (named === 'zh' || named === 'en') return named;
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

function versionText(): string {
  return String(
    (JSON.parse(readFileSync(join(appRoot(), 'package.json'), 'utf8')) as { version: unknown }).version,
  );
}

/** Runs one command line and answers its exit code. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const language = languageOf(words);
  let parsed: Parsed | null = null;
  const root = createRoot(language, versionText());
  const builder = createBuilder(language, (found) => {
    parsed = found;
  });
  addRuleCommands(root, builder);
  addMediaCommands(root, builder);
  addWorkspaceCommands(root, builder);
  addPostCommands(root, builder);
  addMetricCommands(root, builder);
  addServeCommand(root, builder);
  const manner: Manner = { json: words.includes('--json'), quiet: words.includes('--quiet'), language };
  const log = fileLog(nodePaths().settings);
  // `--lang` is also understood before the command, where only the root would look for it.
  const rest = words[0] === '--lang' ? words.slice(2) : words;
  try {
    root.parse(rest, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code === 'commander.help') {
      process.stderr.write(errorText());
      return exitCodes.wrong;
    }
    reportFailure(manner, new GalleyError('invalid-input', describeUsageError(error)), log);
    return exitCodes.wrong;
  }
  const found = parsed as Parsed | null;
  if (!found) return exitCodes.done;
  const run = createRun(found.manner);
  try {
    return await found.work(run);
  } catch (error) {
    reportFailure(found.manner, error, log);
    return exitCodeOf(error);
  } finally {
    await run.close();
  }
}
