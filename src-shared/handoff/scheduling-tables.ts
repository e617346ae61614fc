import type { Bilingual } from '../contract/failure.ts';
import type { schedulingTools } from '../contract/handoff.ts';
import { csvText, spacedAgainstFormulas } from '../tables/csv.ts';

export type SchedulingTool = (typeof schedulingTools)[number];

/** One target as a tool would post it. */
export interface TableEntry {
  postId: string;
  /** The post's name, for notes. */
  title: string;
  platform: string;
  /** Kind of post: `story`, `reel`, `carousel` …; the format's id. */
  formatId: string;
  /** Wall time `YYYY-MM-DDTHH:mm` in the workspace's zone; null where the tool is to choose. */
  at: string | null;
  /** Text with hashtags and, where readers can follow it, the link. */
  text: string;
  /** Title of a video or pin; '' where the platform has none. */
  heading: string;
  link: string;
  firstComment: string;
  labels: string[];
  alts: string[];
  /** Names of the files of the package, in order. */
  files: string[];
}

export interface TableNote {
  postId: string;
  title: string;
  severity: 'left' | 'note';
  reason: Bilingual;
}

interface Tool {
  name: string;
  /** Platform ids that it posts to. */
  platforms: readonly string[];
  /** One table a platform: the channel is chosen when the table is brought in. */
  perPlatform: boolean;
  /** Rows that one table may have. */
  mostRows: number;
  header: readonly string[] | null;
  row(entry: TableEntry): Record<string, string> | string[];
  /** Minutes between times that it takes. */
  step: number;
  needsTime: boolean;
}

const world = ['facebook', 'instagram', 'x', 'linkedin', 'pinterest', 'tiktok', 'youtube', 'threads'];
const text = spacedAgainstFormulas;
const clock = (at: string | null): string => (at === null ? '' : at.slice(11, 16));
const day = (at: string | null): string => (at === null ? '' : at.slice(0, 10));
const dayAndTime = (at: string | null): string => (at === null ? '' : `${day(at)} ${clock(at)}`);

/** What each kind of post is called there. */
function kindOf(entry: TableEntry): 'STORY' | 'REEL' | 'POST' {
  return entry.formatId === 'story' ? 'STORY' : entry.formatId === 'reel' ? 'REEL' : 'POST';
}

const metricoolNetworks: Record<string, string> = {
  facebook: 'Facebook',
  x: 'Twitter/X',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  pinterest: 'Pinterest',
  tiktok: 'TikTok',
  youtube: 'Youtube',
  threads: 'Threads',
  bluesky: 'Bluesky',
};

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);

/** Columns of Metricool's own template (2026) that a post of ours can fill, in its order; the others may be missing. */
const metricoolHeader = [
  'Text',
  'Date',
  'Time',
  'Draft',
  'Facebook',
  'Twitter/X',
  'LinkedIn',
  'GBP',
  'Instagram',
  'Pinterest',
  'TikTok',
  'Youtube',
  'Threads',
  'Bluesky',
  ...numbered('Picture Url', 10),
  ...numbered('Alt text picture', 10),
  'Pinterest Pin Title',
  'Pinterest Pin Link',
  'Instagram Post Type',
  'Youtube Video Title',
  'Youtube Video Type',
  'Facebook Post Type',
  'First Comment Text',
  'TikTok Title',
];

/**
 * How each tool reads a table. Sources: Publer's help page and article on its twelve columns (read 2026-11);
 * Metricool's template as its users keep it (2026); Hootsuite's date form, missing header and 350 rows from its own
 * instructions as quoted; Buffer's four columns and 100 rows from its help, remembered.
 */
const tools: Record<SchedulingTool, Tool> = {
  buffer: {
    name: 'Buffer',
    platforms: [...world, 'bluesky', 'mastodon'],
    perPlatform: true,
    mostRows: 100,
    header: ['Text', 'Image URL', 'Tags', 'Posting Time'],
    row: (entry) => [text(entry.text), '', text(entry.labels.join(', ')), dayAndTime(entry.at)],
    step: 1,
    needsTime: false,
  },
  publer: {
    name: 'Publer',
    platforms: [...world, 'bluesky', 'mastodon'],
    perPlatform: true,
    mostRows: 500,
    header: [
      'Date',
      'Text',
      'Link(s)',
      'Media URL(s)',
      'Title',
      'Label(s)',
      'Alt text(s)',
      'Comment(s)',
      'Pin board, FB album, or Google category',
      'Post subtype',
      'CTA',
      'Reminder',
    ],
    row: (entry) => ({
      Date: dayAndTime(entry.at),
      Text: text(entry.text),
      'Link(s)': text(entry.link),
      Title: text(entry.heading),
      'Label(s)': text(entry.labels.join(', ')),
      'Alt text(s)': text(entry.alts.join(' || ')),
      'Comment(s)': text(entry.firstComment),
      'Post subtype': kindOf(entry) === 'POST' ? '' : kindOf(entry).toLowerCase(),
    }),
    step: 1,
    needsTime: false,
  },
  metricool: {
    name: 'Metricool',
    platforms: Object.keys(metricoolNetworks),
    perPlatform: false,
    mostRows: 500,
    header: metricoolHeader,
    row: (entry) => ({
      Text: text(entry.text),
      Date: day(entry.at),
      Time: entry.at === null ? '' : `${clock(entry.at)}:00`,
      // Nothing goes out before somebody attached the files and looked at it.
      Draft: 'true',
      ...Object.fromEntries(
        [...Object.entries(metricoolNetworks), ['gbp', 'GBP']].map(([platform, column]) => [
          column,
          String(platform === entry.platform),
        ]),
      ),
      ...Object.fromEntries(
        entry.alts.slice(0, 10).map((alt, index) => [`Alt text picture ${index + 1}`, text(alt)]),
      ),
      'First Comment Text': text(entry.firstComment),
      ...(entry.platform === 'pinterest'
        ? { 'Pinterest Pin Title': text(entry.heading), 'Pinterest Pin Link': text(entry.link) }
        : {}),
      ...(entry.platform === 'instagram' ? { 'Instagram Post Type': kindOf(entry) } : {}),
      ...(entry.platform === 'facebook' ? { 'Facebook Post Type': kindOf(entry) } : {}),
      ...(entry.platform === 'tiktok' ? { 'TikTok Title': text(entry.heading) } : {}),
      ...(entry.platform === 'youtube'
        ? {
            'Youtube Video Title': text(entry.heading),
            'Youtube Video Type': entry.formatId === 'shorts' ? 'SHORT' : 'VIDEO',
          }
        : {}),
    }),
    step: 1,
    needsTime: true,
  },
  hootsuite: {
    name: 'Hootsuite',
    platforms: world,
    perPlatform: true,
    mostRows: 350,
    header: null,
    row: (entry) => {
      const [year, month, date] = day(entry.at).split('-');
      return [`${month}/${date}/${year} ${clock(entry.at)}`, text(entry.text), text(entry.link)];
    },
    step: 5,
    needsTime: true,
  },
};

/** The next time of day that a tool takes, which never lies before the wanted one. */
function onStep(at: string, step: number): string {
  const milliseconds = Date.parse(`${at}:00Z`);
  const length = step * 60_000;
  return new Date(Math.ceil(milliseconds / length) * length).toISOString().slice(0, 16);
}

function cellsOf(tool: Tool, entry: TableEntry): string[] {
  const row = tool.row(entry);
  return Array.isArray(row) ? row : (tool.header ?? []).map((column) => row[column] ?? '');
}

/**
 * The tables of one scheduling tool. Entries come in the order of their times; those that the tool cannot take, files
 * to be attached there and times that were moved to its grid are told in `notes`.
 */
export function schedulingTables(
  toolId: SchedulingTool,
  entries: readonly TableEntry[],
): { tables: { name: string; text: string; rows: number }[]; rows: number; notes: TableNote[] } {
  const tool = tools[toolId];
  const notes: TableNote[] = [];
  const note = (entry: TableEntry, severity: TableNote['severity'], en: string, zh: string): void => {
    notes.push({ postId: entry.postId, title: entry.title, severity, reason: { en, zh } });
  };
  const taken = entries.flatMap((entry): TableEntry[] => {
    if (!tool.platforms.includes(entry.platform)) {
      note(
        entry,
        'left',
        `${tool.name} does not post to ${entry.platform}.`,
        `${tool.name} 不支持 ${entry.platform}。`,
      );
      return [];
    }
    if (entry.at === null && tool.needsTime) {
      note(
        entry,
        'left',
        `It has no time yet; ${tool.name} needs one.`,
        `尚未排期；${tool.name} 要求填写时间。`,
      );
      return [];
    }
    if (entry.files.length > 0) {
      const names = entry.files.join(', ');
      note(entry, 'note', `Attach ${names} in ${tool.name}.`, `请在 ${tool.name} 中添加 ${names}。`);
    }
    const at = entry.at === null ? null : onStep(entry.at, tool.step);
    if (at !== entry.at) {
      note(
        entry,
        'note',
        `${tool.name} takes every ${tool.step} minutes only: moved to ${clock(at)}.`,
        `${tool.name} 只接受每 ${tool.step} 分钟的整点：已改为 ${clock(at)}。`,
      );
    }
    return [{ ...entry, at }];
  });
  const groups = new Map<string, TableEntry[]>();
  for (const entry of taken) {
    const key = tool.perPlatform ? entry.platform : '';
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const tables = [...groups].flatMap(([platform, group]) => {
    const parts = Math.ceil(group.length / tool.mostRows);
    return Array.from({ length: parts }, (_, part) => {
      const rows = group.slice(part * tool.mostRows, (part + 1) * tool.mostRows);
      const name = [toolId, platform, parts > 1 ? String(part + 1) : ''].filter(Boolean).join('-');
      const cells = rows.map((entry) => cellsOf(tool, entry));
      return {
        name: `${name}.csv`,
        text: csvText(tool.header ? [tool.header, ...cells] : cells),
        rows: rows.length,
      };
    });
  });
  return { tables, rows: taken.length, notes };
}
