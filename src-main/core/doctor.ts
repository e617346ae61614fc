import { mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '#shared/contract/failure.ts';
import { toFailure } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { emptyDesign } from '#shared/design/document.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';

/** One thing to look at; it throws, or answers whether it is fine and what was found. */
export interface Examination {
  name: string;
  examine(): Promise<{ ok: boolean; detail: Bilingual }>;
}

/** A sentence that needs no translation: versions, paths, numbers. */
export function plain(text: string): Bilingual {
  return { en: text, zh: text };
}

/** Free space under which exports of clips are likely to fail, in bytes. */
const littleSpace = 2 * 1024 ** 3;

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

export function diskExamination(folder: () => string): Examination {
  return {
    name: 'disk',
    async examine() {
      const place = folder();
      const { bavail, bsize } = await statfs(place);
      const free = bavail * bsize;
      return {
        ok: free >= littleSpace,
        detail: {
          en: `${gigabytes(free)} free at ${place}${free < littleSpace ? '; free some space before exporting clips' : ''}`,
          zh: `${place} 可用 ${gigabytes(free)}${free < littleSpace ? '；导出视频前请清理磁盘' : ''}`,
        },
      };
    },
  };
}

export function workspaceExamination(holder: WorkspaceHolder): Examination {
  return {
    name: 'workspace',
    async examine() {
      const session = holder.peek();
      if (!session) return { ok: true, detail: { en: 'none is open', zh: '未打开工作区' } };
      const health = session.check();
      const { name, path } = session.workspace();
      if (health.ok)
        return { ok: true, detail: { en: `${name} (${path}) is sound`, zh: `${name}（${path}）完好` } };
      return {
        ok: false,
        detail: {
          en: health.problems.map((problem) => problem.message.en).join(' '),
          zh: health.problems.map((problem) => problem.message.zh).join(''),
        },
      };
    },
  };
}

/** The Electron runtime is a download of its own; `place` is where its binary would be. */
export function electronExamination(place: string): Examination {
  return {
    name: 'electron',
    async examine() {
      const found = await stat(place).catch(() => null);
      if (found) return { ok: true, detail: plain(place) };
      return {
        // The studio runs in a browser window instead, so this alone is no fault.
        ok: true,
        detail: {
          en: 'not installed; Galley opens in the browser instead. To get the desktop window, run “npx install-electron” where its download site can be reached.',
          zh: '未安装；Galley 将在浏览器中打开。如需桌面窗口，请在可访问下载站点的网络中运行“npx install-electron”。',
        },
      };
    },
  };
}

export function versionExamination(version: string): Examination {
  return {
    name: 'galley',
    examine: async () => ({
      ok: true,
      detail: plain(
        `${version} · Node ${process.versions.node} · ${process.platform} ${release()} ${process.arch}`,
      ),
    }),
  };
}

/** Paints a small design and encodes it: the painter's process, its canvas, its fonts and sharp in one go. */
export function paintingExamination(painter: Painter): Examination {
  return {
    name: 'painting',
    async examine() {
      const folder = await mkdtemp(join(tmpdir(), 'galley-doctor-'));
      try {
        const out = join(folder, 'test.png');
        const body = emptyDesign(64, 64, 'page-1');
        const { width, height } = await painter.paintToFile({
          body,
          pageId: 'page-1',
          scale: 1,
          assetFile: () => null,
          type: 'png',
          out,
        });
        return {
          ok: width === 64 && height === 64,
          detail: { en: 'a test picture was painted and encoded', zh: '已成功绘制并编码测试图片' },
        };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Runs all; a failed examination is a finding, never a crash. */
export async function runDoctor(examinations: readonly Examination[]): Promise<CallOutput<'system.doctor'>> {
  const checks = await Promise.all(
    examinations.map(async ({ name, examine }) => {
      try {
        return { name, ...(await examine()) };
      } catch (error) {
        const failure = toFailure(error);
        const reason =
          failure.code === 'internal' && error instanceof Error ? plain(error.message) : failure.message;
        return { name, ok: false, detail: reason };
      }
    }),
  );
  return { ok: checks.every((check) => check.ok), checks };
}
