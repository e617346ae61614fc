import type { Target } from '../../domain/post.ts';
import { localTimeSchema, type Schedule, zoneSchema } from '../../domain/schedule.ts';
import { decodePart, encodePart } from './fields.ts';

/** What a row says about one target. */
export interface RowTarget {
  format: string;
  /** Name or id of an account; null where none is named. */
  account: string | null;
  /** null inherits the post's time. */
  schedule: Schedule | null;
  status: Target['status'];
  publishedAt: string | null;
  publishedUrl: string | null;
}

/** A target that only its format is known of. */
export function plainTarget(format: string, account: string | null = null): RowTarget {
  return { format, account, schedule: null, status: 'planned', publishedAt: null, publishedUrl: null };
}

/**
 * One target as text: `x/post(account)@2026-03-01T09:00[Asia/Shanghai]#published,2026-03-01T01:00:00.000Z,https://…`;
 * each part only where there is something to say.
 */
function encodeTarget(target: RowTarget): string {
  const account = target.account === null ? '' : `(${encodePart(target.account)})`;
  const time = target.schedule ? `@${target.schedule.local}[${target.schedule.zone}]` : '';
  const parts = [target.status, target.publishedAt ?? '', target.publishedUrl ?? ''].map(encodePart);
  const state = target.status === 'planned' ? '' : `#${parts.join(',').replace(/,+$/, '')}`;
  return `${encodePart(target.format)}${account}${time}${state}`;
}

export function encodeTargets(targets: readonly RowTarget[]): string {
  return targets.map(encodeTarget).join('; ');
}

const shape = /^([^()@#]+)(?:\(([^)]*)\))?(?:@([^[]+)\[([^\]]+)\])?(?:#(.*))?$/;

function decodeTarget(text: string): RowTarget | null {
  const found = shape.exec(text);
  if (!found) return null;
  const [, format = '', account, local, zone, state = ''] = found;
  const [status = '', at = '', ...url] = state.split(',');
  if (status !== '' && status !== 'ready' && status !== 'published') return null;
  if (local !== undefined && !localTimeSchema.safeParse(local).success) return null;
  if (zone !== undefined && !zoneSchema.safeParse(zone).success) return null;
  return {
    format: decodePart(format.trim()),
    account: account === undefined ? null : decodePart(account),
    schedule: local !== undefined && zone !== undefined ? { local, zone } : null,
    status: status === '' ? 'planned' : status,
    publishedAt: at === '' ? null : decodePart(at),
    publishedUrl: url.length === 0 ? null : decodePart(url.join(',')),
  };
}

/** Reads what `encodeTargets` wrote; null when a part is something else. */
export function decodeTargets(cell: string): RowTarget[] | null {
  const targets = cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(decodeTarget);
  return targets.every((target) => target !== null) ? targets : null;
}
