import type { Command } from 'commander';
import { frameFits } from '#shared/clip/edit/segment.ts';
import { formatTime } from '#shared/clip/time.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder } from '../program.ts';
import { bytesText, numberOf, requiredText, textOf, timeOf } from '../values.ts';
import { focusOf, force, oneOf, outFile, printJson, to } from './media-options.ts';

type Options = Record<string, unknown>;

function told(run: Run, made: CallOutput<'files.clipRender'> & { passes?: number }): number {
  const { before, after } = made.loudness ?? {};
  const lufs = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : value.toFixed(1);
  run.answer(made, () => [
    `${made.out}  ${made.width}×${made.height}  ${formatTime(made.duration)}  ${bytesText(made.bytes)}`,
    ...(after ? [`${lufs(before?.integrated)} → ${lufs(after.integrated)} LUFS`] : []),
  ]);
  return exitCodes.done;
}

async function renderEdit(run: Run, edit: string, options: Options): Promise<number> {
  const request = { edit, format: textOf(options, 'to'), out: requiredText(options, 'out') };
  return told(run, await run.job('files.clipRender', { ...request, force: options['force'] === true }));
}

async function reframe(run: Run, input: string, options: Options): Promise<number> {
  const made = await run.job('files.clipReframe', {
    in: input,
    format: requiredText(options, 'to'),
    fit: oneOf(frameFits, textOf(options, 'fit')),
    focus: focusOf(textOf(options, 'focus'), 'center'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  return told(run, made);
}

async function fit(run: Run, input: string, options: Options): Promise<number> {
  const request = { in: input, format: requiredText(options, 'to'), out: requiredText(options, 'out') };
  return told(run, await run.job('files.clipFit', { ...request, force: options['force'] === true }));
}

async function animate(run: Run, input: string, options: Options): Promise<number> {
  const made = await run.job('files.clipGif', {
    in: input,
    from: timeOf(options, 'from'),
    to: timeOf(options, 'to'),
    width: numberOf(options, 'width'),
    maxBytes: numberOf(options, 'maxBytes'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  run.answer(made, () => [`${made.out}  ${made.frames}  ${bytesText(made.bytes)}`]);
  return exitCodes.done;
}

/** `clip render`, `reframe`, `fit`, `gif`, `schema`. */
export function addClipRenderCommands(clip: Command, builder: Builder): void {
  builder.command(
    clip,
    'render <edit>',
    { en: 'render an edit list', zh: '渲染剪辑文件' },
    [{ ...to, required: false }, outFile, force],
    (run, [edit = ''], options) => renderEdit(run, edit, options),
  );
  builder.command(
    clip,
    'reframe <in>',
    { en: 'another shape, for a platform format', zh: '改变画面比例以适配平台格式' },
    [
      to,
      {
        flags: '--fit <fit>',
        about: { en: 'how it fills the frame (default: crop)', zh: '填充方式（默认：crop）' },
        choices: frameFits,
      },
      {
        flags: '--focus <point>',
        about: {
          en: 'what stays in sight: center, x,y from 0 to 1, or auto to follow the subject',
          zh: '保留的内容：center、0 到 1 的 x,y，或 auto 跟随主体',
        },
      },
      outFile,
      force,
    ],
    (run, [input = ''], options) => reframe(run, input, options),
  );
  builder.command(
    clip,
    'fit <in>',
    {
      en: 'to the size, length, rate and bytes of a platform format',
      zh: '适配平台格式的尺寸、时长、帧率和大小',
    },
    [to, outFile, force],
    (run, [input = ''], options) => fit(run, input, options),
  );
  builder.command(
    clip,
    'gif <in>',
    { en: 'animated GIF, or WebP by the name of the output', zh: '动图：GIF，或按输出文件名生成 WebP' },
    [
      {
        flags: '--from <time>',
        about: { en: 'start: 12.5 or hh:mm:ss.mmm', zh: '起点：12.5 或 hh:mm:ss.mmm' },
        required: true,
      },
      { flags: '--to <time>', about: { en: 'end', zh: '终点' }, required: true },
      { flags: '--width <w>', about: { en: 'pixels', zh: '像素' } },
      {
        flags: '--max-bytes <n>',
        about: { en: 'largest file, in bytes', zh: '文件大小上限（字节）' },
      },
      outFile,
      force,
    ],
    (run, [input = ''], options) => animate(run, input, options),
  );
  builder.command(
    clip,
    'schema',
    { en: 'JSON Schema of an edit list', zh: '剪辑文件的 JSON Schema' },
    [],
    async (run) => printJson(run, (await run.query('files.clipSchema', {})) as object),
  );
}
