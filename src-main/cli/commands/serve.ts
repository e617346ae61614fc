import type { Command } from 'commander';
import { resolve } from 'node:path';
import { serve } from '#main/host/serve.ts';
import { exitCodes } from '../context.ts';
import type { Builder } from '../program.ts';
import { numberOf, textOf } from '../values.ts';

export function addServeCommand(root: Command, builder: Builder): void {
  builder.command(
    root,
    'serve',
    { en: 'the studio in a browser on this machine', zh: '在本机浏览器中打开工作室' },
    [
      { flags: '--workspace <dir>', about: { en: 'open this workspace', zh: '打开此工作区' } },
      { flags: '--port <n>', about: { en: 'port (default: a free one)', zh: '端口（默认自动选择）' } },
      { flags: '--open', about: { en: 'open the browser', zh: '打开浏览器' } },
    ],
    async (run, _, options) => {
      const workspace = textOf(options, 'workspace');
      const port = numberOf(options, 'port');
      const served = await serve({
        ...(workspace === undefined ? {} : { workspace: resolve(workspace) }),
        ...(port === undefined ? {} : { port }),
        open: options['open'] === true,
      });
      run.answer({ url: served.url }, () => [served.url]);
      await new Promise<void>((stopped) => {
        process.once('SIGINT', stopped);
        process.once('SIGTERM', stopped);
      });
      await served.close();
      return exitCodes.done;
    },
  );
}
