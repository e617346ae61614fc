import type { HistoryStep } from '#shared/contract/design-work.ts';
import { applyPatch, type Change, type Patch, patchBetween, sameContent } from '#shared/clip/edit/patch.ts';

/** Undo and redo as they are stored beside a clip: the last of each list is taken next. */
export interface StoredHistory {
  done: HistoryStep[];
  undone: HistoryStep[];
}

interface Step {
  patch: Patch;
  inverse: Patch;
}

/** A step of undo was taken: the state after it, and what it did. */
export interface Travel<State> {
  state: State;
  patch: Patch;
}

/** Steps that are kept, and characters of JSON that they may take in store. */
const mostSteps = 200;
const mostCharacters = 1_000_000;

const sizes = new WeakMap<Step, number>();
function sizeOf(step: Step): number {
  const size = sizes.get(step) ?? JSON.stringify([step.patch, step.inverse]).length;
  sizes.set(step, size);
  return size;
}

/** The steps nearest to the present that fit: what could be done again first, for a quarter of the room at most. */
function nearest(steps: readonly Step[], count: number, characters: number): Step[] {
  const near: Step[] = [];
  let room = characters;
  for (const step of steps.toReversed()) {
    room -= sizeOf(step);
    if (near.length >= count || room < 0) break;
    near.unshift(step);
  }
  return near;
}

/** Undo by gesture. `sound` says whether a state may be shown: a stored step that leads elsewhere is given up. */
export class ClipHistory<State extends object> {
  private done: Step[] = [];
  private undone: Step[] = [];
  /** The gesture under way, and what could be done again before it: its patch is only worked out when it is over. */
  private open: { gesture: string; before: State; after: State; undone: Step[] } | null = null;
  private readonly sound: (state: unknown) => boolean;

  constructor(sound: (state: unknown) => boolean, saved?: StoredHistory) {
    this.sound = sound;
    if (saved) this.restore(saved);
  }

  get canUndo(): boolean {
    return this.open !== null || this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Changes with the same gesture in a row are one step, none when they lead back; without one each is its own. */
  push(before: State, after: State, gesture: string | null): void {
    const { open } = this;
    if (open && open.gesture === gesture) {
      const back = sameContent(open.before, after);
      this.open = back ? null : { ...open, after };
      if (back) this.undone = open.undone;
      return;
    }
    this.settle();
    if (gesture === null) this.add(before, after);
    else this.open = { gesture, before, after, undone: this.undone };
    this.undone = [];
  }

  /** Ends the gesture under way: the next change is a step of its own. */
  settle(): void {
    const { open } = this;
    this.open = null;
    if (open) this.add(open.before, open.after);
  }

  private add(before: State, after: State): void {
    const patch = patchBetween(before, after);
    if (patch.length === 0) return;
    this.done.push({ patch, inverse: patchBetween(after, before) });
    if (this.done.length > mostSteps) this.done.shift();
  }

  undo(state: State): Travel<State> | null {
    this.settle();
    return this.travel(state, this.done, this.undone, 'inverse');
  }

  redo(state: State): Travel<State> | null {
    this.settle();
    return this.travel(state, this.undone, this.done, 'patch');
  }

  private travel(state: State, from: Step[], to: Step[], way: keyof Step): Travel<State> | null {
    const step = from.pop();
    if (!step) return null;
    try {
      const next = applyPatch(state, step[way]);
      if (!this.sound(next)) throw new RangeError('This step leads to no clip.');
      to.push(step);
      return { state: next, patch: step[way] };
    } catch {
      // It does not belong to this clip, so that nothing beyond it can be reached either.
      from.length = 0;
      return null;
    }
  }

  clear(): void {
    this.done = [];
    this.undone = [];
    this.open = null;
  }

  restore({ done, undone }: StoredHistory): void {
    // What is no patch fails when it is applied.
    const read = ({ patch, inverse }: HistoryStep): Step => ({
      patch: patch as Change[],
      inverse: inverse as Change[],
    });
    this.open = null;
    this.done = done.map(read);
    this.undone = undone.map(read);
  }

  /** For the store; ends the gesture in what is stored, not here. */
  stored(): StoredHistory {
    const { open } = this;
    const patch = open ? patchBetween(open.before, open.after) : [];
    const under: Step[] =
      open && patch.length > 0 ? [{ patch, inverse: patchBetween(open.after, open.before) }] : [];
    const undone = nearest(this.undone, mostSteps, mostCharacters / 4);
    const done = nearest([...this.done, ...under], mostSteps - undone.length, (mostCharacters / 4) * 3);
    return { done, undone };
  }
}
