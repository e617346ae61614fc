import type { Command } from 'commander';
import { designFileTypes, imageTypes } from '#shared/contract/designs.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { bytesText, columns, namesOf, numberOf, requiredText, textOf } from '../values.ts';
import { addClipCommands } from './clip.ts';
import { addDesignFileCommands } from './design-files.ts';
import { focusOf, force, oneOf, outFile, outFolder, printJson, to } from './media-options.ts';
import { findingLines } from './rules.ts';

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
    const names = offeredPlatforms(pack).flatMap((platform) =>
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

export function addMediaCommands(root: Command, builder: Builder): void {
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
  addClipCommands(root, builder);
}
