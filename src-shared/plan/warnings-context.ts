import type { Bilingual } from '../contract/failure.ts';
import type { Day } from '../domain/calendar-days.ts';
import type { PlanEntry } from '../domain/post.ts';
import type { KitBody } from '../kit/schema.ts';
import type { Fingerprint } from './similarity.ts';

export const warningCodes = [
  'approval-missing',
  'media-missing',
  'not-ready',
  'clash',
  'quiet-hours',
  'planner-too-soon',
  'planner-too-late',
  'same-text',
  'same-picture',
  'same-media',
  'same-topic',
  'gap',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export type WarningSettings = KitBody<'warning-settings'>;

/** What holds until somebody says otherwise. */
export const defaultWarningSettings: WarningSettings = {
  topicDays: 1,
  mediaDays: 14,
  textDays: 30,
  leadHours: 24,
  quiet: null,
  dismissed: [],
};

export interface PlanWarning {
  /** Names what it is about, so that one that was put away stays away until something else happens. */
  key: string;
  code: WarningCode;
  severity: 'error' | 'warning' | 'note';
  message: Bilingual;
  /** Where to look. */
  day: Day;
  /** Each once, by time. */
  postIds: string[];
  /** Entries of the plan, by time. */
  keys: string[];
  /** The post that would go to the next free slot; null where that helps nothing. */
  movable: string | null;
}

/** An entry of the plan with what warnings ask about it. */
export interface WeighedEntry
  extends Pick<
    PlanEntry,
    'key' | 'id' | 'targetId' | 'status' | 'formats' | 'campaign' | 'pillar' | 'seriesId'
  > {
  title: string;
  /** Instant in milliseconds. */
  at: number;
  /** On the wall of the zone that is looked at. */
  day: Day;
  /** Accounts (`account:<id>`), and platforms of formats without one (`platform:<id>`). */
  lanes: string[];
  /** null where there are too few words to compare. */
  text: { grams: Uint32Array; fingerprint: Fingerprint; smallest: number[] } | null;
  /** `asset:<id>`, `design:<id>`, `clip:<id>`. */
  media: string[];
  pictures: { id: string; fingerprint: Fingerprint }[];
}

export interface WarningContext {
  settings: WarningSettings;
  /** Milliseconds. */
  now: number;
  today: Day;
  /** First day of the range, and the one after its last; entries before it are there to compare with. */
  from: Day;
  to: Day;
  /** What a lane is called. */
  laneName(lane: string): Bilingual;
  /** Minutes of the day of an instant, on the wall of the workspace. */
  minuteOf(at: number): number;
  cadences: readonly { lane: string; perWeek: number }[];
  /** By `platform/format`. */
  needsMedia(format: string): boolean;
  /** Seconds ahead that the platform's own planner takes. */
  planner(format: string): { min: number | null; max: number | null; platform: Bilingual } | null;
  /** Approvals that are missing, by post; posts that need none are left out. */
  approvals: ReadonlyMap<string, { missing: number; leadHours: number }>;
}

/** A post that is still to come and can still be changed. */
export function isOpen(entry: WeighedEntry, context: WarningContext): boolean {
  return entry.status !== 'published' && entry.at >= context.now;
}
