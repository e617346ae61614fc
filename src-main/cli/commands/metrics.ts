import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CallOutput } from '#shared/contract/index.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { findPlatform } from '#shared/platforms/format-name.ts';
import { exitCodes, type Run, wrongArguments } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { columns, textOf } from '../values.ts';
import { open, workspace } from './workspace.ts';

interface Place {
  platform?: string;
  accountId?: string;
}

/** Whose results: an account of the workspace by its name, or a platform. */
async function placeOf(run: Run, options: Record<string, unknown>): Promise<Place> {
  const wanted = textOf(options, 'platform');
  const name = textOf(options, 'account');
  const platform =
    wanted === undefined ? undefined : findPlatform(await run.query('platforms.pack', {}), wanted).id;
  if (name === undefined) return platform === undefined ? {} : { platform };
  const accounts = await run.query('kit.list', { kind: 'account' });
  const named = accounts.filter((item): item is KitItem<'account'> => item.kind === 'account');
  const found = named.find((item) => item.name === name && (!platform || item.body.platform === platform));
  if (!found) {
    const known = named.map((item) => item.name);
    throw wrongArguments(
      `There is no account “${name}”. ${known.length > 0 ? `The accounts are: ${known.join(', ')}.` : 'This workspace has none yet.'}`,
      `没有名为“${name}”的账号。${known.length > 0 ? `现有账号：${known.join('、')}。` : '此工作区还没有账号。'}`,
    );
  }
  return { platform: found.body.platform, accountId: found.id };
}

/** The zone that was named, else the workspace's. */
async function zoneOf(run: Run, options: Record<string, unknown>): Promise<string> {
  const named = textOf(options, 'zone');
  if (named !== undefined) return named;
  return (await run.query('workspace.current', {}))?.zone ?? 'UTC';
}

async function importMetrics(
  run: Run,
  [path = '']: string[],
  options: Record<string, unknown>,
): Promise<number> {
  await open(run, options);
  const { platform, accountId = null } = await placeOf(run, options);
  if (platform === undefined) {
    throw wrongArguments(
      'Say with --platform or --account whose results these are.',
      '请用 --platform 或 --account 指明这些数据属于哪个平台或账号。',
    );
  }
  const sheet = textOf(options, 'sheet');
  const order = textOf(options, 'dateOrder');
  const { refused, ...counts } = await run.job('results.import', {
    source: { kind: 'path', path: resolve(path) },
    name: basename(path),
    platform,
    accountId,
    zone: await zoneOf(run, options),
    ...(sheet === undefined ? {} : { sheet }),
    ...(order === 'mdy' || order === 'dmy' ? { dateOrder: order } : {}),
  });
  const left = refused.map(({ row, reason }) => ({ row, reason: run.say(reason) }));
  run.answer({ ...counts, refused: left }, () => [
    run.say({
      en: `${counts.rows} rows: ${counts.added} new, ${counts.changed} changed, ${counts.same} as they were, ${left.length} refused.`,
      zh: `共 ${counts.rows} 行：新增 ${counts.added}，更新 ${counts.changed}，未变 ${counts.same}，拒绝 ${left.length}。`,
    }),
    ...left.map(({ row, reason }) => `✗ ${row}: ${reason}`),
  ]);
  return left.length > 0 ? exitCodes.foundErrors : exitCodes.done;
}

type Figures = Omit<CallOutput<'results.report'>[number]['months'][number], 'month'>;
type ReportedSet = CallOutput<'results.report'>[number] & { account: string | null };

function reportLines(run: Run, set: ReportedSet): string[] {
  const number = new Intl.NumberFormat(run.manner.language);
  const percent = new Intl.NumberFormat(run.manner.language, { style: 'percent', maximumFractionDigits: 1 });
  const heads =
    run.manner.language === 'zh'
      ? ['月份', '帖子', '触达', '中位触达', '互动', '互动率']
      : ['month', 'posts', 'reach', 'median', 'engagements', 'rate'];
  const line = (name: string, { count, reach, medianReach, engagements, rate }: Figures) => [
    name,
    ...[count, reach, medianReach, engagements].map((value) => number.format(value)),
    percent.format(rate),
  ];
  return [
    `${set.account ?? set.platform}  ${set.from} – ${set.to}`,
    ...columns([
      heads,
      ...set.months.map(({ month, ...figures }) => line(month, figures)),
      line(run.say({ en: 'all', zh: '合计' }), set),
    ]),
    '',
    ...columns(set.top.map(({ local, title, link, reach }) => [local, number.format(reach), title || link])),
    '',
  ];
}

async function reportMetrics(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const zone = await zoneOf(run, options);
  const [from, to] = [textOf(options, 'from'), textOf(options, 'to')];
  const found = await run.query('results.report', {
    ...(await placeOf(run, options)),
    zone,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const accounts = await run.query('kit.list', { kind: 'account' });
  const sets = found.map((set) => ({
    ...set,
    account: accounts.find(({ id }) => id === set.accountId)?.name ?? null,
  }));
  run.answer({ zone, sets }, () =>
    sets.length > 0
      ? sets.flatMap((set) => reportLines(run, set)).slice(0, -1)
      : [run.say({ en: 'There are no results for this.', zh: '没有符合条件的数据。' })],
  );
  return exitCodes.done;
}

const place: OptionLine[] = [
  { flags: '--platform <id>', about: { en: 'of which platform', zh: '平台' } },
  { flags: '--account <name>', about: { en: 'of which account of the workspace', zh: '工作区中的账号' } },
];

const zone: OptionLine = {
  flags: '--zone <zone>',
  about: { en: 'of the dates; otherwise the workspace’s', zh: '日期所用时区，默认为工作区时区' },
};

/** Results that platforms let one download, and what they say. */
export function addMetricCommands(root: Command, builder: Builder): void {
  const metrics = builder.group(root, 'metrics', {
    en: 'results of published posts',
    zh: '已发布内容的数据',
  });
  builder.command(
    metrics,
    'import <file>',
    {
      en: 'the CSV or XLSX that a platform lets one download; again changes only what differs',
      zh: '导入平台后台下载的 CSV 或 XLSX；重复导入只更新有差异的内容',
    },
    [
      workspace,
      ...place,
      zone,
      {
        flags: '--date-order <order>',
        about: { en: 'how 03/04/2026 is read', zh: '03/04/2026 的读法' },
        choices: ['mdy', 'dmy'],
      },
      { flags: '--sheet <name>', about: { en: 'sheet of a workbook', zh: '工作簿中的工作表' } },
    ],
    importMetrics,
  );
  builder.command(
    metrics,
    'report',
    {
      en: 'reach and engagement by month, and what did best',
      zh: '按月统计触达与互动，并列出表现最好的内容',
    },
    [
      workspace,
      ...place,
      zone,
      { flags: '--from <day>', about: { en: 'first day, YYYY-MM-DD', zh: '起始日期，YYYY-MM-DD' } },
      { flags: '--to <day>', about: { en: 'last day, YYYY-MM-DD', zh: '结束日期，YYYY-MM-DD' } },
    ],
    (run, _, options) => reportMetrics(run, options),
  );
}
