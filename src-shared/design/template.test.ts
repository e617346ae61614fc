import { expect, it } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { type DesignBody, designSchema } from '#shared/design/schema.ts';
import { templateInLanguage, templateSchema } from '#shared/design/template.ts';

const place = { pageId: 'page-1', order: 'a0' };
const body: DesignBody = {
  ...emptyDesign(100, 100, 'page-1'),
  nodes: {
    title: {
      ...textDefaults,
      ...place,
      id: 'title',
      text: 'A/B',
      runs: [{ start: 0, end: 1, underline: true }],
    },
    box: { ...rectangleDefaults, ...place, id: 'box', order: 'a1' } as DesignBody['nodes'][string],
  },
};
const head = templateSchema.parse({
  name: { en: 'Quote', zh: '金句' },
  category: 'quote',
  words: {
    en: { title: 'Slowly.', box: 'not a text', gone: 'nowhere' },
    zh: { title: { text: '慢一点', fontSize: 120, runs: [{ start: 0, end: 1, strike: true }] } },
  },
  pages: { zh: { 'page-1': '封面' } },
});

it('puts the words of a language in, without the runs of the others', () => {
  const english = templateInLanguage(body, head, 'en');
  const { runs: _runs, ...title } = body.nodes.title as typeof body.nodes.title & { runs: unknown };
  expect(english.nodes).toEqual({ ...body.nodes, title: { ...title, text: 'Slowly.' } });
  const chinese = templateInLanguage(body, head, 'zh');
  expect(chinese.nodes.title).toMatchObject({
    text: '慢一点',
    fontSize: 120,
    runs: [{ start: 0, strike: true }],
  });
  expect(chinese.pages['page-1']?.name).toBe('封面');
  for (const result of [english, chinese]) expect(designSchema.safeParse(result).success).toBe(true);
});

it('has only the categories and languages there are', () => {
  const template = { name: { en: 'X', zh: 'X' }, category: 'quote' };
  expect(templateSchema.safeParse({ ...template, category: 'misc' }).success).toBe(false);
  expect(templateSchema.safeParse({ ...template, language: 'fr' }).success).toBe(false);
  expect(templateSchema.safeParse({ ...template, words: { fr: {} } }).success).toBe(false);
});
