import type { Command } from 'commander';
import { formatTime } from '#shared/clip/time.ts';
import { cutModes } from '#shared/contract/clips.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder } from '../program.ts';
import { bytesText, numberOf, requiredText, textOf, timeOf } from '../values.ts';
import { addClipCaptionCommands } from './clip-captions.ts';
import { addClipRenderCommands } from './clip-render.ts';
import { force, oneOf, outFile, outFolder, printJson } from './media-options.ts';

async function cutClip(run: Run, input: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.job('files.clipCut', {
    in: input,
    from: timeOf(options, 'from'),
    to: timeOf(options, 'to'),
    mode: oneOf(cutModes, textOf(options, 'mode')),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const { note, ...document } = result;
  run.answer({ ...document, ...(note ? { note: run.say(note) } : {}) }, () => [
    `${result.out}  ${formatTime(result.actual.from)} – ${formatTime(result.actual.to)}  ${result.mode}  ${bytesText(result.bytes)}`,
    ...(note ? [run.say(note)] : []),
  ]);
  return exitCodes.done;
}

/** Everything under `galley clip`. */
export function addClipCommands(root: Command, builder: Builder): void {
  const clip = builder.group(root, 'clip', { en: 'clips', zh: '视频' });
  builder.command(
    clip,
    'probe <in>',
    { en: 'what a media file really is', zh: '媒体文件的真实信息' },
    [],
    async (run, [input = '']) =>
      printJson(run, (await run.query('files.clipProbe', { in: input })) as object),
  );
  builder.command(
    clip,
    'cut <in>',
    { en: 'trim a recording', zh: '剪切视频' },
    [
      {
        flags: '--from <time>',
        about: { en: 'start: 12.5 or hh:mm:ss.mmm', zh: '起点：12.5 或 hh:mm:ss.mmm' },
        required: true,
      },
      { flags: '--to <time>', about: { en: 'end', zh: '终点' }, required: true },
      {
        flags: '--mode <mode>',
        about: {
          en: 'how it is cut (default: the fastest that is exact to the frame)',
          zh: '剪切方式（默认：精确到帧的最快方式）',
        },
        choices: cutModes,
      },
      outFile,
      force,
    ],
    (run, [input = ''], options) => cutClip(run, input, options),
  );
  builder.command(
    clip,
    'frames <in>',
    { en: 'evenly spaced pictures', zh: '均匀提取画面' },
    [{ flags: '--count <n>', about: { en: 'how many', zh: '数量' }, required: true }, outFolder, force],
    async (run, [input = ''], options) => {
      const result = await run.job('files.clipFrames', {
        in: input,
        count: numberOf(options, 'count') ?? 0,
        out: requiredText(options, 'out'),
      });
      run.answer(result, () => result.files.map((file) => `${formatTime(file.time)}  ${file.path}`));
      return exitCodes.done;
    },
  );
  builder.command(
    clip,
    'waveform <in>',
    { en: 'peaks of the sound', zh: '声音的波形峰值' },
    [{ flags: '--buckets <n>', about: { en: 'how many (default 1000)', zh: '数量（默认 1000）' } }],
    async (run, [input = ''], options) =>
      printJson(
        run,
        await run.job('files.clipWaveform', { in: input, buckets: numberOf(options, 'buckets') ?? 1000 }),
      ),
  );
  addClipCaptionCommands(clip, builder);
  addClipRenderCommands(clip, builder);
}
