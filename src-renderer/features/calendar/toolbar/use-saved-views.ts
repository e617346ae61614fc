import { useLocalStorage } from '@mantine/hooks';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../session/plan-tools.ts';

export type SavedView = KitItem<'plan-view'>;
type SavedViewBody = KitBody<'plan-view'>;

const kind = 'plan-view';
const none: readonly SavedView[] = [];

/** The workspace's named views, and which of them this window shows. Every change is a step of the plan's undo. */
export function useSavedViews() {
  const { t } = useWords();
  const { changes } = usePlanTools();
  const views = useKit(kind) ?? none;
  const [chosen, choose] = useLocalStorage<string | null>({
    key: 'galley.calendar.saved-view',
    defaultValue: null,
    getInitialValueInEffect: false,
    sync: false,
  });
  const save = (view: SavedView, name: string, body: SavedViewBody, said: string): Promise<void> =>
    changes.run(() => call('plan.saveKit', { kind, id: view.id, name, body }), said);
  return {
    views,
    current: views.find(({ id }) => id === chosen),
    choose,
    make: (name: string, body: SavedViewBody): Promise<void> =>
      changes.run(
        async () => choose((await call('plan.saveKit', { kind, name, body })).item.id),
        t('calendar-views.view-saved', { name }),
      ),
    update: (view: SavedView, body: SavedViewBody): Promise<void> =>
      save(view, view.name, body, t('calendar-views.view-updated', { name: view.name })),
    rename: async (view: SavedView, name: string): Promise<void> => {
      if (name !== view.name)
        await save(view, name, view.body, t('calendar-views.view-renamed', { from: view.name, to: name }));
    },
    remove: (view: SavedView): Promise<void> =>
      changes.run(
        () => call('plan.trashKit', { ids: [view.id], trashed: true }),
        t('calendar-views.view-deleted', { name: view.name }),
      ),
  };
}
