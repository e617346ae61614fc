import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DocumentFormat } from '#shared/documents/envelope.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';

interface Words {
  words: string[];
}

const format: DocumentFormat<Words> = {
  kind: 'post',
  version: 3,
  migrations: {
    1: (body) => ({ text: `${(body as { text: string }).text} two` }),
    2: (body) => ({ words: (body as { text: string }).text.split(' ') }),
  },
  schema: z.looseObject({ words: z.array(z.string()) }),
  repair: (body) => ({
    body: typeof body === 'object' ? { ...body, words: [] } : body,
    notes: [{ en: 'Words were lost.', zh: '文字已丢失。' }],
  }),
};

describe('reading a saved document', () => {
  test('migrates step by step from an old version', () => {
    const read = readDocument(format, { kind: 'post', version: 1, body: { text: 'one' } });
    expect(read).toMatchObject({
      body: { words: ['one', 'two'] },
      notes: [],
      readOnly: null,
      savedVersion: 1,
    });
  });

  test('repairs with notes what does not fit', () => {
    const read = readDocument(format, { kind: 'post', version: 3, body: { words: 7, mood: 'kept' } });
    expect(read.body).toEqual({ words: [], mood: 'kept' });
    expect(read.notes).toHaveLength(1);
  });

  test('a newer version is read-only, with a reason in both languages', () => {
    const read = readDocument(format, { kind: 'post', version: 9, body: { words: ['x'] } });
    expect(read.readOnly?.en).toContain('newer Galley');
    expect(read.readOnly?.zh).toContain('更新');
  });

  test('unknown keys of the envelope survive reading and writing', () => {
    const read = readDocument(format, { kind: 'post', version: 3, body: { words: [] }, category: 'quote' });
    expect(writeDocument(format, read.body, read.unknownKeys)).toEqual({
      kind: 'post',
      version: 3,
      body: { words: [] },
      category: 'quote',
    });
  });

  test.each([
    null,
    7,
    {},
    { kind: 'clip', version: 1, body: {} },
    { kind: 'post', version: 3, body: 'text' },
  ])('refuses %j', (saved) => {
    expect(() => readDocument(format, saved)).toThrow(expect.objectContaining({ code: 'unreadable-file' }));
  });
});
