/** A time as it stands in a file. */
interface FileTime {
  /** Negative when the file says so. */
  seconds: number;
  /** Not written as the format has it, but readable. */
  odd: boolean;
}

const longestTime = 40;
const clock = /^(-?)\s*(?:(\d{1,5})\s*:\s*)?(\d{1,5})\s*:\s*(\d{1,2})(?:\s*([.,:;])\s*(\d{1,9}))?$/;
const secondsOnly = /^(-?)(\d{1,6})[.,](\d{1,9})$/;
const strict = {
  srt: /^\d{2}:[0-5]\d:[0-5]\d,\d{3}$/,
  vtt: /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/,
  ass: /^\d+:[0-5]\d:[0-5]\d\.\d{2}$/,
};

/**
 * Reads `hh:mm:ss,mmm` and what people and programs write instead: a dot or colon before the fraction, fewer or
 * more digits in it (it is a decimal fraction then), no hours, no fraction, spaces, full-width signs, a minus.
 * Null when it is no time.
 */
export function readFileTime(written: string, type: keyof typeof strict): FileTime | null {
  if (written.length > longestTime) return null;
  const trimmed = written.trim();
  const text = trimmed.replaceAll('：', ':').replaceAll('，', ',').replaceAll('．', '.');
  const match = clock.exec(text);
  const [, sign, hours = '0', minutes = '0', seconds = '0', , fraction = '0'] = match ?? [];
  const odd = !strict[type].test(trimmed);
  if (match) {
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const value = whole + Number(`0.${fraction}`);
    return { seconds: sign === '-' ? -value : value, odd };
  }
  const short = secondsOnly.exec(text);
  if (!short) return null;
  const value = Number(`${short[2] ?? '0'}.${short[3] ?? '0'}`);
  return { seconds: short[1] === '-' ? -value : value, odd };
}

/** The two times of a line such as `00:00:01,000 --> 00:00:02,500`, null where one is missing or no time. */
export interface TimeLine {
  from: FileTime | null;
  to: FileTime | null;
  /** The arrow is not the one of the format. */
  odd: boolean;
}

/** Longer lines are text: a time line has two times and some settings. */
const longestLine = 500;
const otherArrows = /—>|–>|--?\s?＞|->|→|--》/;
const threeParts = /:.*:/;

/** The time at the start of what follows an arrow; settings or coordinates may stand after it. */
function leadingTime(text: string, type: 'srt' | 'vtt'): FileTime | null {
  const trimmed = text.trim();
  const whole = readFileTime(trimmed, type);
  if (whole) return whole;
  const word = /^\S+/.exec(trimmed)?.[0] ?? '';
  const first = readFileTime(word, type);
  if (first) return first;
  const spaced = /^[-\d\s:：.,，;]+/.exec(trimmed.slice(0, longestTime))?.[0] ?? '';
  return spaced === '' ? null : readFileTime(spaced, type);
}

/** Reads a time line; null when the line is text, even one with an arrow in it. */
export function readTimeLine(line: string, type: 'srt' | 'vtt'): TimeLine | null {
  if (line.length > longestLine) return null;
  const arrow = line.indexOf('-->');
  if (arrow >= 0) {
    const left = line.slice(0, arrow);
    const from = readFileTime(left, type);
    const to = leadingTime(line.slice(arrow + 3), type);
    // Beside a readable time, what stands for the other one may be missing or damaged, but is not words.
    if (from || (to && !/\p{L}/u.test(left))) return { from, to, odd: false };
    return null;
  }
  const other = otherArrows.exec(line);
  if (!other) return null;
  const [left, right] = [line.slice(0, other.index), line.slice(other.index + other[0].length)];
  // “09:30 → 10:15” may be words of a caption: another arrow counts only between full times.
  if (!threeParts.test(left) || !threeParts.test(right)) return null;
  const from = readFileTime(left, type);
  const to = leadingTime(right, type);
  return from && to ? { from, to, odd: true } : null;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

/** `hh:mm:ss`, the separator and three digits; seconds to the nearest millisecond. */
export function writeClock(seconds: number, separator: ',' | '.'): string {
  const all = Math.max(0, Math.round(seconds * 1000));
  const [hours, minutes] = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60];
  const rest = Math.floor(all / 1000) % 60;
  return `${digits(hours, 2)}:${digits(minutes, 2)}:${digits(rest, 2)}${separator}${digits(all % 1000, 3)}`;
}

/** `h:mm:ss.cc`, as ASS has it: its finest step is a hundredth. */
export function writeAssClock(seconds: number): string {
  const all = Math.max(0, Math.round(seconds * 100));
  const [hours, minutes] = [Math.floor(all / 360_000), Math.floor(all / 6000) % 60];
  return `${hours}:${digits(minutes, 2)}:${digits(Math.floor(all / 100) % 60, 2)}.${digits(all % 100, 2)}`;
}
