import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { planBalance } from '#main/core/insight/balance.ts';
import { bestHours, createHourBook } from '#main/core/insight/best-hours.ts';
import { importResults } from '#main/core/insight/import-results.ts';
import { resultsReport } from '#main/core/insight/results-report.ts';
import type { MarkMemory } from '#main/core/insight/planned-texts.ts';
import { planWarnings } from '#main/core/insight/warnings.ts';
import type { Host } from '#main/ports/host.ts';
import type { HashPicture } from '#main/ports/picture-hash.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** @param hours `resources/best-hours.json` */
export function createInsightHandlers(
  host: Host,
  context: RecordContext,
  parts: {
    pack: () => Promise<RulePack>;
    hash: HashPicture;
    tables: TableReader;
    uploads: string;
    hours: string;
  },
): AreaHandlers<'insight'> & AreaHandlers<'results'> {
  const memory: MarkMemory = new Map();
  const book = createHourBook(parts.hours);
  return {
    'insight.warnings': (input) => planWarnings(context, { ...parts, memory }, input),
    'insight.bestHours': (input) => bestHours(context.holder.current(), book, input),
    'insight.balance': (input) => planBalance(context, input),
    'results.report': (input) => resultsReport(context.holder.current(), input),
    'results.import': {
      lane: 'light',
      title: ({ source, name }) => {
        if (source.kind === 'path') refuseBrowsers(host);
        return { en: `Import results from ${name}`, zh: `导入数据 ${name}` };
      },
      run: (input, job) => importResults(context, parts, input, job),
    },
  };
}
