import { basename, resolve } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Asset } from '#shared/domain/asset.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { bytesText, columns, requiredText, textOf } from '../values.ts';

const workspace: OptionLine = {
  flags: '--workspace <dir>',
  about: { en: 'folder of the workspace', zh: '工作区文件夹' },
  required: true,
};

async function open(run: Run, options: Record<string, unknown>): Promise<void> {
  await run.openWorkspace(resolve(requiredText(options, 'workspace')));
}

async function init(run: Run, options: Record<string, unknown>): Promise<number> {
  const path = resolve(requiredText(options, 'workspace'));
  const made = await run.query('workspace.create', { path, name: textOf(options, 'name') ?? basename(path) });
  run.answer(made, () => [`${made.name}  ${made.path}`]);
  return exitCodes.done;
}

async function check(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const health = await run.query('workspace.check', {});
  const problems = health.problems.map((problem) => ({ ...problem, message: run.say(problem.message) }));
  run.answer({ ok: health.ok, problems }, () =>
    health.ok
      ? [run.say({ en: 'The workspace is sound.', zh: '工作区完好。' })]
      : problems.map((problem) => `✗ ${problem.message}`),
  );
  return health.ok ? exitCodes.done : exitCodes.foundErrors;
}

async function backup(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const out = textOf(options, 'out');
  const made = await run.job('workspace.backup', out === undefined ? {} : { out: resolve(out) });
  run.answer(made, () => [`${made.path}  ${bytesText(made.bytes)}`]);
  return exitCodes.done;
}

async function stats(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const found = await run.query('workspace.stats', {});
  run.answer(found, () => columns(Object.entries(found).map(([name, value]) => [name, String(value)])));
  return exitCodes.done;
}

function shownAsset(asset: Asset): object {
  const { id, sha256, type, width, height, duration, tags, name, bytes } = asset;
  const folder = `assets/${sha256.slice(0, 2)}`;
  return {
    id,
    sha256,
    path: `${folder}/${sha256}.${asset.extension}`,
    type,
    width,
    height,
    duration,
    tags,
    name,
    bytes,
  };
}

function assetLines(assets: readonly Asset[]): string[] {
  return columns(
    assets.map((asset) => [
      asset.name,
      asset.type,
      asset.width ? `${asset.width}×${asset.height}` : '',
      bytesText(asset.bytes),
      asset.tags.join(', '),
    ]),
  );
}

async function addAssets(run: Run, paths: string[], options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const tags = (textOf(options, 'tags') ?? '').split(',').filter((tag) => tag !== '');
  const result = await run.job('assets.import', {
    sources: paths.map((path) => ({ kind: 'path', path: resolve(path) })),
    tags,
  });
  const assets = [...result.imported, ...result.duplicates];
  const refused = result.refused.map(({ name, failure }) => ({
    name,
    code: failure.code,
    message: run.say(failure.message),
  }));
  run.answer(
    { assets: assets.map(shownAsset), duplicates: result.duplicates.map((asset) => asset.id), refused },
    () => [...assetLines(assets), ...refused.map((item) => `✗ ${item.name}: ${item.message}`)],
  );
  return refused.length > 0 ? exitCodes.wrong : exitCodes.done;
}

async function searchAssets(run: Run, words: string[], options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const { items, total } = await run.query('assets.list', { search: words.join(' '), limit: 1000 });
  run.answer({ assets: items.map(shownAsset), total }, () => assetLines(items));
  return exitCodes.done;
}

async function exportPosts(run: Run, options: Record<string, unknown>): Promise<number> {
  await open(run, options);
  const format = textOf(options, 'format') === 'csv' ? 'csv' : 'json';
  const result = await run.query('plan.export', { format });
  const out = textOf(options, 'out');
  if (out === undefined) {
    run.answer(
      format === 'json'
        ? { rows: result.rows, posts: JSON.parse(result.text) as unknown }
        : { rows: result.rows, csv: result.text },
      () => [result.text.trimEnd()],
    );
    return exitCodes.done;
  }
  await writeFile(resolve(out), result.text, { flag: options['force'] === true ? 'w' : 'wx' });
  run.answer({ out: resolve(out), rows: result.rows }, () => [resolve(out)]);
  return exitCodes.done;
}

export function addWorkspaceCommands(root: Command, builder: Builder): void {
  const group = builder.group(root, 'workspace', {
    en: 'the folder of a team’s work',
    zh: '团队工作的文件夹',
  });
  builder.command(
    group,
    'init',
    { en: 'make a workspace', zh: '新建工作区' },
    [workspace, { flags: '--name <name>', about: { en: 'its name', zh: '名称' } }],
    (run, _, options) => init(run, options),
  );
  builder.command(
    group,
    'check',
    { en: 'look for damage', zh: '检查是否损坏' },
    [workspace],
    (run, _, options) => check(run, options),
  );
  builder.command(
    group,
    'backup',
    { en: 'copy the database, checked', zh: '备份并校验数据库' },
    [workspace, { flags: '-o, --out <path>', about: { en: 'file or folder', zh: '文件或文件夹' } }],
    (run, _, options) => backup(run, options),
  );
  builder.command(
    group,
    'restore',
    {
      en: 'set a damaged database aside and restore the newest sound backup',
      zh: '搁置损坏的数据库，恢复最新的完好备份',
    },
    [workspace],
    async (run, _, options) => {
      const path = resolve(requiredText(options, 'workspace'));
      const { workspace: restored, ...recovery } = await run.query('workspace.recover', { path });
      run.answer({ ...recovery, workspace: restored.path }, () => [
        `${restored.name}  ${recovery.backupMadeAt}`,
      ]);
      return exitCodes.done;
    },
  );
  builder.command(group, 'stats', { en: 'numbers', zh: '统计' }, [workspace], (run, _, options) =>
    stats(run, options),
  );
  const assets = builder.group(root, 'assets', { en: 'the library', zh: '媒体库' });
  builder.command(
    assets,
    'add <files...>',
    { en: 'take files or folders in', zh: '导入文件或文件夹' },
    [workspace, { flags: '--tags <tags>', about: { en: 'tags, with commas', zh: '标签，用逗号分隔' } }],
    (run, words, options) => addAssets(run, words, options),
  );
  builder.command(
    assets,
    'search [words...]',
    { en: 'find files', zh: '查找文件' },
    [workspace],
    (run, words, options) =>
      searchAssets(
        run,
        words.filter((word) => word !== undefined),
        options,
      ),
  );
  const posts = builder.group(root, 'posts', { en: 'the plan', zh: '计划' });
  builder.command(
    posts,
    'export',
    { en: 'the plan as JSON or CSV', zh: '导出计划为 JSON 或 CSV' },
    [
      workspace,
      {
        flags: '--format <format>',
        about: { en: 'json or csv', zh: 'json 或 csv' },
        choices: ['json', 'csv'],
      },
      { flags: '-o, --out <path>', about: { en: 'file to write', zh: '输出文件' } },
      { flags: '--force', about: { en: 'replace an existing file', zh: '覆盖已有文件' } },
    ],
    (run, _, options) => exportPosts(run, options),
  );
}
