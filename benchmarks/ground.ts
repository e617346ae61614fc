import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { startStudio } from '#main/core/testing/studio.ts';
import type { Studio } from '#main/ports/studio.ts';
import buildOnce from '../e2e/drivers/build-once.ts';
import { chromiumArguments, findChromium } from '../e2e/drivers/chromium.ts';
import type { Line, Measurement } from './measure.ts';

/** Runs the work in a temporary folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A whole studio without a window, whose settings and workspaces lie in `folder`; its log goes to the error stream. */
export function studioIn(folder: string): Promise<Studio> {
  return startStudio(folder, 'cli', '', (line) => console.error(line));
}

/**
 * A measurement of the built studio in Chromium: makes its ground in a folder of its own, then measures with a browser
 * that is closed afterwards. Without a Chromium it says so and has no lines.
 */
export function inChromium<Ground>(
  name: string,
  makeGround: (folder: string, say: (line: string) => void) => Promise<Ground>,
  work: (scene: {
    browser: Browser;
    folder: string;
    ground: Ground;
    say: (line: string) => void;
  }) => Promise<Line[]>,
): Measurement {
  return {
    name,
    async measure(say) {
      const program = findChromium();
      if (program === null) {
        say(`${name}: no Chromium was found (GALLEY_CHROMIUM names one); not measured`);
        return [];
      }
      buildOnce();
      return inFolder(async (folder) => {
        const ground = await makeGround(folder, say);
        const browser = await chromium.launch({ executablePath: program, args: chromiumArguments });
        try {
          return await work({ browser, folder, ground, say });
        } finally {
          await browser.close();
        }
      });
    },
  };
}
