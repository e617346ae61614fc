import type { Bilingual } from '#shared/contract/failure.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { Session } from '#main/ports/workspace.ts';

const platformOf = (format: string): string => format.split('/', 1)[0] ?? '';

/** Where posts go: accounts, and platforms of formats that no account stands for. */
export interface Lanes {
  /** `account:<id>` and `platform:<id>`. */
  of(entry: { formats: readonly string[]; accountIds: readonly string[] }): string[];
  nameOf(lane: string): Bilingual;
}

export function createLanes(session: Session, pack: RulePack): Lanes {
  const accounts = new Map(
    (session.repositories.kit.list('account', false) as KitItem<'account'>[]).map((item) => [item.id, item]),
  );
  const platforms = new Map(pack.platforms.map(({ id, name }) => [id, name]));
  return {
    of({ formats, accountIds }) {
      const known = accountIds.filter((id) => accounts.has(id));
      const covered = new Set(known.map((id) => accounts.get(id)?.body.platform));
      const open = formats.map(platformOf).filter((platform) => !covered.has(platform));
      return [...new Set([...known.map((id) => `account:${id}`), ...open.map((id) => `platform:${id}`)])];
    },
    nameOf(lane) {
      const id = lane.slice(lane.indexOf(':') + 1);
      if (lane.startsWith('platform:')) return platforms.get(id) ?? { en: id, zh: id };
      const name = accounts.get(id)?.name ?? id;
      return { en: name, zh: name };
    },
  };
}

/** The lane that a cadence is about. */
export function laneOfCadence({ body }: KitItem<'cadence'>): string {
  return body.accountId === null ? `platform:${body.platform}` : `account:${body.accountId}`;
}
