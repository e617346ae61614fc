import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bilingual } from '#shared/contract/failure.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { WorkspacePaths } from '#main/ports/workspace.ts';

export const databaseName = 'workspace.db';

/** What an empty folder may hold and still be empty to people. */
const harmless = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory']);

const readme = `This folder is a Galley workspace. 这个文件夹是 Galley 的工作区。

Keep it together; move or copy it as a whole while Galley is closed.
请保持完整；关闭 Galley 后可整体移动或复制。

workspace.db  posts, plan, designs, clips (SQLite)      帖子、计划、设计、剪辑（SQLite 数据库）
assets/       your pictures, videos and sounds          图片、视频和声音素材
fonts/        fonts you added                           你添加的字体
luts/         colour look-up tables you added           你添加的颜色查找表
exports/      files ready to publish                    可以发布的文件
backups/      copies of workspace.db                    workspace.db 的备份
cache/        can be deleted at any time                可以随时删除
quarantine/   damaged files, kept, never used           损坏的文件，仅保留，不使用
`;

export function pathsOf(root: string): WorkspacePaths {
  return {
    root,
    assets: join(root, 'assets'),
    fonts: join(root, 'fonts'),
    luts: join(root, 'luts'),
    cache: join(root, 'cache'),
    exports: join(root, 'exports'),
    backups: join(root, 'backups'),
  };
}

/** The folder's own place: absolute, without a trailing separator. */
export function workspaceRoot(path: string): string {
  return resolve(path);
}

export function makeFolders(paths: WorkspacePaths): void {
  const { assets, fonts, luts, cache, exports, backups } = paths;
  for (const folder of [assets, fonts, luts, cache, exports, backups]) {
    mkdirSync(folder, { recursive: true });
  }
  const file = join(paths.root, 'README.txt');
  if (!existsSync(file)) writeFileSync(file, readme);
}

/** Refuses a place where a new workspace would mix with other files. */
export function checkNewFolder(root: string): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory()) {
    throw new GalleyError('invalid-input', {
      en: `“${root}” is a file. Choose a folder for the new workspace.`,
      zh: `“${root}”是文件。请为新工作区选择文件夹。`,
    });
  }
  if (existsSync(join(root, databaseName))) {
    throw new GalleyError('conflict', {
      en: `“${root}” already is a workspace. Open it, or choose another folder.`,
      zh: `“${root}”已经是工作区。请直接打开，或另选文件夹。`,
    });
  }
  // Creating it was cut off before: everything here is ours.
  if (existsSync(join(root, `${databaseName}.part`))) return;
  if (readdirSync(root).some((name) => !harmless.has(name))) {
    throw new GalleyError('conflict', {
      en: `“${root}” holds other files. Choose an empty or a new folder for the workspace.`,
      zh: `“${root}”中有其他文件。请为工作区选择空文件夹或新文件夹。`,
    });
  }
}

/** Refuses what is not a workspace, with a hint where it might be. */
export function checkWorkspaceFolder(root: string): void {
  if (!existsSync(root)) {
    throw new GalleyError('not-found', {
      en: `There is no folder “${root}”. It may have been moved or its disk is not connected.`,
      zh: `找不到文件夹“${root}”。它可能已被移动，或所在磁盘未连接。`,
    });
  }
  if (!statSync(root).isDirectory()) {
    throw new GalleyError('unreadable-file', {
      en: `“${root}” is a file. Choose the folder of a workspace.`,
      zh: `“${root}”是文件。请选择工作区文件夹。`,
    });
  }
  checkWritable(root);
  if (existsSync(join(root, databaseName))) return;
  const inside = readdirSync(root, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && existsSync(join(root, entry.name, databaseName)),
  );
  throw new GalleyError('not-found', {
    en: inside
      ? `“${root}” is not a workspace, but the folder “${inside.name}” inside it is. Open that one.`
      : `“${root}” is not a Galley workspace (it has no ${databaseName}). Choose a workspace folder or create a new one.`,
    zh: inside
      ? `“${root}”不是工作区，但其中的“${inside.name}”是。请打开该文件夹。`
      : `“${root}”不是 Galley 工作区（没有 ${databaseName}）。请选择工作区文件夹或新建。`,
  });
}

function checkWritable(root: string): void {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new GalleyError('unavailable', {
      en: `The folder “${root}” is read-only. Change its permissions, or copy the workspace to a place you can write to.`,
      zh: `文件夹“${root}”为只读。请修改权限，或把工作区复制到可写的位置。`,
    });
  }
}

const synced: [pattern: RegExp, service: string][] = [
  [/(^|[\\/])Dropbox([\\/ (]|$)/i, 'Dropbox'],
  [/Library[\\/](Mobile Documents|CloudStorage)|(^|[\\/])iCloud ?Drive([\\/]|$)/i, 'iCloud'],
  [/(^|[\\/])OneDrive([\\/ -]|$)/i, 'OneDrive'],
  [/(^|[\\/])(Google ?Drive|GoogleDrive[^\\/]*|My Drive)([\\/]|$)/i, 'Google Drive'],
  [/(^|[\\/])(坚果云|我的坚果云|Nutstore( Files)?)([\\/]|$)/i, '坚果云 (Nutstore)'],
];

/** Things about the place that the user should know. */
export function folderWarnings(root: string): Bilingual[] {
  const service = synced.find(([pattern]) => pattern.test(root))?.[1];
  if (service === undefined) return [];
  return [
    {
      en: `This workspace is in a folder that ${service} synchronises. Open it on one computer at a time and let syncing finish first, or move it elsewhere.`,
      zh: `此工作区位于 ${service} 的同步文件夹中。请一次只在一台电脑上打开，并先等待同步完成；或把它移到别处。`,
    },
  ];
}
