import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { brandOf, saveBrand } from '#main/core/brand/brand.ts';
import type { DesignContext } from '#main/core/designs/design-records.ts';
import { mergeDesigns } from '#main/core/designs/merge-designs.ts';
import { ownTemplates } from '#main/core/designs/own-templates.ts';
import { listFonts, removeFont } from '#main/core/fonts/fonts.ts';
import { type FontTools, importFonts } from '#main/core/fonts/import-fonts.ts';
import type { Templates } from '#main/core/painting/templates.ts';
import { readTable } from '#main/core/tables/read-table.ts';
import type { Host } from '#main/ports/host.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import type { Handlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

type DesignWorkHandlers = Pick<
  Handlers,
  | 'designs.templates'
  | 'designs.template'
  | 'designs.fonts'
  | 'designs.merge'
  | 'brand.get'
  | 'brand.save'
  | 'fonts.import'
  | 'fonts.remove'
  | 'tables.read'
>;

/** Templates, the brand, fonts of one's own, tables and what they fill. */
export function createDesignWorkHandlers(parts: {
  host: Host;
  context: DesignContext;
  templates: Templates;
  /** The language of the settings. */
  language: () => 'en' | 'zh';
  fonts: FontTools;
  tables: TableReader;
  uploads: string;
  pack: () => Promise<RulePack>;
}): DesignWorkHandlers {
  const { context } = parts;
  return {
    'designs.templates': async ({ language }) => {
      const session = context.holder.peek();
      const own = session ? ownTemplates(session.repositories) : [];
      return [...own, ...(await parts.templates.list(language ?? parts.language()))];
    },
    'designs.template': async ({ id, language }) => ({
      document: await context.templateDocument(id, null, language),
    }),
    'designs.fonts': () => listFonts(context.holder.peek()),
    'brand.get': () => brandOf(context.holder.current()),
    'brand.save': ({ brand }) => saveBrand(context, brand),
    'fonts.import': {
      lane: 'light',
      title: ({ sources }) => {
        if (sources.some((source) => source.kind === 'path')) refuseBrowsers(parts.host);
        return { en: 'Add fonts', zh: '添加字体' };
      },
      run: ({ sources }, job) => importFonts(context, parts.fonts, parts.uploads, sources, job),
    },
    'fonts.remove': ({ family }) => removeFont(context, family),
    'tables.read': {
      lane: 'light',
      title: ({ source, name }) => {
        if (source.kind === 'path') refuseBrowsers(parts.host);
        return { en: `Read ${name}`, zh: `读取 ${name}` };
      },
      run: (input, job) => readTable(parts.tables, parts.uploads, input, job.signal),
    },
    'designs.merge': {
      lane: 'light',
      title: ({ table }) => ({
        en: `Merge ${table.rows.length} rows`,
        zh: `批量生成 ${table.rows.length} 个设计`,
      }),
      run: async (input, job) => mergeDesigns(context, await parts.pack(), input, job),
    },
  };
}
