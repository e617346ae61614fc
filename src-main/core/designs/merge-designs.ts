import { setImmediate } from 'node:timers/promises';
import { type Bilingual, GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { designFormat } from '#shared/design/document.ts';
import { fillText } from '#shared/design/merge-text.ts';
import {
  boundFields,
  checkColumns,
  mergeRow,
  type PictureLookup,
  pictureLookup,
} from '#shared/design/merge.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { createPost } from '../posts/write-post.ts';
import { type DesignContext, requireDesign } from './design-records.ts';
import { insertDesign } from './designs.ts';
import { gatherEvents } from './gather-events.ts';

/** Pictures of the library by file name; of two with one name the newer is meant. */
function libraryLookup(repositories: Repositories): PictureLookup {
  const pictures: { name: string; assetId: string }[] = [];
  const limit = 1000;
  for (let offset = 0; ; offset += limit) {
    const { items, total } = repositories.assets.list({ kind: 'image', trashed: false, limit, offset });
    pictures.push(...items.map(({ name, id }) => ({ name, assetId: id })));
    if (items.length === 0 || offset + limit >= total) return pictureLookup(pictures);
  }
}

/** Several reasons of one row as one sentence each way. */
export function joined(messages: readonly Bilingual[]): Bilingual {
  return {
    en: messages.map(({ en }) => en).join(' '),
    zh: messages.map(({ zh }) => zh).join(''),
  };
}

/** Refuses what no row could be merged into. @throws GalleyError invalid-input */
export function checkMerge(body: Parameters<typeof boundFields>[0], columns: readonly string[]): void {
  if (boundFields(body).length === 0) {
    throw new GalleyError('invalid-input', {
      en: 'Nothing in this design takes a column. Write {{column}} in a text, or bind a picture or a colour first.',
      zh: '此设计中没有绑定任何列。请先在文字中写入 {{列名}}，或绑定图片、颜色。',
    });
  }
  const { missing } = checkColumns(body, columns);
  if (missing.length === 0) return;
  throw new GalleyError(
    'invalid-input',
    {
      en: `The table has no column ${missing.map((name) => `“${name}”`).join(', ')}. Rename a column, or change the design.`,
      zh: `表格中没有${missing.map((name) => `“${name}”`).join('、')}列。请修改列名或设计。`,
    },
    { missing },
  );
}

/**
 * One design, and with words one post, for each row: both or neither. A row that fails is reported with its
 * number (the first below the header is 1). Cancelling ends it early; what was finished stays and is reported.
 */
export async function mergeDesigns(
  context: DesignContext,
  pack: RulePack,
  { id, table, name, postBody, formats }: ParsedInput<'designs.merge'>,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<CallOutput<'designs.merge'>> {
  const { repositories } = context.holder.current();
  for (const format of formats) formatProfile(pack, format);
  const { body, unknownKeys } = readDocument(designFormat, requireDesign(repositories, id).document);
  checkMerge(body, table.columns);
  const lookup = libraryLookup(repositories);
  const output: CallOutput<'designs.merge'> = { results: [], errors: [] };
  const total = table.rows.length;
  const { events, flush } = gatherEvents(context.events);
  const quiet = { ...context, events };
  for (const [index, row] of table.rows.entries()) {
    // Others get their turn between rows; five thousand would otherwise stop every window.
    await setImmediate();
    if (job.signal.aborted) break;
    job.progress(index, total);
    const merged = mergeRow(body, table.columns, row, lookup);
    if (merged.problems.length > 0) {
      output.errors.push({ row: index + 1, message: joined(merged.problems.map(({ message }) => message)) });
      continue;
    }
    const cellOf = (column: string): string | null => {
      const at = table.columns.findIndex((each) => each.toLowerCase() === column.toLowerCase());
      return at < 0 ? null : (row[at] ?? '');
    };
    const title = fillText(name, cellOf).trim() || `${index + 1}`;
    try {
      const made = repositories.transaction(() => {
        const design = insertDesign(quiet, title, writeDocument(designFormat, merged.body, unknownKeys));
        const words = fillText(postBody, cellOf).trim();
        if (postBody === '') return { designId: design.id, postId: null };
        const post = createPost(quiet, {
          change: {
            title,
            body: words,
            status: 'draft',
            attachments: [
              {
                id: newId(),
                kind: 'design',
                refId: design.id,
                alt: '',
                crop: null,
                trim: null,
                coverAt: null,
              },
            ],
            targets: formats.map((format) => ({ format, overrides: {} })),
          },
          schedule: null,
        });
        return { designId: design.id, postId: post.id };
      });
      output.results.push({ row: index + 1, ...made });
      flush(false);
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'internal' || failure.code === 'disk-full') {
        flush(true);
        throw error;
      }
      output.errors.push({ row: index + 1, message: failure.message });
    }
  }
  flush(true);
  job.progress(output.results.length + output.errors.length, total);
  return output;
}
