import { designThumbnail } from '#shared/domain/design-record.ts';
import { dueInstant } from '#shared/domain/due.ts';
import {
  type Attachment,
  entryKey,
  type PlanEntry,
  type Post,
  type PostSummary,
  type Target,
} from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { Parameters } from '../connection.ts';
import { searchForm } from '../search.ts';

/** Version of the envelope in `posts.document`. */
const documentVersion = 1;

/** Making one costs more than using it. */
const graphemes = new Intl.Segmenter();

/** Letters of a post's body that a list shows. */
const excerptLength = 120;

export interface PostRow {
  number: number;
  id: string;
  revision: number;
  status: Post['status'];
  title: string;
  excerpt: string;
  campaign: string;
  pillar: string;
  formats: string;
  local: string | null;
  zone: string | null;
  due_at: string | null;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  document: string;
  owner: string;
  labels: string;
  accounts: string;
  series_id: string | null;
  series_at: string | null;
  origin: string;
}

export interface TargetRow {
  id: string;
  post_id: string;
  format: string;
  account_id: string | null;
  overrides: string;
  local: string | null;
  zone: string | null;
  status: Target['status'];
  published_at: string | null;
  published_url: string | null;
}

export interface SummaryRow extends Omit<PostRow, 'document' | 'created_at' | 'series_at' | 'origin'> {
  cover_kind: string | null;
  cover_id: string | null;
  design_revision: number | null;
  brand_revision: number | null;
  clip_asset_id: string | null;
}

type Words = Pick<
  Post,
  | 'title'
  | 'body'
  | 'document'
  | 'hashtags'
  | 'link'
  | 'firstComment'
  | 'disclosure'
  | 'sources'
  | 'attachments'
  | 'notes'
  | 'brief'
  | 'checklist'
>;

/** What a post has that was stored before there was a place for it. */
const later = {
  disclosure: { advertising: false, synthetic: false },
  sources: '',
  brief: '',
  checklist: [],
};

function scheduleOf(row: { local: string | null; zone: string | null }): Schedule | null {
  return row.local === null || row.zone === null ? null : { local: row.local, zone: row.zone };
}

/** The first words without Markdown marks, cut between two letters as people see them. */
function excerptOf(body: string): string {
  const start = body.slice(0, 1000);
  // Most bodies begin with plain words.
  const plain = !/[*_`~>#[\s]/u.test(start.replaceAll(' ', ''))
    ? start.replaceAll(/ {2,}/g, ' ').trim()
    : start
        .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/[*_`~>#]+/g, '')
        .replaceAll(/\s+/gu, ' ')
        .trim();
  if (plain.length <= excerptLength) return plain;
  let cut = 0;
  for (const { index, segment } of graphemes.segment(plain)) {
    if (index + segment.length > excerptLength) break;
    cut = index + segment.length;
  }
  return `${plain.slice(0, cut)}…`;
}

/** All attachments of a post, its own first, then those of its targets. */
export function allAttachments(post: Post): Attachment[] {
  return [...post.attachments, ...post.targets.flatMap((target) => target.overrides.attachments ?? [])];
}

function accountsOf(targets: readonly Target[]): string {
  return JSON.stringify(targets.flatMap(({ accountId }) => accountId ?? []));
}

/** Where a post stands in the plan. */
export function placeParameters(post: Post): Parameters {
  const based = post.targets.filter((target) => target.schedule === null);
  return {
    id: post.id,
    revision: post.revision,
    status: post.status,
    campaign: post.campaign,
    pillar: post.pillar,
    owner: post.owner,
    labels: JSON.stringify(post.labels),
    base_formats: JSON.stringify(based.map((target) => target.format)),
    base_accounts: accountsOf(based),
    series_id: post.series?.id ?? null,
    series_at: post.series?.at ?? null,
    origin: post.origin,
    local: post.schedule?.local ?? null,
    zone: post.schedule?.zone ?? null,
    due_at: post.schedule ? dueInstant(post.schedule) : null,
    scheduled: post.schedule || post.targets.some((target) => target.schedule) ? 1 : 0,
    created_at: post.createdAt,
    updated_at: post.updatedAt,
    trashed_at: post.trashedAt,
  };
}

export function postParameters(post: Post, cover: Attachment | undefined): Parameters {
  const words: Words = {
    title: post.title,
    body: post.body,
    document: post.document ?? null,
    hashtags: post.hashtags,
    link: post.link,
    firstComment: post.firstComment,
    disclosure: post.disclosure,
    sources: post.sources,
    attachments: post.attachments,
    notes: post.notes,
    brief: post.brief,
    checklist: post.checklist,
  };
  return {
    ...placeParameters(post),
    title: post.title,
    excerpt: excerptOf(post.body),
    formats: JSON.stringify(post.targets.map((target) => target.format)),
    accounts: accountsOf(post.targets),
    cover_kind: cover?.kind ?? null,
    cover_id: cover?.refId ?? null,
    document: JSON.stringify({ kind: 'post', version: documentVersion, body: words }),
  };
}

/** When a target is due and what became of it. */
export function targetTimes(target: Target): Parameters {
  return {
    id: target.id,
    local: target.schedule?.local ?? null,
    zone: target.schedule?.zone ?? null,
    due_at: target.schedule ? dueInstant(target.schedule) : null,
    status: target.status,
    published_at: target.publishedAt,
    published_url: target.publishedUrl,
  };
}

export function targetParameters(target: Target, postId: string, position: number): Parameters {
  return {
    ...targetTimes(target),
    post_id: postId,
    position,
    format: target.format,
    account_id: target.accountId,
    overrides: JSON.stringify(target.overrides),
  };
}

export function postOf(row: PostRow, targets: readonly TargetRow[]): Post {
  const envelope = JSON.parse(row.document) as { body: Words };
  return {
    ...later,
    ...envelope.body,
    id: row.id,
    revision: row.revision,
    status: row.status,
    targets: targets.map((target) => ({
      id: target.id,
      format: target.format,
      accountId: target.account_id,
      overrides: JSON.parse(target.overrides) as Target['overrides'],
      schedule: scheduleOf(target),
      status: target.status,
      publishedAt: target.published_at,
      publishedUrl: target.published_url,
    })),
    schedule: scheduleOf(row),
    campaign: row.campaign,
    pillar: row.pillar,
    owner: row.owner,
    labels: JSON.parse(row.labels) as string[],
    series: row.series_id === null ? null : { id: row.series_id, at: row.series_at ?? '' },
    origin: row.origin,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

function thumbnailOf(row: SummaryRow): string | null {
  if (row.cover_kind === 'asset') return `thumb/${row.cover_id}`;
  if (row.cover_kind === 'clip') return row.clip_asset_id === null ? null : `thumb/${row.clip_asset_id}`;
  if (row.cover_kind === 'design' && row.cover_id !== null)
    return designThumbnail(row.cover_id, row.design_revision ?? 0, row.brand_revision);
  return null;
}

/** Most lists of a month are empty: those are not worth parsing. */
function listOf(text: string): string[] {
  return text === '[]' ? [] : (JSON.parse(text) as string[]);
}

export function summaryOf(row: SummaryRow): PostSummary {
  return {
    id: row.id,
    revision: row.revision,
    title: row.title,
    excerpt: row.excerpt,
    status: row.status,
    formats: listOf(row.formats),
    schedule: scheduleOf(row),
    dueAt: row.due_at,
    thumbnail: thumbnailOf(row),
    campaign: row.campaign,
    pillar: row.pillar,
    owner: row.owner,
    labels: listOf(row.labels),
    accountIds: listOf(row.accounts),
    seriesId: row.series_id,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

export interface EntryRow extends SummaryRow {
  target_id: string | null;
}

export function entryOf(row: EntryRow): PlanEntry {
  return Object.assign(summaryOf(row), { key: entryKey(row.id, row.target_id), targetId: row.target_id });
}

/** Everything of a post that search looks at. */
export function postSearchText(post: Post): string {
  const overridden = post.targets.flatMap(({ overrides }) => [
    overrides.title ?? '',
    overrides.body ?? '',
    ...(overrides.hashtags ?? []),
    overrides.firstComment ?? '',
  ]);
  return searchForm([
    post.title,
    post.body,
    ...post.hashtags,
    post.link,
    post.firstComment,
    post.campaign,
    post.pillar,
    post.owner,
    ...post.labels,
    post.notes,
    post.brief,
    ...overridden,
  ]);
}
