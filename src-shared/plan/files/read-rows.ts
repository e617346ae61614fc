import type { Bilingual } from '../../contract/failure.ts';
import { createZoneClock, type ZoneClock } from '../../domain/calendar-zone.ts';
import { idSchema } from '../../domain/id.ts';
import { type PostStatus, postStatuses } from '../../domain/post.ts';
import { localTimeSchema, type Schedule, zoneSchema } from '../../domain/schedule.ts';
import { unneutralise } from '../../tables/csv.ts';
import { type DateOrder, readMoment } from './dates.ts';
import { decodeList, decodePart, type Mapping, onPlatform, type PlanField } from './fields.ts';
import type { PlatformReader } from './platform-names.ts';
import type { NumberedCells, PlanRow, ReadRow, RowFields } from './plan-row.ts';
import type { TablePreset } from './presets.ts';
import { createOrigins } from './row-key.ts';
import { decodeTargets, plainTarget, type RowTarget } from './targets.ts';

export interface RowOptions {
  preset: TablePreset;
  mapping: Mapping;
  /** Zone of rows that name none. */
  zone: string;
  order: DateOrder;
  platforms: PlatformReader;
  /** `platform/format` of rows that name no platform; null for none. */
  format: string | null;
}

type Cell = (field: PlanField) => string;

const states: [PostStatus, RegExp][] = [
  ['idea', /^(idea|想法|选题|灵感)$/i],
  ['draft', /^(draft|todo|in progress|草稿|待写|撰写中)$/i],
  ['review', /^(review|in review|pending|needs approval|审核|待审|待审核|审核中)$/i],
  ['approved', /^(approved|scheduled|queued|ready|已通过|已批准|已排期|待发布)$/i],
  ['published', /^(published|sent|posted|done|已发布|已发送|完成)$/i],
];

const totals = /^(grand total|sub-?total|totals?|sum|合计|总计|小计|共计|汇总)[\s:：]*\d*/i;
const truth = /^(true|yes|y|1|x|✓|是|√)$/i;

function listOf(cell: string): string[] {
  if (cell === '') return [];
  return [
    ...new Set(
      cell
        .split(/[,;|，；、\n]+/u)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ];
}

function tagsOf(cell: string): string[] {
  if (cell === '') return [];
  return [...new Set(cell.split(/[\s,;#＃，；、]+/u).filter((part) => part !== ''))];
}

/** The facts of a row of our own table: every cell is meant, an empty one too. */
function ownFields(cell: Cell, has: (field: PlanField) => boolean): RowFields | Bilingual {
  const status = cell('status');
  if (has('status') && !(postStatuses as readonly string[]).includes(status)) {
    return {
      en: `“${status}” is no status. Use one of: ${postStatuses.join(', ')}.`,
      zh: `“${status}”不是有效的状态。可用：${postStatuses.join('、')}。`,
    };
  }
  const series = /^(\S+) (\S+)$/.exec(cell('series'));
  const [, seriesId = '', at = ''] = series ?? [];
  const soundSeries = idSchema.safeParse(seriesId).success && localTimeSchema.safeParse(at).success;
  return {
    ...(has('title') ? { title: cell('title') } : {}),
    ...(has('body') ? { body: cell('body') } : {}),
    ...(has('status') ? { status: status as PostStatus } : {}),
    ...(has('hashtags') ? { hashtags: cell('hashtags').split(/\s+/).filter(Boolean).map(decodePart) } : {}),
    ...(has('link') ? { link: cell('link') } : {}),
    ...(has('first_comment') ? { firstComment: cell('first_comment') } : {}),
    ...(has('campaign') ? { campaign: cell('campaign') } : {}),
    ...(has('pillar') ? { pillar: cell('pillar') } : {}),
    ...(has('owner') ? { owner: cell('owner') } : {}),
    ...(has('labels')
      ? { labels: [...new Set(decodeList(cell('labels')))].map((label) => label.slice(0, 60)).slice(0, 50) }
      : {}),
    ...(has('notes') ? { notes: cell('notes') } : {}),
    ...(has('brief') ? { brief: cell('brief') } : {}),
    ...(has('series') ? { series: soundSeries ? { id: seriesId, at } : null } : {}),
  };
}

/** The facts of a foreign row: an empty cell says nothing. */
function foreignFields(cell: Cell): RowFields {
  const fields: RowFields = {};
  const status = states.find(([, names]) => names.test(cell('status')))?.[0];
  if (status) fields.status = status;
  const texts = {
    title: 'title',
    body: 'body',
    link: 'link',
    firstComment: 'first_comment',
    campaign: 'campaign',
    pillar: 'pillar',
    owner: 'owner',
    brief: 'brief',
  } as const;
  for (const [field, column] of Object.entries(texts)) {
    const text = cell(column);
    if (text !== '') fields[field as keyof typeof texts] = text;
  }
  const labels = listOf(cell('labels'))
    .map((label) => label.slice(0, 60))
    .slice(0, 50);
  if (labels.length > 0) fields.labels = labels;
  const hashtags = tagsOf(cell('hashtags'));
  if (hashtags.length > 0) fields.hashtags = hashtags;
  const notes = [cell('notes'), cell('media')].filter((text) => text !== '').join('\n');
  if (notes !== '') fields.notes = notes;
  return fields;
}

function targetsOf(
  cell: Cell,
  kindOn: (platform: string) => string,
  ticked: readonly string[],
  options: RowOptions,
): { targets: RowTarget[]; unknown: string[] } {
  const unknown: string[] = [];
  const account = cell('account') || null;
  const names = [...ticked, ...listOf(cell('platform'))];
  const formats = names.flatMap((name) => {
    const format = options.platforms.format(name, kindOn(name));
    if (format === null) unknown.push(name);
    return format === null ? [] : [format];
  });
  if (names.length === 0 && options.format !== null) {
    const [platform = ''] = options.format.split('/');
    const kind = kindOn(platform);
    formats.push(kind === '' ? options.format : (options.platforms.format(platform, kind) ?? options.format));
  }
  return { targets: [...new Set(formats)].map((format) => plainTarget(format, account)), unknown };
}

/** Days on which clocks change, asked once a day and zone. */
function createClockNotes(): (schedule: Schedule) => Bilingual[] {
  const clocks = new Map<
    string,
    { clock: ZoneClock; days: Map<string, ReturnType<ZoneClock['changeOn']>> }
  >();
  return ({ local, zone }) => {
    const known = clocks.get(zone) ?? { clock: createZoneClock(zone), days: new Map() };
    clocks.set(zone, known);
    const day = local.slice(0, 10);
    if (!known.days.has(day)) known.days.set(day, known.clock.changeOn(day));
    const change = known.days.get(day);
    const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
    if (!change || minute < change.from || minute >= change.from + change.minutes) return [];
    return change.kind === 'gap'
      ? [
          {
            en: 'The clocks skip this time that day; it is due later by the skipped time.',
            zh: '当天时钟跳过了这个时间；将顺延跳过的时长。',
          },
        ]
      : [
          {
            en: 'This time comes twice that day; the first is meant.',
            zh: '当天这个时间出现两次；以第一次为准。',
          },
        ];
  };
}

function scheduleOf(
  cell: Cell,
  options: RowOptions,
): { schedule: Schedule | null; bare: boolean } | Bilingual {
  const [date, time, named] = [cell('date'), cell('time'), cell('zone')];
  if (date === '') return { schedule: null, bare: false };
  if (named !== '' && !zoneSchema.safeParse(named).success) {
    return {
      en: `“${named}” is no time zone. Use a name such as Asia/Shanghai.`,
      zh: `“${named}”不是有效的时区。请使用 Asia/Shanghai 这样的名称。`,
    };
  }
  const read = readMoment(date, time, { zone: named || options.zone, order: options.order });
  const written = `${date} ${time}`.trim();
  return (
    read ?? {
      en: `“${written}” is no date. Write it as 2026-03-01 09:00.`,
      zh: `“${written}”不是有效的日期。请写成 2026-03-01 09:00。`,
    }
  );
}

const isReason = (value: object): value is Bilingual => 'en' in value;

/** Reads the rows of a table, each as a change of the plan or with the reason why not. */
export function readRows(rows: readonly NumberedCells[], options: RowOptions): ReadRow[] {
  const own = options.preset === 'galley';
  const origin = createOrigins(options.preset);
  const clockNotes = createClockNotes();
  const places = new Map<string, number[]>();
  options.mapping.forEach((field, index) => places.set(field, [...(places.get(field) ?? []), index]));
  const tickColumns = [...places].flatMap(([field, at]) => {
    const platform = onPlatform.exec(field)?.[1];
    return platform === undefined ? [] : [{ platform, at }];
  });
  return rows.map(({ row, cells }): ReadRow => {
    const at = (index: number): string =>
      own ? unneutralise(cells[index] ?? '') : (cells[index] ?? '').trim();
    const cell: Cell = (field) =>
      places
        .get(field)
        ?.map(at)
        .find((text) => text !== '') ?? '';
    const ticked = tickColumns
      .filter((column) => column.at.some((index) => truth.test(at(index))))
      .map(({ platform }) => platform);
    const kindOn = (platform: string): string =>
      places
        .get(`kind:${platform}`)
        ?.map(at)
        .find((text) => text !== '') ?? cell('kind');
    const title = cell('title') || cell('body').slice(0, 60);
    const refuse = (reason: Bilingual): ReadRow => ({ ok: false, refused: { row, title, reason } });
    const first = cells.find((text) => text.trim() !== '')?.trim() ?? '';
    if (!own && totals.test(first) && cell('date') === '') {
      return refuse({ en: 'It is a row of totals, not a post.', zh: '这是合计行，不是帖子。' });
    }
    const id = own ? cell('id').trim() : '';
    if (id !== '' && !idSchema.safeParse(id).success) {
      return refuse({
        en: `“${id}” is no id of a post. Empty the cell to make a new post.`,
        zh: `“${id}”不是帖子的编号。清空该单元格可新建帖子。`,
      });
    }
    const fields = own ? ownFields(cell, (field) => places.has(field)) : foreignFields(cell);
    if (isReason(fields)) return refuse(fields);
    if (id === '' && title.trim() === '' && cell('brief') === '') {
      return refuse({ en: 'It has neither a title nor a text.', zh: '既没有标题，也没有正文。' });
    }
    const time = scheduleOf(cell, options);
    if (isReason(time)) return refuse(time);
    const notes: Bilingual[] = time.schedule ? clockNotes(time.schedule) : [];
    if (time.bare)
      notes.push({ en: 'No time of day is given: 09:00 is taken.', zh: '未给出时刻：取 09:00。' });
    const result: PlanRow = {
      row,
      id: id === '' ? null : id,
      origin:
        id === ''
          ? origin(
              own ? '' : cell('id'),
              `${cell('title')}\n${cell('body')}\n${ticked.join()}\n${cell('platform')}\n${cell('account')}`,
            )
          : '',
      fields,
      wholeTargets: own,
      notes,
    };
    if (time.schedule !== null || (own && places.has('date'))) result.schedule = time.schedule;
    if (own) {
      const targets = decodeTargets(cell('targets'));
      if (targets === null) {
        return refuse({
          en: `“${cell('targets')}” is no list of platforms. Write it as “x/post; weibo/post”.`,
          zh: `“${cell('targets')}”不是有效的平台列表。请写成“x/post; weibo/post”。`,
        });
      }
      if (places.has('targets')) result.targets = targets;
      return { ok: true, row: result };
    }
    const { targets, unknown } = targetsOf(cell, kindOn, ticked, options);
    for (const name of unknown) {
      notes.push({
        en: `“${name}” is no platform that Galley knows; it is left out.`,
        zh: `未知平台“${name}”，已略过。`,
      });
    }
    if (targets.length > 0) result.targets = targets;
    return { ok: true, row: result };
  });
}
