import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findElectron, installElectron } from './electron-runtime.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'galley-runtime-'));
  folder = join(root, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  // Answers nothing: no test goes to the network.
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:1/');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('the Electron runtime', () => {
  it('is there only with its program', () => {
    expect(findElectron(root)).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'shell');
    expect(findElectron(root)).toBeNull();
    writeFileSync(join(folder, 'dist', 'shell'), '');
    expect(findElectron(root)).toBe(join(folder, 'dist', 'shell'));
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'own'));
    expect(findElectron(root)).toBeNull();
    mkdirSync(join(root, 'own'));
    writeFileSync(join(root, 'own', 'shell'), '');
    expect(findElectron(root)).toBe(join(root, 'own', 'shell'));
  });

  it('is put there by its installer, and its failure is no error', async () => {
    expect(await installElectron(root, () => {})).toBeNull();
    writeFileSync(join(folder, 'install.js'), 'process.exit(1)');
    expect(await installElectron(root, () => {})).toBeNull();
    const work = "const fs = require('fs'); fs.writeFileSync(__dirname + '/path.txt', 'shell');";
    writeFileSync(join(folder, 'install.js'), `${work} fs.writeFileSync(__dirname + '/dist/shell', '');`);
    expect(await installElectron(root, () => {})).toBe(join(folder, 'dist', 'shell'));
  });
});
