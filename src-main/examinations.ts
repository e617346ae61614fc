import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  diskExamination,
  electronExamination,
  type Examination,
  paintingExamination,
  plain,
  versionExamination,
  workspaceExamination,
} from './core/doctor.ts';
import { testDatabase } from './db/self-test.ts';
import { fontFiles } from './media/painter/font-files.ts';
import { describeTools, type ToolPlaces } from './media/video/tools.ts';
import type { Painter } from './ports/painter.ts';
import type { WorkspaceHolder } from './ports/workspace.ts';

/** The parts of a running studio that the doctor looks at. */
export interface Examined {
  /** The project's root, or the packaged app's unpacked folder. */
  root: string;
  toolPlaces: () => ToolPlaces;
  painter: Painter;
  holder: WorkspaceHolder;
}

/** The version of the studio under `root`; the packaged app keeps its package.json inside the archive. */
export function versionOf(root: string): string {
  const text = readFileSync(join(root.replace(/\.unpacked$/, ''), 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

/** What the doctor looks at, in the order it reports. */
export function studioExaminations({ root, toolPlaces, painter, holder }: Examined): Examination[] {
  return [
    versionExamination(versionOf(root)),
    {
      name: 'ffmpeg',
      examine: async () => {
        const { ok, detail } = await describeTools(toolPlaces());
        return { ok, detail: plain(detail) };
      },
    },
    {
      name: 'database',
      examine: async () => ({ ok: true, detail: plain(`SQLite ${testDatabase()}`) }),
    },
    paintingExamination(painter),
    electronExamination(join(root, 'node_modules', 'electron', 'dist')),
    {
      name: 'fonts',
      examine: async () => {
        const found = fontFiles(root);
        return {
          ok: true,
          detail: { en: `${found.length} bundled fonts`, zh: `内置字体 ${found.length} 个` },
        };
      },
    },
    diskExamination(() => holder.peek()?.paths.root ?? homedir()),
    workspaceExamination(holder),
  ];
}
