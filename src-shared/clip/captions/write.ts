import type { Cue } from '../edit/captions.ts';
import { readTimeLine, writeClock } from './file-time.ts';
import { escapeAmpersands, tagOpening } from './markup.ts';

/** Lines of a caption that a file can hold: none is empty. */
export function linesOf(cue: Pick<Cue, 'text'>): string[] {
  return cue.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** SRT has no escapes of its own: only what a reader would take for a tag, reference or time line is rewritten. */
function srtLine(line: string): string {
  const escaped = escapeAmpersands(line)
    .replaceAll(tagOpening, '&lt;')
    .replaceAll(/\{(?=\\)/g, '&#123;');
  return escaped.includes('-->') ? withoutArrows(escaped) : notTimes(escaped, 'srt');
}

function withoutArrows(line: string): string {
  return line.replaceAll(/>|→|＞|》/g, (sign) => `&#${sign.codePointAt(0) ?? 62};`);
}

/** A line of words that looks like times gets its arrow as a reference. */
function notTimes(line: string, type: 'srt' | 'vtt'): string {
  return readTimeLine(line, type) ? withoutArrows(line) : line;
}

/** SubRip: UTF-8, hours always, milliseconds after a comma. */
export function writeSrt(cues: readonly Cue[]): string {
  return cues
    .map((cue, index) => {
      const times = `${writeClock(cue.from, ',')} --> ${writeClock(cue.to, ',')}`;
      return `${index + 1}\n${times}\n${linesOf(cue).map(srtLine).join('\n')}\n`;
    })
    .join('\n');
}

function vttText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words carry their times between angle brackets, which players show as they are said. */
function vttCue(cue: Cue): string {
  const words = cue.words ?? [];
  let text = '';
  let at = 0;
  for (const word of words) {
    text += vttText(cue.text.slice(at, word.start));
    const opens = word.start === 0 && word.from <= cue.from;
    if (!opens) text += `<${writeClock(word.from, '.')}>`;
    text += vttText(cue.text.slice(word.start, word.end));
    at = word.end;
  }
  text += vttText(cue.text.slice(at));
  return linesOf({ text })
    .map((line) => notTimes(line, 'vtt'))
    .join('\n');
}

/** WebVTT with hours always. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    (cue) => `${writeClock(cue.from, '.')} --> ${writeClock(cue.to, '.')}\n${vttCue(cue)}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}
