import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { Cue } from '../edit/captions.ts';
import { finishCues } from './finish-cues.ts';
import { parseAss } from './parse-ass.ts';
import { parseSrt } from './parse-srt.ts';
import { parseVtt } from './parse-vtt.ts';
import type { CaptionType } from './raw-cue.ts';
import { createRepairs } from './repairs.ts';

export interface ReadCaptions {
  type: CaptionType;
  /** In order, without overlaps, with ids c1, c2 … Seconds of the file. */
  cues: Cue[];
  /** What was repaired. */
  notes: Bilingual[];
}

/** Letters that are looked at to tell what a file is. */
const beginning = 200_000;

const parsers = { srt: parseSrt, vtt: parseVtt, ass: parseAss };

/** What a text is by its content, else by its name; null when nothing speaks for captions. */
function typeOf(text: string, name: string): CaptionType | null {
  const head = text.slice(0, beginning);
  const named = /(?:^|\.)(srt|vtt|ass|ssa)$/i.exec(name.trim())?.[1]?.toLowerCase();
  const byName = named === 'ssa' ? 'ass' : ((named ?? null) as CaptionType | null);
  if (/^\s*WEBVTT/.test(head)) return 'vtt';
  // What comes first decides: words of a caption may look like another kind of file.
  const section = head.search(/^[ \t]*(?:\[(?:Script Info|Events|V4\+? Styles)\]|Dialogue\s*:)/im);
  const arrow = head.search(/\d\s{0,9}(?:-->|->|—>|–>|→)|-->\s{0,9}\d/);
  if (section >= 0 && (arrow < 0 || section < arrow)) return 'ass';
  if (arrow >= 0) return byName === 'vtt' ? 'vtt' : 'srt';
  // A file that is nothing but empty is still what its name says; one full of other things is not.
  return head.trim() === '' ? byName : null;
}

/**
 * Reads captions from text: SubRip, WebVTT, ASS or SSA, by content before name (`nameOrType`: a file name or a
 * type). Damaged files are repaired, each kind of repair with a note. Bounded: 20,000 captions of 5,000 characters.
 * @throws GalleyError unreadable-file when the text holds no captions of these kinds
 */
export function parseCaptions(text: string, nameOrType: string): ReadCaptions {
  const type = typeOf(text, nameOrType);
  if (!type)
    throw new GalleyError('unreadable-file', {
      en: 'This is no file of captions that can be read. Choose an SRT, VTT or ASS file.',
      zh: '这不是可读取的字幕文件。请选择 SRT、VTT 或 ASS 文件。',
    });
  const repairs = createRepairs();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const cues = finishCues(parsers[type](lines, repairs), repairs);
  return { type, cues, notes: repairs.notes() };
}
