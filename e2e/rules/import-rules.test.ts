import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './import-rules.ts';

const root = join(import.meta.dirname, '../..');
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(src-[a-z]+|e2e|benchmarks|resources)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .filter((file) => existsSync(join(root, file)));

describe('who may import whom', () => {
  it('holds in every source file', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((file) => violationsOf(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  const planted: [string, string][] = [
    ['src-shared/domain/x.ts', "import { readFile } from 'node:fs';"],
    ['src-shared/domain/x.ts', "import type { Job } from '#main/ports/jobs.ts';"],
    ['src-shared/domain/x.ts', "import React from 'react';"],
    ['src-main/core/posts/x.ts', "import Database from 'better-sqlite3';"],
    ['src-main/core/posts/x.ts', "export { open } from '../../db/open.ts';"],
    ['src-main/db/x.ts', "import { saveDraft } from '#main/core/posts/save.ts';"],
    ['src-main/db/x.ts', "import sharp from 'sharp';"],
    ['src-main/media/x.ts', "const db = await import('../db/open.ts');"],
    ['src-main/jobs/x.ts', "import { app } from 'electron';"],
    ['src-main/api/x.ts', "import { openDatabase } from '../db/open.ts';"],
    ['src-main/examinations.ts', "import { openDatabase } from './db/open.ts';"],
    ['src-main/host/x.ts', "import { createDispatch } from '../api/dispatch.ts';"],
    ['src-main/cli/x.ts', "import { app } from 'electron';"],
    ['src-preload/x.ts', "import { thing } from '#shared/domain/post.ts';"],
    ['src-renderer/app/x.ts', "import type { Studio } from '#main/ports/studio.ts';"],
    ['src-renderer/app/x.ts', "import { join } from 'node:path';"],
    ['src-renderer/ui/x.ts', "import { Frame } from '#renderer/app/frame.tsx';"],
    ['src-renderer/features/calendar/x.tsx', "import { Frame } from '../../app/frame.tsx';"],
    [
      'src-renderer/features/calendar/x.tsx',
      "import { Preview } from '#renderer/features/composer/preview.tsx';",
    ],
    ['src-renderer/features/calendar/x.tsx', "type Post = import('#main/core/post.ts').Post;"],
    ['src-other/x.ts', 'export const covered = false;'],
  ];

  it.each(planted)('finds the planted violation in %s: %s', (file, source) => {
    expect(violationsOf(file, source)).toHaveLength(1);
  });

  it('lets good imports pass', () => {
    const good: [string, string][] = [
      [
        'src-main/core/posts/x.ts',
        "import { z } from '#shared/contract/define.ts'; import type { J } from '../../ports/jobs.ts';",
      ],
      [
        'src-renderer/features/calendar/x.tsx',
        "import { call } from '#renderer/bridge/client.ts'; import './x.module.css'; import { y } from './y.ts';",
      ],
    ];
    for (const [file, source] of good) expect(violationsOf(file, source)).toEqual([]);
  });
});
