import { z } from 'zod';
import { bilingualSchema } from '#shared/contract/failure.ts';
import { textRunSchema } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';

/** Where a starter template is filed; templates of one's own may have other categories. */
export const templateCategories = [
  'quote',
  'product',
  'sale',
  'event',
  'announcement',
  'carousel',
  'story',
  'cover',
  'wechat-head',
  'xiaohongshu',
  'douyin-cover',
  'countdown',
] as const;

/** Fields of a text layer that come with other words: another script wants other letters and sizes. */
const wordsSchema = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    runs: z.array(textRunSchema).optional(),
    fontFamily: z.string().min(1).optional(),
    fontWeight: z.number().min(1).max(1000).optional(),
    fontSize: z.number().min(1).max(10_000).optional(),
    lineHeight: z.number().min(0.1).max(10).optional(),
    letterSpacing: z.number().min(-1000).max(1000).optional(),
    capitals: z.boolean().optional(),
    /** px; for words whose box has another height or width. */
    x: z.number().optional(),
    y: z.number().optional(),
    width: z.number().min(0).optional(),
    height: z.number().min(0).optional(),
  }),
]);

const byId = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);
const inLanguages = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ en: byId(value).optional(), zh: byId(value).optional() });

/**
 * What a file of `resources/templates` has beside the design's envelope (`kind`, `version`, `body`):
 *
 *     { "kind": "design", "version": 2, "body": {…},
 *       "name": { "en": "Quote", "zh": "金句" }, "category": "quote",
 *       "words": { "en": { "headline": "Slowly." }, "zh": { "headline": { "text": "慢一点", "fontSize": 120 } } },
 *       "pages": { "en": { "page-1": "Cover" }, "zh": { "page-1": "封面" } } }
 *
 * The id of a template is the file's name without `.json`. The body holds complete words, in whatever language
 * reads best without a choice.
 */
export const templateSchema = z.looseObject({
  name: bilingualSchema,
  category: z.enum(templateCategories),
  /** The only language it is made for; absent: it has words in both, or in none. */
  language: z.enum(['en', 'zh']).optional(),
  /**
   * Words by language and layer id. A string replaces `text` and drops the runs, which belong to the words
   * they were made for; an object may bring its own runs and looks.
   */
  words: inLanguages(wordsSchema).optional(),
  /** Names of pages by language and page id. */
  pages: inLanguages(z.string()).optional(),
});
export type TemplateHead = z.infer<typeof templateSchema>;

/** The body with the template's words and page names in one language; layers without words stay as they are. */
export function templateInLanguage(
  body: DesignBody,
  template: Pick<TemplateHead, 'words' | 'pages'>,
  language: 'en' | 'zh',
): DesignBody {
  const nodes = { ...body.nodes };
  for (const [id, words] of Object.entries(template.words?.[language] ?? {})) {
    const node = nodes[id];
    if (node?.type !== 'text') continue;
    const { runs: _runs, ...rest } = node;
    nodes[id] = { ...rest, ...(typeof words === 'string' ? { text: words } : present(words)) };
  }
  const pages = { ...body.pages };
  for (const [id, name] of Object.entries(template.pages?.[language] ?? {})) {
    const page = pages[id];
    if (page) pages[id] = { ...page, name };
  }
  return { ...body, nodes, pages };
}

type Present<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Without fields that are undefined, which a spread would put over real ones. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fields>;
}
