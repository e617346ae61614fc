import { readTimeLine, type TimeLine } from './file-time.ts';
import { decodeEntities, srtTag, strayOverride } from './markup.ts';
import { mostCues, plainText, type RawCue } from './raw-cue.ts';
import type { Repairs } from './repairs.ts';

const number = /^\s*\d{1,7}\s*$/;

interface Block {
  /** Null: a number and words without a time. */
  time: TimeLine | null;
  lines: string[];
  line: number;
}

function textOf(block: Block, repairs: Repairs): string {
  const written = block.lines.join('\n');
  const marked = written
    .replaceAll(strayOverride, '')
    .replaceAll(srtTag, (tag) => (/^<br/i.test(tag) ? '\n' : ''));
  if (marked !== written) repairs.add('markup', block.line);
  const { text, cut } = plainText([{ text: decodeEntities(marked), from: null, to: null }]);
  if (cut) repairs.add('text-cut', block.line);
  return text;
}

/** Cuts a file into captions: each starts at its time line, or at a number after an empty line. */
function blocksOf(lines: readonly string[], repairs: Repairs): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let expected = 1;
  /** Whether the line before was empty (or the first). */
  let parted = true;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const time = readTimeLine(line, 'srt');
    if (time) {
      // The number stands in the open block already: it is taken back when it is one.
      const last = open?.lines.at(-1);
      const before = index > 0 ? (lines[index - 1] ?? '') : '';
      const first = index < 2 || (lines[index - 2] ?? '').trim() === '';
      const isNumber = number.test(before) && (first || Number(before) === expected || open?.time === null);
      if (isNumber && open && last === before) open.lines.pop();
      if (isNumber && open?.time === null && open.lines.length === 0) blocks.pop();
      if (!isNumber) repairs.add('number-missing', index + 1);
      const gap = isNumber ? first : before.trim() === '';
      if (!gap && blocks.length > 0) repairs.add('blank-line-missing', index + 1);
      if (time.odd || time.from?.odd || time.to?.odd) repairs.add('odd-time', index + 1);
      if (blocks.length >= mostCues) {
        repairs.add('too-many', index + 1);
        break;
      }
      open = { time, lines: [], line: index + 1 };
      blocks.push(open);
      expected = (isNumber ? Number(before) : expected) + 1;
      parted = false;
      continue;
    }
    const empty = line.trim() === '';
    if (
      !empty &&
      parted &&
      number.test(line) &&
      Number(line) === expected &&
      !readTimeLine(lines[index + 1] ?? '', 'srt')
    ) {
      open = { time: null, lines: [], line: index + 1 };
      blocks.push(open);
      expected += 1;
      parted = false;
      continue;
    }
    if (open) open.lines.push(line);
    else if (!empty && !number.test(line)) repairs.add('unknown-lines', index + 1);
    parted = empty;
  }
  // A last number with nothing after it is the end of a file that was cut off.
  return blocks.filter((block) => {
    const kept = block.time !== null || block.lines.some((line) => line.trim() !== '');
    if (!kept) repairs.add('cut-off', block.line);
    return kept;
  });
}

/** Reads SubRip captions, repairing what is damaged. Lines are without their endings. */
export function parseSrt(lines: readonly string[], repairs: Repairs): RawCue[] {
  return blocksOf(lines, repairs).map((block) => ({
    from: block.time?.from?.seconds ?? null,
    to: block.time?.to?.seconds ?? null,
    text: textOf(block, repairs),
    words: [],
    line: block.line,
  }));
}
