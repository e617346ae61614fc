import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workspaceFrom, workspaceOf } from './launch-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'galley-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the workspace of a command line', () => {
  it('is named by --workspace, or is the last word that exists', () => {
    expect(workspaceFrom(['--workspace', 'spring'], '/home/ada')).toBe(join('/home/ada', 'spring'));
    expect(workspaceFrom(['--no-sandbox', basename(folder)], tmpdir())).toBe(folder);
    expect(workspaceFrom(['--allow-file-access', 'gone'], tmpdir())).toBeNull();
    expect(workspaceFrom([], tmpdir())).toBeNull();
  });

  it('is the folder of the file that the system hands over', () => {
    expect(workspaceOf('/work/spring/workspace.db')).toBe('/work/spring');
    expect(workspaceOf('/work/spring/Spring.galley')).toBe('/work/spring');
    expect(workspaceOf('/work/spring')).toBe('/work/spring');
  });
});
