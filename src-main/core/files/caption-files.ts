import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { toMillisecond } from '#shared/clip/captions/raw-cue.ts';
import { defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { captionTypes } from '#shared/contract/clip-work.ts';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import { readCaptionFile } from '../captions/read-captions.ts';
import { captionText } from '../captions/write-captions.ts';

/** Captions moved by seconds. What would lie before the start is left out, and noted. */
function shifted(cues: readonly Cue[], seconds: number, notes: Bilingual[]): Cue[] {
  const at = (time: number): number => toMillisecond(Math.max(0, time + seconds));
  const kept = cues.filter((cue) => at(cue.to) > 0 && at(cue.from) < 360_000);
  const gone = cues.length - kept.length;
  if (gone > 0)
    notes.push({
      en: `${gone} caption(s) lay outside of the clip after the shift; they were left out.`,
      zh: `平移后有 ${gone} 条字幕超出视频范围，已舍去。`,
    });
  return kept.map((cue) => ({
    ...cue,
    from: at(cue.from),
    to: at(cue.to),
    ...(cue.words && { words: cue.words.map((word) => ({ ...word, from: at(word.from), to: at(word.to) })) }),
  }));
}

/**
 * Converts captions to another kind, any encoding to UTF-8, repairing what is damaged.
 * @throws GalleyError unreadable-file when there are no captions, invalid-input for an output of no known kind
 */
export async function convertCaptionFile(
  files: Pick<FileStore, 'writeAtomically'>,
  input: ParsedInput<'files.clipCaptions'>,
): Promise<CallOutput<'files.clipCaptions'>> {
  const path = resolve(input.in);
  const out = resolve(input.out);
  const ending = extname(out).slice(1).toLowerCase();
  const type = input.type ?? captionTypes.find((each) => each === ending);
  if (!type)
    throw new GalleyError('invalid-input', {
      en: `“${basename(out)}” says no kind of captions. Name it .srt, .vtt or .ass, or add --to.`,
      zh: `无法从“${basename(out)}”得知字幕格式。请使用 .srt、.vtt 或 .ass 结尾，或加上 --to。`,
    });
  const read = await readCaptionFile(path, basename(path), input.encoding);
  const repaired = [...read.notes];
  if (read.cues.length === 0)
    throw new GalleyError('unreadable-file', {
      en: `There are no captions in “${basename(path)}”. Choose another file.`,
      zh: `“${basename(path)}”中没有字幕。请选择其他文件。`,
    });
  const cues = input.shift === 0 ? read.cues : shifted(read.cues, input.shift, repaired);
  const track = { cues, style: defaultCaptionStyle, name: basename(path, extname(path)), language: 'und' };
  const text = captionText(track, type, { width: 1920, height: 1080 });
  await files.writeAtomically(out, (temporary) => writeFile(temporary, text), { force: input.force });
  return { out, cues: cues.length, repaired };
}
