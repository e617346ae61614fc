import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { identifyToWindows } from './windows-identity.ts';

const named = (isPackaged: boolean, platform: NodeJS.Platform): string[] => {
  const ids: string[] = [];
  identifyToWindows({ isPackaged, setAppUserModelId: (id) => void ids.push(id) }, platform);
  return ids;
};

it('an installed Galley has the identity that its installer gives, an unpackaged one its path; only on Windows', () => {
  const config = readFileSync(join(import.meta.dirname, '../../electron-builder.config.js'), 'utf8');
  const appId = /appId: '([^']+)'/.exec(config)?.[1];
  expect(appId).toMatch(/^[\w.]+$/);
  expect(named(true, 'win32')).toEqual([appId]);
  expect(named(false, 'win32')).toEqual([process.execPath]);
  for (const platform of ['linux', 'darwin'] as const) {
    expect(named(true, platform)).toEqual([]);
    expect(named(false, platform)).toEqual([]);
  }
});
