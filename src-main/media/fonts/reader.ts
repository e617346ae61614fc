import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { FontReader } from '#main/ports/font-reader.ts';
import { runWorker } from '../worker-task.ts';
import type { FontAnswer } from './font-worker.ts';

/** Bytes; the largest Chinese families stay well below. */
const mostBytes = 60 * 1024 * 1024;

/** A large Chinese WOFF2 takes a few seconds on a slow machine. */
const mostSeconds = 30;

function damaged(path: string, reason: unknown): GalleyError {
  const name = basename(path);
  return new GalleyError(
    'unreadable-file',
    {
      en: `“${name}” is no font, or a damaged one. Choose a TTF, OTF, TTC, WOFF or WOFF2 file, or download it again.`,
      zh: `“${name}”不是字体文件，或已损坏。请选择 TTF、OTF、TTC、WOFF 或 WOFF2 文件，或重新下载。`,
    },
    { reason: reason instanceof Error ? reason.message : reason },
  );
}

export function createFontReader(): FontReader {
  return {
    async read(path, signal) {
      const { size } = await stat(path);
      if (size > mostBytes) {
        throw new GalleyError('unreadable-file', {
          en: `“${basename(path)}” is larger than 60 MB. Choose a font of one style, or one with fewer characters.`,
          zh: `“${basename(path)}”超过 60 MB。请选择单一样式或字符较少的字体。`,
        });
      }
      let answer: FontAnswer;
      try {
        answer = await runWorker<FontAnswer>('font-worker', import.meta.url, path, {
          seconds: mostSeconds,
          heapMegabytes: 1024,
          signal,
        });
      } catch (error) {
        if (isCancellation(error)) throw error;
        throw damaged(path, error);
      }
      if (!answer.ok) throw damaged(path, answer.message);
      return answer.faces;
    },
  };
}
