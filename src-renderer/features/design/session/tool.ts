import { useSyncExternalStore } from 'react';
import { useEditor } from './editor.ts';

/** What a press on the canvas does. */
export type ToolName = 'select' | 'hand' | 'zoom' | 'pen' | 'pencil';

export interface ToolState {
  name: ToolName;
  /** The path layer whose points are being changed. */
  pathId: string | null;
}

/** The tool in the hand; selecting is what everything returns to. */
export class Tool {
  private state: ToolState = { name: 'select', pathId: null };
  private readonly listeners = new Set<() => void>();

  snapshot = (): ToolState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(state: ToolState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  /** Takes a tool; the one in the hand is put down. */
  take(name: ToolName): void {
    this.set({ name: name === this.state.name ? 'select' : name, pathId: null });
  }

  editPath(pathId: string | null): void {
    if (pathId !== this.state.pathId) this.set({ name: 'select', pathId });
  }

  /** Back to selecting. Answers whether there was something to put down. */
  putDown(): boolean {
    if (this.state.name === 'select' && this.state.pathId === null) return false;
    this.set({ name: 'select', pathId: null });
    return true;
  }
}

export function useTool(): ToolState {
  const { tool } = useEditor();
  return useSyncExternalStore(tool.subscribe, tool.snapshot);
}
