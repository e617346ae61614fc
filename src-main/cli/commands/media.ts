import type { Command } from 'commander';
import { formatTime } from '#shared/clip/time.ts';
import { cutModes } from '#shared/contract/clips.ts';
import { designFileTypes, imageTypes } from '#shared/contract/designs.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import { exitCodes, type Run, wrongArguments } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { bytesText, columns, namesOf, numberOf, requiredText, textOf, timeOf } from '../values.ts';
import { addDesignFileCommands } from './design-files.ts';
import { findingLines } from './rules.ts';

const out = (about: OptionLine['about']): OptionLine => ({
  flags: '-o, --out <path>',
  about,
  required: true,
});
const outFile = out({ en: 'file to write', zh: '输出文件' });
const outFolder = out({ en: 'folder to write into', zh: '输出文件夹' });
const force: OptionLine = { flags: '--force', about: { en: 'replace existing files', zh: '覆盖已有文件' } };
const type: OptionLine = {
  flags: '--type <type>',
  about: { en: 'file type', zh: '文件类型' },
  choices: imageTypes,
};
const maxBytes: OptionLine = {
  flags: '--max-bytes <n>',
  about: { en: 'largest file, in bytes', zh: '文件大小上限（字节）' },
};
const quality: OptionLine = {
  flags: '--quality <n>',
  about: { en: 'quality, 1 to 100', zh: '质量，1 到 100' },
};

function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value === text);
}

function focusOf(text: string | undefined): 'auto' | 'center' | { x: number; y: number } {
  if (text === undefined || text === 'auto') return 'auto';
  if (text === 'center') return 'center';
  const [x, y] = text.split(',').map(Number);
  if (x !== undefined && y !== undefined && x >= 0 && x <= 1 && y >= 0 && y <= 1) return { x, y };
  throw wrongArguments(
    `--focus takes auto, center or a point such as 0.5,0.3, not “${text}”.`,
    `--focus 可为 auto、center 或如 0.5,0.3 的点，而不是“${text}”。`,
  );
}

async function fitImage(run: Run, input: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.job('files.image', {
    in: input,
    format: requiredText(options, 'to'),
    fit: oneOf(['cover', 'contain', 'blur'] as const, textOf(options, 'fit')),
    focus: focusOf(textOf(options, 'focus')),
    type: oneOf(imageTypes, textOf(options, 'type')),
    maxBytes: numberOf(options, 'maxBytes'),
    quality: numberOf(options, 'quality'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const document = { ...result, type: result.type.replace('image/', '') };
  run.answer(document, () => [`${result.out}  ${result.width}×${result.height}  ${bytesText(result.bytes)}`]);
  return exitCodes.done;
}

async function renderDesign(run: Run, design: string, options: Record<string, unknown>): Promise<number> {
  let formats = namesOf(options, 'to');
  if (options['allFormats'] === true) {
    const pack = await run.query('platforms.pack', {});
    const names = pack.platforms.flatMap((platform) =>
      platform.formats.map((format) => `${platform.id}/${format.id}`),
    );
    formats = names.filter((name) => pictureOf(formatProfile(pack, name)) !== null);
  }
  const result = await run.job('files.designRender', {
    design,
    page: numberOf(options, 'page'),
    formats,
    scale: numberOf(options, 'scale', false),
    type: oneOf(designFileTypes, textOf(options, 'type')),
    transparent: options['transparent'] === true,
    outlines: options['outlines'] === true,
    bleed: options['bleed'] === true,
    quality: numberOf(options, 'quality'),
    maxBytes: numberOf(options, 'maxBytes'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const document = {
    files: result.files.map(({ notes, ...file }) => ({
      ...file,
      type: file.type.replace(/^\w+\//, '').replace('+xml', ''),
      ...(notes && notes.length > 0 ? { notes } : {}),
    })),
  };
  run.answer(document, () => [
    ...columns(
      result.files.map((file) => [
        file.path,
        `${file.width}×${file.height}`,
        bytesText(file.bytes),
        file.needsReview ? '!' : '',
      ]),
    ),
    ...new Set(result.files.flatMap((file) => file.notes ?? []).map((note) => run.say(note))),
  ]);
  return exitCodes.done;
}

async function exportPost(run: Run, post: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.job('files.export', {
    post,
    formats: namesOf(options, 'to'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const targets = result.targets.map(({ files, ...target }) => ({
    ...target,
    files: files.map(({ url, ...file }) => ({ ...file, path: url })),
  }));
  run.answer({ dir: result.dir, targets }, () =>
    result.targets.flatMap((target) => [
      target.dir,
      ...target.files.map((file) => `  ${file.name}  ${bytesText(file.bytes)}`),
      ...findingLines(run, target.findings),
    ]),
  );
  const errors = result.targets.some((target) =>
    target.findings.some((finding) => finding.severity === 'error'),
  );
  return errors ? exitCodes.foundErrors : exitCodes.done;
}

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

async function printJson(run: Run, document: object): Promise<number> {
  run.answer(document, () => [JSON.stringify(document, null, 2)]);
  return exitCodes.done;
}

export function addMediaCommands(root: Command, builder: Builder): void {
  const to: OptionLine = {
    flags: '--to <format>',
    about: { en: 'platform/format', zh: '平台/格式' },
    required: true,
  };
  builder.command(
    root,
    'image <in>',
    { en: 'one picture to a platform format', zh: '将一张图片适配到平台格式' },
    [
      to,
      {
        flags: '--fit <fit>',
        about: { en: 'how it fills the frame', zh: '填充方式' },
        choices: ['cover', 'contain', 'blur'],
      },
      {
        flags: '--focus <point>',
        about: { en: 'auto, center, or x,y from 0 to 1', zh: 'auto、center 或 0 到 1 的 x,y' },
      },
      type,
      maxBytes,
      quality,
      outFile,
      force,
    ],
    (run, [input = ''], options) => fitImage(run, input, options),
  );
  builder.command(
    root,
    'export <post>',
    { en: 'hand-off packages of a post file', zh: '将帖子文件导出为交付包' },
    [{ ...to, flags: '--to <formats>' }, outFolder, force],
    (run, [post = ''], options) => exportPost(run, post, options),
  );
  const design = builder.group(root, 'design', { en: 'designs', zh: '设计' });
  builder.command(
    design,
    'render <design>',
    { en: 'paint a design, re-arranged for each format', zh: '渲染设计，并按各格式重排' },
    [
      { flags: '--page <n>', about: { en: 'only this page, from 1', zh: '仅此页，从 1 起' } },
      {
        flags: '--to <formats>',
        about: { en: 'platform/format, several with commas', zh: '平台/格式，多个用逗号分隔' },
      },
      {
        flags: '--all-formats',
        about: { en: 'every format that shows a picture', zh: '所有展示图片的格式' },
      },
      { flags: '--scale <s>', about: { en: 'pixels per design pixel', zh: '缩放倍数' } },
      { ...type, choices: designFileTypes },
      {
        flags: '--transparent',
        about: { en: 'leave the paper out (not JPEG)', zh: '不绘制背景（JPEG 除外）' },
      },
      {
        flags: '--outlines',
        about: { en: 'letters as outlines (SVG)', zh: '文字转为轮廓（SVG）' },
      },
      { flags: '--bleed', about: { en: 'with the bleed of the design', zh: '包含设计的出血' } },
      quality,
      maxBytes,
      outFolder,
      force,
    ],
    (run, [file = ''], options) => renderDesign(run, file, options),
  );
  addDesignFileCommands(design, builder);
  builder.command(
    design,
    'schema',
    { en: 'JSON Schema of a design file', zh: '设计文件的 JSON Schema' },
    [],
    async (run) => printJson(run, (await run.query('files.designSchema', {})) as object),
  );
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
}
