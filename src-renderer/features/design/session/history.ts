import type { Patch } from '#shared/design/operations.ts';

/** One step of undo: what a gesture did, and how to take it back. */
interface Step {
  patch: Patch;
  inverse: Patch;
  /** Steps with the same key within `mergeTime` become one. */
  mergeKey: string | null;
  at: number;
}

/** Milliseconds between keystrokes or nudges that still belong to one step. */
const mergeTime = 500;
/** Steps that are kept. */
const longest = 500;

/** Undo and redo by gesture; selection and zoom are never part of it. */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  push(patch: Patch, inverse: Patch, mergeKey: string | null, now: number): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (last && mergeKey !== null && last.mergeKey === mergeKey && now - last.at <= mergeTime) {
      this.done[this.done.length - 1] = {
        patch: [...last.patch, ...patch],
        inverse: [...inverse, ...last.inverse],
        mergeKey,
        at: now,
      };
      return;
    }
    this.done.push({ patch, inverse, mergeKey, at: now });
    if (this.done.length > longest) this.done.shift();
  }

  /** Adds to the last step, however long ago that was: undo takes both back together. */
  amend(patch: Patch, inverse: Patch): void {
    const last = this.done.pop();
    this.undone = [];
    if (!last) return;
    this.done.push({
      ...last,
      patch: [...last.patch, ...patch],
      inverse: [...inverse, ...last.inverse],
    });
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** The patch that takes the last step back; null when there is none. */
  undo(): Patch | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    return step.inverse;
  }

  redo(): Patch | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push({ ...step, mergeKey: null });
    return step.patch;
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}
