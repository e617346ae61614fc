import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Brand } from '#shared/domain/brand.ts';
import { newId } from '#shared/domain/id.ts';
import type { StoredFont } from '#main/ports/repositories.ts';
import { recoverWorkspace } from '../recover.ts';
import { createTestWorkspace, type TestWorkspace } from '../test-workspace.ts';

let studio: TestWorkspace;
beforeEach(() => {
  studio = createTestWorkspace();
});
afterEach(() => studio.remove());

const at = '2026-11-22T08:00:00.000Z';
const size = { width: 10, height: 20, pages: 1 };
const document = { kind: 'design', version: 2, body: {} };

const sha256 = 'a'.repeat(64);

const font: StoredFont = {
  family: `user-${sha256.slice(0, 12)}`,
  sha256,
  extension: 'ttf',
  bytes: 4,
  name: 'Hand',
  chineseName: '手写',
  weight: 400,
  style: 'normal',
  script: 'han',
  ascent: 0.88,
  descent: 0.12,
  licence: '',
  embedding: 'installable',
  createdAt: at,
};

const brand: Brand = {
  revision: 4,
  name: 'Team',
  colours: [{ token: 'ink', name: 'Ink', hex: '#000000' }],
  fonts: { heading: { family: 'Inter', weight: 700 }, body: { family: 'Inter', weight: 400 } },
  logos: [],
  voice: { tone: '', preferred: [], banned: [] },
};

function fill() {
  const { repositories } = studio.session();
  const id = newId();
  repositories.designs.insert({
    ...{ id, revision: 1, name: 'Poster', ...size, document, assetIds: [] },
    ...{ createdAt: at, updatedAt: at, trashedAt: null },
  });
  const version = { id: newId(), designId: id, name: 'First', createdAt: at, ...size, document };
  const template = {
    id: newId(),
    name: 'House',
    category: 'quote',
    ...size,
    createdAt: at,
    trashedAt: null,
    document,
  };
  const history = { revision: 1, done: [{ patch: [1], inverse: [2] }], undone: [] };
  repositories.designHistory.write(id, history);
  repositories.designVersions.insert(version);
  repositories.designTemplates.insert(template);
  repositories.brand.write(brand);
  repositories.fonts.insert(font);
  return { id, version, template, history };
}

it('gives everything back as it was, also from a backup', async () => {
  const { id, version, template, history } = fill();
  const expectAll = (): void => {
    const { repositories } = studio.session();
    expect(repositories.designHistory.read(id)).toEqual(history);
    expect(repositories.designVersions.get(version.id)).toEqual(version);
    expect(repositories.designTemplates.get(template.id)).toEqual(template);
    expect(repositories.brand.read()).toEqual(brand);
    expect(repositories.fonts.get(font.family)).toEqual(font);
    expect(repositories.designs.list({ trashed: false, limit: 10, offset: 0 }).total).toBe(1);
  };
  expectAll();
  studio.reopen();
  expectAll();
  await studio.session().backup(undefined, {});
  studio.session().close();
  writeFileSync(join(studio.root, 'workspace.db'), 'damaged');
  recoverWorkspace(studio.root);
  studio.reopen();
  expectAll();
});

it('finds who uses a font, by its whole name', () => {
  const { repositories } = studio.session();
  fill();
  const using = { ...document, body: { nodes: { a: { fontFamily: font.family } } } };
  const row = { id: newId(), revision: 1, name: 'Uses it', ...size, document: using, assetIds: [] };
  repositories.designs.insert({ ...row, createdAt: at, updatedAt: at, trashedAt: null });
  expect(repositories.fonts.usersOf(font.family)).toEqual(['Uses it']);
  expect(repositories.fonts.usersOf(font.family.slice(0, -1))).toEqual([]);
});

it('keeps fonts that are known, and puts old files that nobody knows aside', () => {
  fill();
  const { paths } = studio.session();
  const long = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [`${sha256}.ttf`, `${'b'.repeat(64)}.ttf`, 'half.ttf.part']) {
    writeFileSync(join(paths.fonts, name), 'font');
    utimesSync(join(paths.fonts, name), long, long);
  }
  studio.reopen();
  expect(readdirSync(paths.fonts)).toEqual([`${sha256}.ttf`]);
  expect(existsSync(join(paths.cache, 'trash', `${'b'.repeat(64)}.ttf`))).toBe(true);
});

it('says that a font is missing or changed', () => {
  fill();
  const session = studio.session();
  const codes = (hashes = false) => session.check({ hashes }).problems.map(({ code }) => code);
  expect(codes()).toEqual(['fonts-missing']);
  writeFileSync(session.fontPath(font), 'font');
  expect(codes()).toEqual([]);
  expect(codes(true)).toEqual(['fonts-missing']);
});
