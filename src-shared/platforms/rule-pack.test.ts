import { describe, expect, it } from 'vitest';
import { readRuleFile, readShippedPack } from '../../resources/platforms/read-pack.ts';
import { GalleyError } from '../contract/failure.ts';
import { isFact, parsePlatform, parseRulePack, sourceKeys } from './rule-pack.ts';

const files = {
  platforms: [readRuleFile('x')],
  sources: readRuleFile('sources'),
  counters: readRuleFile('counters'),
};

/** A copy of a shipped platform file with one place replaced. */
function spoiled(id: string, path: (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(readRuleFile(id));
  let node = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>;
  node[path.at(-1) ?? ''] = value;
  return copy;
}

function reason(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GalleyError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the shipped pack', () => {
  const pack = readShippedPack();

  it('has 20 platforms, 40 formats and all of its facts', () => {
    expect(pack.platforms).toHaveLength(20);
    expect(pack.platforms.flatMap((platform) => platform.formats)).toHaveLength(40);
    let facts = 0;
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('value' in node && 'confidence' in node) facts++;
      for (const [key, child] of Object.entries(node)) if (key !== 'value') walk(child);
    };
    walk(pack.platforms);
    expect(facts).toBe(651);
    expect(Object.keys(pack.sources)).toHaveLength(130);
  });

  it('gives every platform its own mark', () => {
    const letters = pack.platforms.map((platform) => platform.badge.letters);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('survives being sent as data', () => {
    expect(structuredClone(pack)).toEqual(pack);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });

  it('keeps notes and alternatives of a fact', () => {
    const title = pack.platforms.find((platform) => platform.id === 'wechat-article')?.formats[0]?.text
      .fields[0];
    expect(title?.['alternatives']).toHaveLength(1);
    expect(isFact(title?.['max'])).toBe(true);
  });
});

describe('mistakes are named by their path', () => {
  it.each([
    [
      'a fact without a source',
      ['formats', 0, 'image', 'max_count'],
      { value: 4, confidence: 'official' },
      'x.formats.0.image.max_count.source',
    ],
    [
      'an unknown confidence',
      ['formats', 0, 'text', 'fields', 0, 'max', 'confidence'],
      'sure',
      'x.formats.0.text.fields.0.max.confidence',
    ],
    [
      'an unknown unit',
      ['formats', 0, 'text', 'fields', 0, 'max', 'unit'],
      'words',
      'x.formats.0.text.fields.0.max.unit',
    ],
    ['a wrong kind', ['formats', 0, 'galley', 'kind'], 'poem', 'x.formats.0.galley.kind'],
    ['a badge of three letters', ['badge', 'letters'], 'XXX', 'x.badge.letters'],
    ['a field without id', ['formats', 0, 'text', 'fields', 0, 'id'], '', 'x.formats.0.text.fields.0.id'],
  ])('%s', (_name, path, value, where) => {
    expect(reason(() => parsePlatform(spoiled('x', path, value)))).toContain(where);
  });

  it('refuses what is no platform at all', () => {
    expect(reason(() => parsePlatform(null))).toContain('platform');
    expect(reason(() => parsePlatform([]))).toContain('platform');
  });

  it('refuses a source that is not listed, also inside a list', () => {
    const platform = spoiled('x', ['formats', 0, 'image', 'max_count', 'source'], 'X_BP, NOBODY');
    expect(reason(() => parseRulePack({ ...files, platforms: [platform] }))).toMatch(
      /x\.formats\.0\.image\.max_count\.source.*NOBODY/,
    );
  });

  it('refuses ids that appear twice', () => {
    expect(
      reason(() => parseRulePack({ ...files, platforms: [readRuleFile('x'), readRuleFile('x')] })),
    ).toContain('twice');
    const format = (readRuleFile('x') as { formats: unknown[] }).formats[0];
    expect(reason(() => parsePlatform(spoiled('x', ['formats'], [format, format])))).toContain('twice');
    expect(
      reason(() => parsePlatform(spoiled('x', ['formats', 0, 'text', 'fields', 1], { id: 'text' }))),
    ).toContain('twice');
  });

  it('refuses a file of another schema version', () => {
    const sources = { ...(files.sources as object), schema_version: 2 };
    expect(reason(() => parseRulePack({ ...files, sources }))).toContain('sources.schema_version');
  });
});

it('reads lists of sources', () => {
  expect(sourceKeys('X_COUNT, PZ_X (ranges, old), TWTEXT (executed)')).toEqual(['X_COUNT', 'PZ_X', 'TWTEXT']);
  expect(sourceKeys('none')).toEqual([]);
});
