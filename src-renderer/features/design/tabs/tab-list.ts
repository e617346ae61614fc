/** One open design as its tab shows it. */
export interface Tab {
  id: string;
  name: string;
}

/** Adds a tab behind the others, or brings its name up to date; the same list when nothing changes. */
export function withTab(tabs: readonly Tab[], id: string, name: string): readonly Tab[] {
  const known = tabs.find((tab) => tab.id === id);
  if (!known) return [...tabs, { id, name }];
  return known.name === name ? tabs : tabs.map((tab) => (tab.id === id ? { id, name } : tab));
}

/** The list without a tab, and which to show instead if it was the shown one; null: none is left. */
export function withoutTab(
  tabs: readonly Tab[],
  id: string,
): { tabs: readonly Tab[]; neighbour: string | null } {
  const place = tabs.findIndex((tab) => tab.id === id);
  const rest = tabs.filter((tab) => tab.id !== id);
  return { tabs: rest, neighbour: (rest[Math.max(0, place)] ?? rest.at(-1))?.id ?? null };
}

/** Moves a tab to the place of another. */
export function movedTab(tabs: readonly Tab[], id: string, to: number): readonly Tab[] {
  const moved = tabs.find((tab) => tab.id === id);
  if (!moved) return tabs;
  const rest = tabs.filter((tab) => tab.id !== id);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, moved);
}

/** The tab some steps further, around the ends. */
export function tabBeside(tabs: readonly Tab[], id: string, step: number): string | null {
  const place = tabs.findIndex((tab) => tab.id === id);
  if (place < 0) return tabs[0]?.id ?? null;
  return tabs[(place + step + tabs.length) % tabs.length]?.id ?? null;
}

const keyOf = (workspaceId: string): string => `galley.design.tabs.${workspaceId}`;

const none: readonly Tab[] = [];

function readTabs(workspaceId: string): readonly Tab[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(workspaceId)) ?? '[]');
    if (!Array.isArray(stored)) return none;
    return stored.flatMap((tab: unknown) => {
      if (typeof tab !== 'object' || tab === null || !('id' in tab) || !('name' in tab)) return [];
      return typeof tab.id === 'string' && typeof tab.name === 'string'
        ? [{ id: tab.id, name: tab.name }]
        : [];
    });
  } catch {
    return none;
  }
}

const shown = new Map<string, readonly Tab[]>();
const listeners = new Set<() => void>();

/** The tabs of a workspace: what was open here last, also before a restart. */
export function tabsOf(workspaceId: string | null): readonly Tab[] {
  if (workspaceId === null) return none;
  const known = shown.get(workspaceId) ?? readTabs(workspaceId);
  shown.set(workspaceId, known);
  return known;
}

/** Changes the tabs of a workspace and remembers them. */
export function changeTabs(workspaceId: string, make: (before: readonly Tab[]) => readonly Tab[]): void {
  // Read afresh: another window may have opened tabs meanwhile.
  const before = readTabs(workspaceId);
  const next = make(before);
  shown.set(workspaceId, next);
  if (next !== before) localStorage.setItem(keyOf(workspaceId), JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function onTabs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
