import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Asset } from '#shared/domain/asset.ts';
import { exitCodes, type Run } from '../context.ts';
import type { Builder, OptionLine } from '../program.ts';
import { bytesText, columns, requiredText, textOf } from '../values.ts';

export const workspace: OptionLine = {
  flags: '--workspace <dir>',
  about: { en: 'folder of the workspace', zh: '工作区文件夹' },
  required: true,
};

export async function open(run: Run, options: Record<string, unknown>): Promise<void> {
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

async function restore(run: Run, options: Record<string, unknown>): Promise<number> {
  const path = resolve(requiredText(options, 'workspace'));
  const from = textOf(options, 'from');
  if (from !== undefined) {
    const { workspace: made, missing } = await run.query('workspace.restore', { from: resolve(from), path });
    run.answer({ workspace: made.path, restoredFrom: resolve(from), missing }, () => [
      `${made.name}  ${made.path}`,
      ...(missing > 0
        ? [run.say({ en: `${missing} media files are missing.`, zh: `缺少 ${missing} 个媒体文件。` })]
        : []),
    ]);
    return missing > 0 ? exitCodes.foundErrors : exitCodes.done;
  }
  const { workspace: restored, ...recovery } = await run.query('workspace.recover', { path });
  run.answer({ ...recovery, workspace: restored.path }, () => [`${restored.name}  ${recovery.backupMadeAt}`]);
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
      en: 'make a new workspace out of a backup; without --from, set a damaged database aside for the newest sound one',
      zh: '从备份新建工作区；不带 --from 时，搁置损坏的数据库并恢复最新的完好备份',
    },
    [
      workspace,
      {
        flags: '--from <file>',
        about: { en: 'backup to restore into the new folder', zh: '要恢复到新文件夹的备份文件' },
      },
    ],
    (run, _, options) => restore(run, options),
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
}
