import { createStudio } from '#main/compose.ts';
import { fileLog } from './log-file.ts';
import { openBrowser } from './open-browser.ts';
import { nodePaths, rendererFolder } from './paths.ts';
import { startWebHost } from './web-host.ts';

export interface ServeOptions {
  /** Opened at start; absent: the window asks. */
  workspace?: string;
  /** 0 or absent: a free one. */
  port?: number;
  /** Opens the user's browser. */
  open?: boolean;
}

export interface Served {
  /** Lets one browser in, once. */
  url: string;
  port: number;
  /** A new one-time address; earlier unused ones stop working. */
  newAddress(): string;
  /** Ends the connections, cancels the jobs, closes the workspace. */
  close(): Promise<void>;
}

/** The studio in a browser on this machine. Throws a GalleyError when the port or the workspace cannot be had. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const paths = nodePaths();
  const studio = await createStudio({
    host: { kind: 'web', dialogs: null },
    paths,
    log: fileLog(paths.settings),
  });
  try {
    if (options.workspace !== undefined) await studio.call('workspace.open', { path: options.workspace });
    const host = await startWebHost({ studio, renderer: rendererFolder(), port: options.port ?? 0 });
    const url = host.address();
    if (options.open) openBrowser(url);
    return {
      url,
      port: host.port,
      newAddress: () => host.address(),
      async close() {
        await host.close();
        await studio.close();
      },
    };
  } catch (error) {
    await studio.close();
    throw error;
  }
}
