import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { describeDesign } from '#shared/design/blank.ts';
import { templateSchema } from '#shared/design/template.ts';
import type { Painter } from '#main/ports/painter.ts';
import { paintThumbnail } from './paint-design.ts';

export interface Templates {
  list(): Promise<CallOutput<'designs.templates'>>;
  /** The saved form of a template's design. @throws GalleyError not-found */
  document(id: string): Promise<unknown>;
  /** A painted picture of it, kept beside the settings. */
  picture(id: string): Promise<string>;
}

/** The starter templates of `resources/templates`. @param cache folder for their pictures */
export function createTemplates(folder: string, cache: string, painter: Painter): Templates {
  let loaded: Promise<
    Map<string, { name: { en: string; zh: string }; category: string; document: unknown }>
  > | null = null;
  const load = (): NonNullable<typeof loaded> => {
    loaded ??= (async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
      const entries = await Promise.all(
        names.map(async (file) => {
          const saved: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
          const { name, category } = templateSchema.parse(saved);
          const { name: _, category: __, ...document } = saved as Record<string, unknown>;
          return [file.replace(/\.json$/, ''), { name, category, document }] as const;
        }),
      );
      return new Map(entries);
    })();
    return loaded;
  };
  const find = async (id: string): Promise<{ document: unknown }> => {
    const template = (await load()).get(id);
    if (template) return template;
    throw new GalleyError('not-found', { en: `There is no template “${id}”.`, zh: `没有模板“${id}”。` });
  };
  return {
    async list() {
      return [...(await load())].map(([id, { name, category, document }]) => {
        const { width, height } = describeDesign(document);
        return { id, name, category, width, height, thumbnail: `template/${id}` };
      });
    },
    document: async (id) => (await find(id)).document,
    async picture(id) {
      const { document } = await find(id);
      const source = await stat(join(folder, `${id}.json`));
      const out = join(cache, `${id}-${Math.round(source.mtimeMs)}.png`);
      const there = await stat(out).catch(() => null);
      if (!there) {
        await mkdir(cache, { recursive: true });
        await paintThumbnail(painter, document, () => null, out);
      }
      return out;
    },
  };
}
