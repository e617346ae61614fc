import type { Asset } from '#shared/domain/asset.ts';
import type { ClipSummary, DesignSummary } from '#shared/domain/design-record.ts';
import type { Post, PostStatus, PostSummary } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { Bilingual } from '#shared/contract/failure.ts';

/** One page of a list, and how many there are in all. */
interface Page<Item> {
  items: Item[];
  total: number;
}

interface PageRequest {
  limit: number;
  offset: number;
}

export interface PostFilter extends PageRequest {
  search?: string | undefined;
  status?: PostStatus | undefined;
  /** true: with a time of its own or of a target; false: without any. */
  scheduled?: boolean | undefined;
  trashed: boolean;
}

export interface PostRepository {
  get(id: string): Post | null;
  list(filter: PostFilter): Page<PostSummary>;
  /** Posts due in [from, to), ISO instants in UTC, by time. A post that only a target's own time puts there shows that time. */
  range(from: string, to: string): PostSummary[];
  /** Ids of everything that is not trashed, by time, the unscheduled last. */
  planned(): string[];
  insert(post: Post): void;
  /** All or none, in one transaction. */
  insertMany(posts: readonly Post[]): void;
  /** Writes `post` (with its new revision) over `base`; false when the stored revision is another. */
  replace(post: Post, base: number): boolean;
  count(): number;
  countTargets(): number;
}

export interface AssetFilter extends PageRequest {
  search?: string | undefined;
  kind?: Asset['kind'] | undefined;
  trashed: boolean;
}

export interface AssetRepository {
  get(id: string): Asset | null;
  bySha256(sha256: string): Asset | null;
  list(filter: AssetFilter): Page<Asset>;
  insert(asset: Asset): void;
  /** Writes `asset` (with its new revision) over `base`; false when the stored revision is another. */
  replace(asset: Asset, base: number): boolean;
  count(): number;
  totalBytes(): number;
}

/** A design row; `document` is kept as it is. */
export interface StoredDesign extends Omit<DesignSummary, 'thumbnail'> {
  document: unknown;
  createdAt: string;
  assetIds: string[];
}

/** A clip row; `edit` is kept as it is. */
export interface StoredClip extends Omit<ClipSummary, 'thumbnail'> {
  edit: unknown;
  createdAt: string;
  assetIds: string[];
}

export interface NameFilter extends PageRequest {
  search?: string | undefined;
  trashed: boolean;
}

export interface DesignRepository {
  get(id: string): StoredDesign | null;
  list(filter: NameFilter): Page<DesignSummary>;
  insert(design: StoredDesign): void;
  /** Writes over `base`; false when the stored revision is another. */
  replace(design: StoredDesign, base: number): boolean;
  count(): number;
}

export interface ClipRepository {
  get(id: string): StoredClip | null;
  list(filter: NameFilter): Page<ClipSummary>;
  insert(clip: StoredClip): void;
  /** Writes over `base`; false when the stored revision is another. */
  replace(clip: StoredClip, base: number): boolean;
  count(): number;
}

export type UserKind = 'post' | 'design' | 'clip';
export type UsedKind = 'asset' | 'design' | 'clip';

export interface UseRepository {
  /** Posts, designs and clips (not trashed) that use it, directly or through a design or clip. */
  usersOf(kind: UsedKind, id: string): { kind: UserKind; id: string; title: string }[];
  exists(kind: UsedKind, id: string): boolean;
}

/** One field of one post (or target) as a plan change found it and left it. */
export type PlanChange =
  | {
      field: 'schedule';
      postId: string;
      targetId: string | null;
      before: Schedule | null;
      after: Schedule | null;
    }
  | { field: 'trashed'; postId: string; before: boolean; after: boolean };

export interface PlanStep {
  id: string;
  label: Bilingual;
  changes: PlanChange[];
}

/** The plan's undo history, kept across restarts. */
export interface PlanHistoryRepository {
  /** Adds a step; what was undone and not redone is forgotten. */
  push(step: PlanStep, at: string): void;
  nextUndo(): PlanStep | null;
  nextRedo(): PlanStep | null;
  setUndone(id: string, undone: boolean): void;
}

export interface WorkspaceRecord {
  id: string;
  name: string;
  zone: string;
  isSample: boolean;
  createdAt: string;
}

/** What a workspace stores. Calls are synchronous; changes that belong together go into one `transaction`. */
export interface Repositories {
  /** Runs `work` in one immediate transaction (joined when one is open): all of it is committed or none. */
  transaction<T>(work: () => T): T;
  readonly posts: PostRepository;
  readonly assets: AssetRepository;
  readonly designs: DesignRepository;
  readonly clips: ClipRepository;
  readonly uses: UseRepository;
  readonly history: PlanHistoryRepository;
  readonly record: { read(): WorkspaceRecord; write(record: WorkspaceRecord): void };
}
