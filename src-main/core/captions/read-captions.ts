import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCaptions, type ReadCaptions } from '#shared/clip/captions/parse.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { decodeCaptions } from './decode-captions.ts';

/** Bytes. Two hours of captions have a quarter of a megabyte. */
const largestFile = 32_000_000;

/**
 * Reads a caption file in any encoding. `name` decides only where the content does not say what it is. What was
 * repaired, and an encoding that had to be guessed, are in the notes.
 * @throws GalleyError not-found, unreadable-file, invalid-input for an unknown encoding
 */
export async function readCaptionFile(
  path: string,
  name: string,
  encoding?: string,
): Promise<ReadCaptions & { encoding: string }> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new GalleyError('not-found', {
      en: `There is no file “${basename(path)}”. Choose another caption file.`,
      zh: `找不到文件“${basename(path)}”。请另选字幕文件。`,
    });
  if (found.size > largestFile)
    throw new GalleyError('unreadable-file', {
      en: `“${basename(name)}” is too large for captions. Choose an SRT, VTT or ASS file.`,
      zh: `“${basename(name)}”过大，不是字幕文件。请选择 SRT、VTT 或 ASS 文件。`,
    });
  const decoded = decodeCaptions(await readFile(path), encoding);
  const { type, cues, notes } = parseCaptions(decoded.text, name);
  if (decoded.guessed)
    notes.unshift({
      en: `The file does not say its encoding; it was read as ${decoded.encoding}.`,
      zh: `文件未注明编码，已按 ${decoded.encoding} 读取。`,
    });
  return { type, cues, notes, encoding: decoded.encoding };
}
