import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { describeDesign } from '#shared/design/blank.ts';
import { designFormat } from '#shared/design/document.ts';
import { type TemplateHead, templateInLanguage, templateSchema } from '#shared/design/template.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import type { Painter } from '#main/ports/painter.ts';
import { paintThumbnail } from './paint-design.ts';

type Language = 'en' | 'zh';

/** The starter templates of an installation. */
export interface Templates {
  /** With pictures that show the words of `language`. */
  list(language: Language): Promise<CallOutput<'designs.templates'>>;
  has(id: string): Promise<boolean>;
  /** The saved form of a template's design. @throws GalleyError not-found */
  document(id: string, language: Language): Promise<unknown>;
  /** A painted picture of it, kept beside the settings. @throws GalleyError not-found */
  picture(id: string, language: Language): Promise<string>;
}

interface Loaded {
  head: TemplateHead;
  document: unknown;
  width: number;
  height: number;
}

/** A file of `resources/templates` without what only templates have. */
async function loadTemplate(path: string): Promise<Loaded> {
  const saved: unknown = JSON.parse(await readFile(path, 'utf8'));
  const head = templateSchema.parse(saved);
  const { name: _n, category: _c, language: _l, words: _w, pages: _p, ...document } = head;
  const { width, height } = describeDesign(document);
  return { head, document, width, height };
}

function inLanguage({ head, document }: Loaded, language: Language): unknown {
  if (!head.words && !head.pages) return document;
  const { body, unknownKeys } = readDocument(designFormat, document);
  return writeDocument(designFormat, templateInLanguage(body, head, language), unknownKeys);
}

/** The starter templates of `resources/templates`. @param cache folder for their pictures */
export function createTemplates(folder: string, cache: string, painter: Painter): Templates {
  let loaded: Promise<Map<string, Loaded>> | null = null;
  const load = (): Promise<Map<string, Loaded>> => {
    loaded ??= (async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
      const entries = await Promise.all(
        names.map(
          async (file) => [file.replace(/\.json$/, ''), await loadTemplate(join(folder, file))] as const,
        ),
      );
      return new Map(entries);
    })();
    return loaded;
  };
  const find = async (id: string): Promise<Loaded> => {
    const template = (await load()).get(id);
    if (template) return template;
    throw new GalleyError('not-found', { en: `There is no template “${id}”.`, zh: `没有模板“${id}”。` });
  };
  return {
    async list(language) {
      return [...(await load())].map(([id, { head, width, height }]) => {
        const { name, category } = head;
        return { id, name, category, own: false, width, height, thumbnail: `template/${id}.${language}` };
      });
    },
    has: async (id) => (await load()).has(id),
    document: async (id, language) => inLanguage(await find(id), language),
    async picture(id, language) {
      const document = inLanguage(await find(id), language);
      const source = await stat(join(folder, `${id}.json`));
      const out = join(cache, `${id}-${Math.round(source.mtimeMs)}-${language}.png`);
      const there = await stat(out).catch(() => null);
      if (!there) {
        await mkdir(cache, { recursive: true });
        await paintThumbnail(painter, document, () => null, out);
      }
      return out;
    },
  };
}
