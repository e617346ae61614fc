import type { Command } from 'commander';
import { exitCodes, type Run } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { requiredText } from '../values.ts';

const force: OptionLine = { flags: '--force', about: { en: 'replace existing files', zh: '覆盖已有文件' } };

async function resizeDesign(run: Run, design: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.job('files.designResize', {
    design,
    format: requiredText(options, 'to'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const review = { en: 'A person should look at it.', zh: '建议人工检查。' };
  run.answer(result, () => [
    `${result.out}  ×${result.scale.toFixed(2)}`,
    ...(result.needsReview ? [run.say(review)] : []),
  ]);
  return exitCodes.done;
}

async function mergeDesign(run: Run, design: string, options: Record<string, unknown>): Promise<number> {
  const result = await run.job('files.designMerge', {
    design,
    rows: requiredText(options, 'rows'),
    out: requiredText(options, 'out'),
    force: options['force'] === true,
  });
  const errors = result.errors.map(({ row, message }) => ({ row, message: run.say(message) }));
  run.answer({ ...result, errors }, () => [
    ...result.files,
    ...errors.map(({ row, message }) =>
      run.say({ en: `Row ${row}: ${message}`, zh: `第 ${row} 行：${message}` }),
    ),
  ]);
  return errors.length > 0 ? exitCodes.foundErrors : exitCodes.done;
}

/** Work on design files that ends in design files. @param design the group of the design commands */
export function addDesignFileCommands(design: Command, builder: Builder): void {
  builder.command(
    design,
    'resize <design>',
    { en: 'magic resize to an editable design file', zh: '智能调整为另一尺寸的可编辑设计文件' },
    [
      { flags: '--to <format>', about: { en: 'platform/format', zh: '平台/格式' }, required: true },
      { flags: '-o, --out <path>', about: { en: 'file to write', zh: '输出文件' }, required: true },
      force,
    ],
    (run, [file = ''], options) => resizeDesign(run, file, options),
  );
  builder.command(
    design,
    'merge <design>',
    { en: 'one design file for each row of a table', zh: '按表格的每一行生成一个设计文件' },
    [
      {
        flags: '--rows <file>',
        about: {
          en: 'CSV, TSV or XLSX; its first row names the columns, pictures lie beside it',
          zh: 'CSV、TSV 或 XLSX；首行为列名，图片与其放在同一文件夹',
        },
        required: true,
      },
      { flags: '-o, --out <path>', about: { en: 'folder to write into', zh: '输出文件夹' }, required: true },
      force,
    ],
    (run, [file = ''], options) => mergeDesign(run, file, options),
  );
}
