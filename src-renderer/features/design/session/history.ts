import type { HistoryStep } from '#shared/contract/design-work.ts';
import type { Patch } from '#shared/design/operations.ts';
import { compacted, newestWithin, type PlainStep, readSteps } from './history-steps.ts';

/** One step of undo: what a gesture did, and how to take it back. */
interface Step extends PlainStep {
  /** Steps with the same key within `mergeTime` become one. */
  mergeKey: string | null;
  at: number;
}

/** Milliseconds between keystrokes or nudges that still belong to one step. */
const mergeTime = 500;
/** Steps that are kept while the design is open. */
const longest = 500;
/** Steps, and characters of JSON, that are kept for the next start: undone ones come out of the same room. */
const stored = { steps: 100, characters: 1_000_000 };

/** The undo of a design as it is saved beside it. */
export interface StoredHistory {
  done: HistoryStep[];
  undone: HistoryStep[];
}

function toStored(step: PlainStep): HistoryStep {
  return { patch: [...step.patch], inverse: [...step.inverse] };
}

/** Undo and redo by gesture; selection and zoom are never part of it. */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  push(patch: Patch, inverse: Patch, mergeKey: string | null, now: number): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (last && mergeKey !== null && last.mergeKey === mergeKey && now - last.at <= mergeTime) {
      this.done[this.done.length - 1] = { ...joined(last, patch, inverse), mergeKey, at: now };
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
    this.done.push({ ...last, ...joined(last, patch, inverse) });
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

  /** What is saved for the next start: the steps nearest to the present, undone ones first. */
  store(): StoredHistory {
    const undone = newestWithin(this.undone, stored.steps, stored.characters / 4);
    const done = newestWithin(this.done, stored.steps - undone.length, (stored.characters / 4) * 3);
    return { done: done.map(toStored), undone: undone.map(toStored) };
  }

  /** Takes over what an earlier start has saved; steps of now never merge into those. */
  restore({ done, undone }: StoredHistory): void {
    const asStep = (step: PlainStep): Step => ({ ...step, mergeKey: null, at: 0 });
    this.done = readSteps(done).map(asStep);
    this.undone = readSteps(undone).map(asStep);
  }
}

function joined(step: PlainStep, patch: Patch, inverse: Patch): PlainStep {
  return {
    patch: compacted([...step.patch, ...patch]),
    inverse: compacted([...inverse, ...step.inverse]),
  };
}
