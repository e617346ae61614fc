import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesFromText, entriesToCsv } from './list-file.ts';

it('reads what it wrote', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((each) => each.replaceAll('|', '').trim())
    .filter((each) => each !== '' && !/[\r\n]/.test(each));
  const entry = fc.record(
    {
      word: text,
      except: fc.array(text, { minLength: 1, maxLength: 3 }),
      instead: text,
      pattern: fc.constant(true),
    },
    { requiredKeys: ['word'] },
  );
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ word }) => word, maxLength: 8 }), (entries) => {
      expect(entriesFromText(entriesToCsv(entries))).toEqual({ entries, leftOut: 0 });
    }),
  );
});

it('reads one word a line, leaves out doubles, and never throws', () => {
  expect(entriesFromText('最佳\n\n 顶级 \r\n最佳')).toEqual({
    entries: [{ word: '最佳' }, { word: '顶级' }],
    leftOut: 1,
  });
  fc.assert(fc.property(fc.string(), (text) => void entriesFromText(text)));
  fc.assert(fc.property(fc.string(), (text) => void entriesFromText(`word,except\n${text}`)));
});
