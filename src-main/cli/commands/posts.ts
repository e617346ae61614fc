import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { constants } from 'node:fs';
import type { Command } from 'commander';
import { GalleyError } from '#shared/contract/failure.ts';
import { planFileKinds, tableEncodings } from '#shared/contract/plan-files.ts';
import { isMeaning, planFields } from '#shared/plan/files/fields.ts';
import { repeatWays, type RepeatWay } from '#shared/plan/files/ics-repeats.ts';
import { tablePresets } from '#shared/plan/files/presets.ts';
import { exitCodes, type Run, wrongArguments } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { columns, namesOf, numberOf, textOf } from '../values.ts';
import { open, workspace } from './workspace.ts';

/** `Column=field` pairs over what the preset says; a column is named or counted from 1. */
function mappingOf(found: { columns: string[]; mapping: string[] }, pairs: readonly string[]): string[] {
  const mapping = [...found.mapping];
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const [name, field] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const named = found.columns.indexOf(name);
    const index = named >= 0 ? named : Number(name) - 1;
    if (at < 1 || mapping[index] === undefined) {
      throw wrongArguments(
        `--map “${pair}” names no column. The columns are: ${found.columns.join(', ')}.`,
        `--map“${pair}”没有对应的列。现有的列：${found.columns.join('、')}。`,
      );
    }
    if (!isMeaning(field)) {
      throw wrongArguments(
        `--map “${pair}” names no field. The fields are: ${planFields.join(', ')}, on:<platform>.`,
        `--map“${pair}”没有对应的字段。可用字段：${planFields.join('、')}、on:<平台>。`,
      );
    }
    mapping[index] = field;
  }
  return mapping;
}

async function importPosts(
  run: Run,
  [path = '']: string[],
  options: Record<string, unknown>,
): Promise<number> {
  await open(run, options);
  const choice = <T extends string>(name: string): T | undefined => textOf(options, name) as T | undefined;
  const preset = choice<(typeof tablePresets)[number]>('preset');
  const encoding = choice<(typeof tableEncodings)[number]>('encoding');
  const sheet = textOf(options, 'sheet');
  const file = {
    source: { kind: 'path' as const, path: resolve(path) },
    name: basename(path),
    ...(preset ? { preset } : {}),
    ...(encoding ? { encoding } : {}),
    ...(sheet === undefined ? {} : { sheet }),
  };
  const pairs = namesOf(options, 'map');
  const mapping = pairs.length > 0 ? mappingOf(await run.job('planfile.read', file), pairs) : undefined;
  const zone = textOf(options, 'zone');
  const format = textOf(options, 'to');
  const dateOrder = choice<'mdy' | 'dmy'>('dateOrder');
  const repeats = choice<RepeatWay>('repeats');
  const input = {
    ...file,
    ...(mapping ? { mapping } : {}),
    ...(zone === undefined ? {} : { zone }),
    ...(format === undefined ? {} : { format }),
    ...(dateOrder ? { dateOrder } : {}),
    ...(repeats ? { repeats } : {}),
  };
  if (options['dryRun'] === true) {
    const { rows } = await run.job('planfile.preview', input);
    const shown = rows.map((row) => ({ ...row, problems: row.problems.map((problem) => run.say(problem)) }));
    const count = (action: string): number => rows.filter((row) => row.action === action).length;
    const refused = shown
      .filter(({ action }) => action === 'refuse')
      .map(({ row, title, problems }) => ({ row, title, reason: problems[0] ?? '' }));
    run.answer(
      {
        dryRun: true,
        rows: rows.length,
        imported: count('new'),
        updated: count('update'),
        same: count('same'),
        refused,
        preview: shown,
      },
      () =>
        columns(
          shown.map((row) => [
            String(row.row),
            row.action,
            row.local ?? '',
            row.targets.join(' '),
            row.title,
            row.problems.join(' '),
          ]),
        ),
    );
    return refused.length > 0 ? exitCodes.foundErrors : exitCodes.done;
  }
  const result = await run.job('planfile.import', input);
  const refused = result.refused.map(({ row, title, reason }) => ({ row, title, reason: run.say(reason) }));
  const { rows, imported, updated, same, series } = result;
  run.answer({ rows, imported, updated, same, series, refused }, () => [
    run.say({
      en: `${rows} rows: ${imported} new, ${updated} changed, ${same} as they were, ${refused.length} refused.`,
      zh: `共 ${rows} 行：新建 ${imported}，更新 ${updated}，未变 ${same}，拒绝 ${refused.length}。`,
    }),
    ...refused.map(({ row, reason }) => `✗ ${row}: ${reason}`),
  ]);
  return refused.length > 0 ? exitCodes.foundErrors : exitCodes.done;
}

async function exportPosts(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const out = textOf(options, 'out');
  const ending = planFileKinds.find((kind) => out?.toLowerCase().endsWith(`.${kind}`));
  const format =
    (textOf(options, 'format') as (typeof planFileKinds)[number] | undefined) ?? ending ?? 'json';
  if (out === undefined && (format === 'xlsx' || format === 'pdf' || format === 'png')) {
    throw wrongArguments(
      `${format} is no text: say with --out where it goes.`,
      `${format} 不是文本：请用 --out 指定输出文件。`,
    );
  }
  const alarmMinutes = numberOf(options, 'alarm');
  const [from, to, month, lastMonth] = ['from', 'to', 'month', 'lastMonth'].map((name) =>
    textOf(options, name),
  );
  const made = await run.job('planfile.export', {
    format,
    language: run.manner.language,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(month === undefined ? {} : { month }),
    ...(lastMonth === undefined ? {} : { lastMonth }),
    ...(alarmMinutes === undefined ? {} : { alarmMinutes }),
  });
  try {
    const { rows, left } = made;
    if (out === undefined) {
      const text = await readFile(made.path, 'utf8');
      const document =
        format === 'json'
          ? { rows, posts: (JSON.parse(text) as { posts: unknown }).posts }
          : { rows, left, [format]: text };
      run.answer(document, () => [text.trimEnd()]);
      return exitCodes.done;
    }
    const target = resolve(out);
    await copyFile(made.path, target, options['force'] === true ? 0 : constants.COPYFILE_EXCL).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        throw new GalleyError('conflict', {
          en: `“${target}” already exists. Choose another name, or use --force.`,
          zh: `“${target}”已存在。请换一个名称，或使用 --force。`,
        });
      },
    );
    run.answer({ out: target, rows, left }, () => [target]);
    return exitCodes.done;
  } finally {
    await rm(made.path, { force: true });
  }
}

const importOptions: OptionLine[] = [
  workspace,
  { flags: '--preset <tool>', about: { en: 'whose table it is', zh: '表格来源' }, choices: tablePresets },
  {
    flags: '--map <pairs>',
    about: { en: 'Column=field, with commas, over the preset', zh: '列=字段，用逗号分隔，覆盖预设' },
  },
  { flags: '--zone <zone>', about: { en: 'of times that name none', zh: '未注明时区的时间所用时区' } },
  {
    flags: '--date-order <order>',
    about: { en: 'how 03/04/2026 is read', zh: '03/04/2026 的读法' },
    choices: ['mdy', 'dmy'],
  },
  {
    flags: '--to <format>',
    about: { en: 'platform/format of rows that name none', zh: '未注明平台的行所用的平台/格式' },
  },
  {
    flags: '--repeats <way>',
    about: { en: 'what is made of calendar events that repeat', zh: '日历中重复日程的处理方式' },
    choices: repeatWays,
  },
  { flags: '--sheet <name>', about: { en: 'sheet of a workbook', zh: '工作簿中的工作表' } },
  {
    flags: '--encoding <name>',
    about: { en: 'instead of finding it out', zh: '指定编码' },
    choices: tableEncodings,
  },
  { flags: '--dry-run', about: { en: 'say what would happen', zh: '只预演，不写入' } },
];

const exportOptions: OptionLine[] = [
  workspace,
  { flags: '--format <format>', about: { en: 'kind of file', zh: '文件格式' }, choices: planFileKinds },
  { flags: '--from <day>', about: { en: 'first day, YYYY-MM-DD', zh: '起始日期，YYYY-MM-DD' } },
  { flags: '--to <day>', about: { en: 'last day, YYYY-MM-DD', zh: '结束日期，YYYY-MM-DD' } },
  { flags: '--month <month>', about: { en: 'of a PDF or PNG, YYYY-MM', zh: 'PDF 或 PNG 的月份，YYYY-MM' } },
  {
    flags: '--last-month <month>',
    about: {
      en: 'a page (PDF) or picture (ZIP) a month up to it',
      zh: '到该月为止每月一页（PDF）或一图（ZIP）',
    },
  },
  {
    flags: '--alarm <minutes>',
    about: { en: 'reminder in a calendar file', zh: '日历文件中的提前提醒（分钟）' },
  },
  { flags: '-o, --out <path>', about: { en: 'file to write', zh: '输出文件' } },
  { flags: '--force', about: { en: 'replace an existing file', zh: '覆盖已有文件' } },
];

/** The plan from files and into files. */
export function addPostCommands(root: Command, builder: Builder): void {
  const posts = builder.group(root, 'posts', { en: 'the plan', zh: '计划' });
  builder.command(
    posts,
    'import <file>',
    {
      en: 'CSV, TSV, XLSX, ICS or JSON into the plan; again changes only what differs',
      zh: '将 CSV、TSV、XLSX、ICS 或 JSON 导入计划；重复导入只更新有差异的内容',
    },
    importOptions,
    (run, words, options) => importPosts(run, words, options),
  );
  builder.command(
    posts,
    'export',
    {
      en: 'the plan as JSON, CSV, XLSX, ICS, PDF or PNG',
      zh: '将计划导出为 JSON、CSV、XLSX、ICS、PDF 或 PNG',
    },
    exportOptions,
    (run, _, options) => exportPosts(run, options),
  );
}
