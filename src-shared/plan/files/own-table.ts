import { dueInstant } from '../../domain/due.ts';
import type { Post } from '../../domain/post.ts';
import { neutralise } from '../../tables/csv.ts';
import { encodeList, encodePart, type OwnColumn, ownColumns } from './fields.ts';
import { encodeTargets } from './targets.ts';

/** How an account is named in a file: so that reading finds the same one again. */
export type AccountName = (accountId: string) => string;

function targetsOf(post: Post, accountName: AccountName): string {
  return encodeTargets(
    post.targets.map((target) => ({
      ...target,
      account: target.accountId === null ? null : accountName(target.accountId),
    })),
  );
}

const columns: Record<OwnColumn, (post: Post, accountName: AccountName) => string> = {
  id: (post) => post.id,
  title: (post) => post.title,
  body: (post) => post.body,
  status: (post) => post.status,
  local: (post) => post.schedule?.local ?? '',
  zone: (post) => post.schedule?.zone ?? '',
  due_utc: (post) => (post.schedule ? dueInstant(post.schedule) : ''),
  targets: targetsOf,
  hashtags: (post) =>
    post.hashtags.map((tag) => encodePart(tag).replaceAll(/\s/gu, encodeURIComponent)).join(' '),
  link: (post) => post.link,
  first_comment: (post) => post.firstComment,
  campaign: (post) => post.campaign,
  pillar: (post) => post.pillar,
  owner: (post) => post.owner,
  labels: (post) => encodeList(post.labels),
  notes: (post) => post.notes,
  brief: (post) => post.brief,
  series: (post) => (post.series ? `${post.series.id} ${post.series.at}` : ''),
};

/** The text of every column of our own table. */
export function ownTexts(post: Post, accountName: AccountName): Record<OwnColumn, string> {
  return Object.fromEntries(
    ownColumns.map((column) => [column, columns[column](post, accountName)]),
  ) as Record<OwnColumn, string>;
}

/** Our own table: the header and one row a post, safe to open in a spreadsheet. */
export function ownTable(posts: readonly Post[], accountName: AccountName): string[][] {
  return [
    [...ownColumns],
    ...posts.map((post) => Object.values(ownTexts(post, accountName)).map(neutralise)),
  ];
}
