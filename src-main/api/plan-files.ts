import type { ImportSource } from '#shared/contract/assets.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { type ExportTools, exportPlanFile } from '#main/core/plan-files/export-file.ts';
import { importPlan, previewPlan } from '#main/core/plan-files/import-plan.ts';
import { describeFile, type FileTools, readPlanFile } from '#main/core/plan-files/read-file.ts';
import type { SaveGuard } from '#main/core/team/guard-post.ts';
import type { Host } from '#main/ports/host.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** The plan from files and into files. */
export function createPlanFileHandlers(
  host: Host,
  context: RecordContext,
  tools: FileTools & ExportTools,
  pack: () => Promise<RulePack>,
  guard: SaveGuard,
): AreaHandlers<'planfile'> {
  const allow = ({ kind }: ImportSource): void => {
    if (kind === 'path') refuseBrowsers(host);
  };
  return {
    'planfile.read': {
      lane: 'light',
      title: ({ source, name }) => {
        allow(source);
        return { en: `Read ${name}`, zh: `读取 ${name}` };
      },
      run: async (input, job) => describeFile(await readPlanFile(tools, input, job.signal)),
    },
    'planfile.preview': {
      lane: 'light',
      title: ({ source, name }) => {
        allow(source);
        return { en: `Look through ${name}`, zh: `预览 ${name}` };
      },
      run: async (input, job) => previewPlan(context, tools, await pack(), input, job, guard),
    },
    'planfile.import': {
      lane: 'light',
      title: ({ source, name }) => {
        allow(source);
        return { en: `Import ${name}`, zh: `导入 ${name}` };
      },
      run: async (input, job) => importPlan(context, tools, await pack(), input, job, guard),
    },
    'planfile.export': {
      lane: 'paint',
      title: ({ format }) => ({
        en: `Export the plan as ${format.toUpperCase()}`,
        zh: `导出计划为 ${format.toUpperCase()}`,
      }),
      run: (input, job) => exportPlanFile(context, tools, input, job),
    },
  };
}
