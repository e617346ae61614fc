import { copyFile, constants } from 'node:fs/promises';
import type { RenderResult } from '#main/ports/clip-engine.ts';

/** Recordings that this package has rendered: platforms of the same frame share one encode. */
export interface MadeRecordings {
  /** Copies the same recording made before, if it is within `maxBytes`; else renders it to `out`. */
  take(
    wanted: object,
    maxBytes: number | undefined,
    out: string,
    render: () => Promise<RenderResult>,
  ): Promise<RenderResult>;
}

export function createMadeRecordings(): MadeRecordings {
  const made = new Map<string, RenderResult[]>();
  return {
    async take(wanted, maxBytes, out, render) {
      const key = JSON.stringify(wanted);
      const same = made.get(key) ?? [];
      const fitting = same.find((result) => maxBytes === undefined || result.bytes <= maxBytes);
      if (fitting) {
        await copyFile(fitting.out, out, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        return { ...fitting, out };
      }
      const result = await render();
      made.set(key, [...same, result]);
      return result;
    },
  };
}
