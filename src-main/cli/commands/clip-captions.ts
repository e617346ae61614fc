import type { Command } from 'commander';
import { captionTypes } from '#shared/contract/clip-work.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder } from '../program.ts';
import { numberOf, requiredText, textOf } from '../values.ts';
import { force, oneOf, outFile } from './media-options.ts';

async function convertCaptions(run: Run, input: string, options: Record<string, unknown>): Promise<number> {
  const type = oneOf(captionTypes, textOf(options, 'to'));
  const encoding = textOf(options, 'encoding');
  const result = await run.job('files.clipCaptions', {
    in: input,
    shift: numberOf(options, 'shift', false) ?? 0,
    out: requiredText(options, 'out'),
    force: options['force'] === true,
    ...(type && { type }),
    ...(encoding !== undefined && { encoding }),
  });
  const repaired = result.repaired.map((note) => run.say(note));
  run.answer({ ...result, repaired }, () => [
    run.say({ en: `${result.out}  ${result.cues} captions`, zh: `${result.out}  ${result.cues} 条字幕` }),
    ...repaired,
  ]);
  return exitCodes.done;
}

/** @param clip the group of the clip commands */
export function addClipCaptionCommands(clip: Command, builder: Builder): void {
  builder.command(
    clip,
    'captions <in>',
    { en: 'convert and repair captions (SRT, VTT, ASS)', zh: '转换并修复字幕（SRT、VTT、ASS）' },
    [
      {
        flags: '--to <type>',
        about: {
          en: 'kind to write (default: by the name of the output)',
          zh: '输出格式（默认按输出文件名）',
        },
        choices: captionTypes,
      },
      {
        flags: '--shift <seconds>',
        about: { en: 'later by this much; negative is earlier', zh: '整体延后的秒数；负数为提前' },
      },
      {
        flags: '--encoding <name>',
        about: { en: 'of the input (default: found out)', zh: '输入文件的编码（默认自动识别）' },
      },
      outFile,
      force,
    ],
    (run, [file = ''], options) => convertCaptions(run, file, options),
  );
}
