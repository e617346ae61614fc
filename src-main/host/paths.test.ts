import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appRoot, nodePaths, unpacked } from './paths.ts';

afterEach(() => vi.unstubAllEnvs());

describe('nodePaths', () => {
  it('keeps to the folders that the environment names', () => {
    vi.stubEnv('GALLEY_HOME', '/tmp/home');
    vi.stubEnv('GALLEY_DOCUMENTS', '/tmp/documents');
    const root = join(import.meta.dirname, '../..');
    expect(nodePaths()).toEqual({
      root,
      resources: join(root, 'resources'),
      settings: '/tmp/home',
      documents: '/tmp/documents',
      uploads: join('/tmp/home', 'uploads'),
    });
    expect(appRoot()).toBe(root);
  });

  it('answers absolute folders without them', () => {
    vi.stubEnv('GALLEY_HOME', undefined);
    vi.stubEnv('GALLEY_DOCUMENTS', undefined);
    vi.stubEnv('XDG_CONFIG_HOME', '/nowhere');
    expect(nodePaths().documents).toMatch(/Documents$/);
    expect(nodePaths('/from/electron').documents).toBe('/from/electron');
    for (const folder of Object.values(nodePaths())) expect(folder).toMatch(/^([A-Z]:)?[/\\]/);
  });

  it('leads out of the archive, and only out of that', () => {
    expect(unpacked('/opt/Galley/resources/app.asar/out/main/x.js')).toBe(
      '/opt/Galley/resources/app.asar.unpacked/out/main/x.js',
    );
    expect(unpacked('/opt/app.asar.unpacked/x')).toBe('/opt/app.asar.unpacked/x');
    expect(unpacked('/opt/app.asarx/x')).toBe('/opt/app.asarx/x');
  });
});
