import { call } from '#renderer/bridge/client.ts';
import { type Autosave, createAutosave, type SaveState } from '#renderer/document/autosave.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { PostChange } from '#shared/contract/posts.ts';
import { newId } from '#shared/domain/id.ts';
import { withAttachments } from '#shared/domain/content-of.ts';
import {
  type Overrides,
  partsOfKey,
  type Post,
  postSchema,
  type Target,
  targetKey,
} from '#shared/domain/post.ts';
import { inheritAgain, type VariantField } from '#shared/domain/variant-fields.ts';
import type { Parts } from './parts.ts';
import { fieldsOf, plainDocument, sameButText } from './parts.ts';

/** Fields of a post that `posts.save` takes; each is sent as it stands when the save leaves. */
export type Saved = keyof PostChange & keyof Post;

/** How far saving is. */
export interface Saving {
  state: SaveState;
  failure: GalleyError | null;
  savedAt: number | null;
}

export interface Snapshot extends Saving {
  post: Post;
  /** What another window stored meanwhile, while the user has not decided. */
  theirs: Post | null;
  /** Grows whenever words were replaced from outside the editor, which must then read them again. */
  epoch: number;
}

/** Words that fields hold while they are typed. */
const typed = ['title', 'body', 'document', 'firstComment'] as const;
type Typed = Partial<Record<(typeof typed)[number], unknown>>;

/** True where `change` sets typed words that `words` does not have. */
function writes(words: Typed, change: Typed): boolean {
  return typed.some((name) => name in change && change[name] !== words[name]);
}

/** Milliseconds before a failed save is tried again; doubles up to the last. */
const firstRetry = 3000;
const lastRetry = 30_000;

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function pick(post: Post, fields: Iterable<Saved>): PostChange {
  const change: Record<string, unknown> = {};
  for (const field of fields) {
    change[field] =
      field === 'targets'
        ? post.targets.map(({ id, format, accountId, overrides }) => ({
            id,
            format,
            accountId,
            overrides: plainOverrides(overrides),
          }))
        : field === 'document'
          ? plainDocument(post.document)
          : post[field];
  }
  return change as PostChange;
}

function plainOverrides(overrides: Target['overrides']): Target['overrides'] {
  return 'document' in overrides ? { ...overrides, document: plainDocument(overrides.document) } : overrides;
}

/** Stored ids, times and states of targets over the words that the window has. */
function mergeTargets(mine: Target[], stored: Target[]): Target[] {
  return mine.map((target) => {
    const known = stored.find((each) => each.id === target.id);
    return known ? { ...known, accountId: target.accountId, overrides: target.overrides } : target;
  });
}

/**
 * The post that one window edits: changes are seen at once, saved soon after, and rebased on what others stored.
 * Two windows that changed different fields are merged; the same field changed by both is left to the user.
 */
export class PostSession {
  private base: Post;
  private working: Post;
  /** Changed and not acknowledged; `sending` is the part that is under way. */
  private readonly unsaved = new Set<Saved>();
  private theirs: Post | null = null;
  private epoch = 0;
  private looking = false;
  private retryDelay = firstRetry;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private current: Snapshot;
  private still: Snapshot;
  private saved: Saving;
  private readonly sentBackListeners = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly autosave: Autosave<ReadonlySet<Saved>>;

  constructor(post: Post) {
    this.base = post;
    this.working = post;
    this.autosave = createAutosave<ReadonlySet<Saved>>(
      (fields) => this.send(fields),
      (earlier, later) => new Set([...earlier, ...later]),
    );
    this.current = this.take();
    this.still = this.current;
    this.saved = this.current;
    this.autosave.subscribe(() => this.saveStateChanged());
  }

  snapshot = (): Snapshot => this.current;

  /**
   * The snapshot for the screen around the text: it stays the same object while only running text changes and is
   * saved, so that a keystroke draws nothing but the text. Its body and save state may be old.
   */
  calm = (): Snapshot => this.still;

  /** The same object as long as saving stands where it stood, whatever is written meanwhile. */
  saving = (): Saving => this.saved;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A save sent an approved post back to review, because its content is no longer what was approved. */
  whenSentBack(listener: () => void): () => void {
    this.sentBackListeners.add(listener);
    return () => this.sentBackListeners.delete(listener);
  }

  private take(): Snapshot {
    return { post: this.working, theirs: this.theirs, epoch: this.epoch, ...this.autosave.state() };
  }

  private announce(): void {
    this.current = this.take();
    const { post, theirs, epoch } = this.current;
    const before = this.still;
    if (before.theirs !== theirs || before.epoch !== epoch || !sameButText(before.post, post)) {
      this.still = this.current;
    }
    const { state, failure, savedAt } = this.current;
    if (this.saved.state !== state || this.saved.failure !== failure || this.saved.savedAt !== savedAt) {
      this.saved = { state, failure, savedAt };
    }
    for (const listener of this.listeners) listener();
  }

  private saveStateChanged(): void {
    clearTimeout(this.retryTimer);
    const { state } = this.autosave.state();
    if (state === 'saved') this.retryDelay = firstRetry;
    if (state === 'failed') {
      this.retryTimer = setTimeout(() => this.autosave.retry(), this.retryDelay);
      this.retryDelay = Math.min(lastRetry, this.retryDelay * 2);
    }
    this.announce();
  }

  private async send(fields: ReadonlySet<Saved>): Promise<void> {
    for (const field of fields) this.unsaved.delete(field);
    const sent = this.working;
    const change = pick(sent, fields);
    try {
      const stored = await call('posts.save', { id: this.base.id, revision: this.base.revision, change });
      const sentBack = this.base.status === 'approved' && stored.status === 'review' && !fields.has('status');
      this.adopt(stored, new Set([...fields, ...this.unsaved]));
      if (sentBack) for (const listener of this.sentBackListeners) listener();
    } catch (error) {
      for (const field of fields) this.unsaved.add(field);
      const theirs = conflictingPost(error);
      if (!theirs) throw error;
      const clash = [...this.unsaved].some((field) => !same(pick(theirs, [field]), pick(this.base, [field])));
      if (clash) {
        this.theirs = theirs;
        throw error;
      }
      this.rebase(theirs);
      await this.send(fields);
    }
  }

  /** Takes the stored post except `keep`, which the window knows better. */
  private adopt(stored: Post, keep: ReadonlySet<Saved>): void {
    const mine: Record<string, unknown> = {};
    for (const field of keep) if (field !== 'targets') mine[field] = this.working[field];
    const targets = keep.has('targets') ? mergeTargets(this.working.targets, stored.targets) : stored.targets;
    this.base = stored;
    this.working = { ...stored, ...mine, targets };
    this.announce();
  }

  private rebase(theirs: Post): void {
    const wordsChanged = !same(fieldsOf(this.base), fieldsOf(theirs));
    this.adopt(theirs, this.unsaved);
    if (wordsChanged) this.epoch += 1;
    this.announce();
  }

  /** Reads the stored post after someone else announced a change; a window with nothing to save follows at once. */
  async follow(): Promise<void> {
    if (this.autosave.state().state !== 'saved') return;
    const stored = await call('posts.get', { id: this.base.id });
    if (stored.revision === this.base.revision || this.autosave.state().state !== 'saved') return;
    this.rebase(stored);
  }

  /** Whoever works here may only look: what fields and keys would change is not taken, instead of failing to be saved. */
  look(looking: boolean): void {
    this.looking = looking;
  }

  private push(change: Partial<Post>): void {
    if (this.looking) return;
    this.working = { ...this.working, ...change };
    const fields = Object.keys(change) as Saved[];
    for (const field of fields) this.unsaved.add(field);
    this.autosave.push(new Set(fields));
    this.announce();
  }

  change(change: Partial<Pick<Post, Saved>>): void {
    this.push(change);
  }

  private target(key: string): Target | undefined {
    return this.working.targets.find((each) => targetKey(each) === key);
  }

  private replaceTarget(key: string, change: (target: Target) => Target): void {
    this.push({
      targets: this.working.targets.map((each) => (targetKey(each) === key ? change(each) : each)),
    });
  }

  /**
   * Sets words of the base text, or of the target of that key, which has its own from then on; of attachments a
   * target keeps only what differs from the post's.
   */
  setParts(key: string | null, parts: Parts): void {
    if (key === null) this.push(parts);
    else {
      this.replaceTarget(key, (target) => {
        const { attachments, ...words } = parts;
        const own = { ...target.overrides, ...words };
        return {
          ...target,
          overrides: attachments ? withAttachments(this.working, own, attachments) : own,
        };
      });
    }
  }

  /** How the article of a target looks; null is the usual look. */
  setArticleTheme(key: string, theme: unknown): void {
    this.replaceTarget(key, (target) => {
      const { articleTheme: _before, ...rest } = target.overrides;
      return { ...target, overrides: theme === null ? rest : { ...rest, articleTheme: theme } };
    });
  }

  /**
   * Changes of the base and of targets in one step; editors read words again that they hold themselves.
   * @returns puts back what was changed, and nothing else
   */
  edit(change: { base?: Partial<Pick<Post, Saved>>; targets?: ReadonlyMap<string, Overrides> }): () => void {
    const before = { base: this.working, targets: new Map<string, Overrides>() };
    const apply = (base: Partial<Pick<Post, Saved>>, targets: ReadonlyMap<string, Overrides>): void => {
      let rewritten = writes(this.working, base);
      const next = this.working.targets.map((each) => {
        const overrides = targets.get(targetKey(each));
        if (!overrides) return each;
        rewritten ||= writes(each.overrides, overrides) || writes(overrides, each.overrides);
        return { ...each, overrides };
      });
      if (rewritten) this.epoch += 1;
      this.push({ ...base, ...(targets.size > 0 ? { targets: next } : {}) });
    };
    const { base = {}, targets = new Map<string, Overrides>() } = change;
    for (const key of targets.keys()) {
      const target = this.target(key);
      if (target) before.targets.set(key, target.overrides);
    }
    const names = Object.keys(base) as Saved[];
    const baseBefore = Object.fromEntries(names.map((name) => [name, before.base[name]]));
    apply(base, targets);
    return () => apply(baseBefore as Partial<Pick<Post, Saved>>, before.targets);
  }

  /** Lets one field of a target inherit again; the answer puts the own words back. */
  revert(key: string, field: VariantField): () => void {
    const target = this.target(key);
    if (!target) return () => undefined;
    return this.edit({ targets: new Map([[key, inheritAgain(target.overrides, field)]]) });
  }

  /** The answer takes the added ones away again. */
  addTargets(keys: readonly string[]): () => void {
    const fresh = [...new Set(keys)].filter((key) => !this.target(key));
    const added = fresh.map(
      (key): Target => ({
        id: newId(),
        ...partsOfKey(key),
        overrides: {},
        schedule: null,
        status: 'planned',
        publishedAt: null,
        publishedUrl: null,
      }),
    );
    if (added.length > 0) this.push({ targets: [...this.working.targets, ...added] });
    return () => void this.removeTargets(fresh);
  }

  /** The answer puts the targets back at their places with their words. */
  removeTargets(keys: readonly string[]): () => void {
    const gone = new Set(keys);
    const before = this.working.targets;
    const kept = before.filter((each) => !gone.has(targetKey(each)));
    if (kept.length === before.length) return () => undefined;
    this.push({ targets: kept });
    return () => {
      const now = new Map(this.working.targets.map((each) => [targetKey(each), each]));
      const back = before.flatMap((each) => {
        const key = targetKey(each);
        const present = now.get(key);
        now.delete(key);
        return present ? [present] : gone.has(key) ? [each] : [];
      });
      this.push({ targets: [...back, ...now.values()] });
    };
  }

  moveTarget(key: string, to: number): void {
    const target = this.target(key);
    if (!target) return;
    const rest = this.working.targets.filter((each) => each !== target);
    this.push({ targets: rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, target) });
  }

  flush = (): Promise<void> => this.autosave.flush();

  /** Runs a command that changes the stored post by itself (a time), then takes its new revision. */
  async around<T>(command: () => Promise<T>): Promise<T> {
    await this.flush();
    const answer = await command();
    const stored = await call('posts.get', { id: this.base.id });
    this.rebase(stored);
    return answer;
  }

  loadTheirs(): void {
    if (!this.theirs) return;
    this.base = this.theirs;
    this.working = this.theirs;
    this.theirs = null;
    this.unsaved.clear();
    this.epoch += 1;
    this.autosave.discard();
    this.announce();
  }

  keepMine(): void {
    if (!this.theirs) return;
    this.adopt(this.theirs, this.unsaved);
    this.theirs = null;
    this.autosave.retry();
  }

  retry = (): void => this.autosave.retry();

  /** True while something would be lost if the window went away now. */
  pending(): boolean {
    return this.autosave.state().state !== 'saved';
  }
}

function conflictingPost(error: unknown): Post | null {
  if (!(error instanceof GalleyError) || error.code !== 'conflict') return null;
  const detail = error.detail;
  if (typeof detail !== 'object' || detail === null || !('current' in detail)) return null;
  const parsed = postSchema.safeParse(detail.current);
  return parsed.success ? parsed.data : null;
}
