import { type ContentContext, contentContext } from '#shared/checks/context.ts';
import { listsInForce, type NamedList } from '#shared/checks/lists.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandOf } from '../brand/brand.ts';

/** What texts of a workspace are checked against; made again only when a list or the brand's voice changed. */
export interface ContentRules {
  of(session: Session): Promise<ContentContext>;
  /** For a file outside of a workspace. */
  shipped(): Promise<ContentContext>;
  shippedLists(): Promise<readonly NamedList[]>;
}

export function createContentRules(load: () => Promise<readonly NamedList[]>): ContentRules {
  let loaded: Promise<readonly NamedList[]> | null = null;
  let plain: ContentContext | null = null;
  let made: { key: string; session: Session; context: ContentContext } | null = null;
  const shippedLists = (): Promise<readonly NamedList[]> => {
    loaded ??= load();
    return loaded;
  };
  return {
    shippedLists,
    async shipped() {
      plain ??= contentContext(await shippedLists());
      return plain;
    },
    async of(session) {
      const lists = await shippedLists();
      const kept = session.repositories.kit.list('word-list', false);
      const { voice } = brandOf(session);
      const key = JSON.stringify([kept.map(({ id, revision }) => [id, revision]), voice]);
      if (made?.key === key && made.session === session) return made.context;
      const context = contentContext(listsInForce(lists, kept), voice);
      made = { key, session, context };
      return context;
    },
  };
}
