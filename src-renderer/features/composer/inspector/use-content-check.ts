import { useEffect, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useKit } from '#renderer/ui/kit.ts';
import type { ContentTarget } from '#shared/checks/context.ts';
import type { Finding } from '#shared/platforms/finding.ts';

export type CheckContent = (target: ContentTarget) => Finding[];

/**
 * The word lists and the brand's voice of the workspace, ready to check texts; null until they are here. The engine
 * is fetched when it is needed first, so that the text is on the screen before it.
 */
export function useContentCheck(): CheckContent | null {
  const shipped = useCall('kit.shippedWordLists', {});
  const own = useKit('word-list');
  const brand = useCall('brand.get', {}, ['records.changed'], { concerns: ({ kind }) => kind === 'brand' });
  const [check, setCheck] = useState<{ run: CheckContent } | null>(null);
  const lists = shipped.data;
  const voice = brand.data?.voice;
  useEffect(() => {
    if (!lists || !own || !voice) return;
    let current = true;
    const make = async (): Promise<void> => {
      const [{ checkContent }, { contentContext }, { listsInForce }] = await Promise.all([
        import('#shared/checks/content.ts'),
        import('#shared/checks/context.ts'),
        import('#shared/checks/lists.ts'),
      ]);
      const context = contentContext(listsInForce(lists, own), voice);
      if (current) setCheck({ run: (target) => checkContent(context, target) });
    };
    void make();
    return () => {
      current = false;
    };
  }, [lists, own, voice]);
  return check?.run ?? null;
}
