import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const localesFolder = join(root, 'resources', 'locales');
const rendererFolder = join(root, 'src-renderer');

type Dictionary = Map<string, string>;

function dictionary(language: string): Dictionary {
  const words: Dictionary = new Map();
  const folder = join(localesFolder, language);
  for (const file of readdirSync(folder)) {
    const entries = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(entries))
      words.set(`${file.replace(/\.json$/, '')}.${key}`, text);
  }
  return words;
}

const english = dictionary('en');
const chinese = dictionary('zh');
const areas = new Set([...english.keys()].map((key) => key.split('.', 1)[0]));

const sources = readdirSync(rendererFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({
    file: relative(root, join(rendererFolder, file)),
    text: readFileSync(join(rendererFolder, file), 'utf8'),
  }));

/** `t('area.key')` and `words.t(…)`, the first argument a literal. */
const called = /\bt\(\s*(['"`])((?:(?!\1).)*)\1/gs;
/** Any literal of the form `area.key`: words kept in records, ids and labels of actions. */
const literal = /(['"`])([a-z][a-z-]*\.[A-Za-z0-9][A-Za-z0-9.-]*)\1/g;
const actionId = /\b(?:id|label|word):\s*(['"])([a-z][a-z-]*\.[A-Za-z0-9][A-Za-z0-9.-]*)\1/g;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

describe('words', () => {
  it('are the same keys in both languages', () => {
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('exist for every t(…), written as a literal', () => {
    const missing: string[] = [];
    for (const { file, text } of sources) {
      for (const [, quote, key] of text.matchAll(called)) {
        if (key === undefined) continue;
        if (quote === '`' && key.includes('${')) missing.push(`${file}: ${key} is put together`);
        else if (!english.has(key)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('exist for every action', () => {
    const missing: string[] = [];
    for (const { file, text } of sources) {
      // Calls of the contract have dotted names too, but never stand as an id.
      for (const [, , key] of text.matchAll(actionId)) {
        if (key === undefined || !areas.has(key.split('.', 1)[0])) continue;
        if (!english.has(key)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(sources.flatMap(({ text }) => [...text.matchAll(literal)].map((match) => match[2])));
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it('are not empty, and take the same values in both languages', () => {
    const wrong = [...english].filter(([key, text]) => {
      const other = chinese.get(key) ?? '';
      return (
        text.trim() === '' || other.trim() === '' || placeholders(text).join() !== placeholders(other).join()
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('have no Chinese in English', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('have no English sentences in Chinese', () => {
    const untranslated = [...chinese].filter(([, text]) => {
      // Names, units and keys stay Latin inside Chinese; a text of several lower-case words without Han does not.
      const latin = text.replace(/\{\w+\}/g, '').match(/\b[a-z]{3,}\b/g) ?? [];
      return !/\p{Script=Han}/u.test(text) && latin.length >= 2;
    });
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it('stand nowhere as Chinese text in the code of a screen', () => {
    const bilingual = /\b(?:zh|label):/;
    const found = sources.flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => {
        const code = line.replace(/\/\/.*|\/?\*.*/g, '');
        return /\p{Script=Han}/u.test(code) && !bilingual.test(code) && !/fake-|sample/.test(file)
          ? [`${file}:${index + 1}`]
          : [];
      }),
    );
    expect(found).toEqual([]);
  });
});
