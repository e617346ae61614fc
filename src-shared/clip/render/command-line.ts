import type { FfmpegCall } from '../args/call.ts';

/** A word for a POSIX shell. */
const quoted = (word: string): string =>
  word !== '' && /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A call as a person would type it, paths shortened to file names. */
export function commandLine(call: FfmpegCall): string {
  const words = ['ffmpeg', '-hide_banner', '-nostdin'];
  for (const input of call.inputs) words.push(...input.options, '-i', baseName(input.path));
  words.push(...call.options);
  words.push(typeof call.output === 'string' ? '-' : baseName(call.output.path));
  return words.map(quoted).join(' ');
}
