import type { PlanCheck } from '#shared/contract/checks.ts';
import type { DesignVersion, HistoryStep } from '#shared/contract/design-work.ts';
import type { Revision, RevisionContent } from '#shared/contract/posts.ts';
import type { Render } from '#shared/contract/renders.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { Brand } from '#shared/domain/brand.ts';
import type { ClipSummary, DesignSummary } from '#shared/domain/design-record.ts';
import type { PlanEntry, Post, PostStatus, PostSummary, Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { KitItem, KitKind } from '#shared/kit/schema.ts';
import type { mergedFields } from '#shared/plan/files/merge-row.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import type { TeamRepositories } from './team-repositories.ts';

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
  /** Many at once, by id; those that are gone are left out. */
  many(ids: readonly string[]): Map<string, Post>;
  list(filter: PostFilter): Page<PostSummary>;
  /** Posts and targets with own times due in [from, to), ISO instants in UTC, by time. */
  range(from: string, to: string): PlanEntry[];
  /** Due before `now` (ISO instant) and not published, the latest first. */
  overdue(now: string, limit: number): Page<PlanEntry>;
  /** What stands in [from, to), in any order. */
  density(from: string, to: string): { dueAt: string; status: PostStatus }[];
  /** Ids of posts with that value, by time; `trashed`: also those in the trash. */
  idsWith(where: {
    field: 'campaign' | 'pillar' | 'owner' | 'series' | 'origin';
    value: string;
    trashed?: boolean;
  }): string[];
  /** Posts that imports made, trashed ones too. */
  imported(): { id: string; origin: string }[];
  /** Title (or first words) and revision of the posts that are there, by id; one look for all of them. */
  heads(ids: readonly string[]): Map<string, { title: string; revision: number }>;
  /** Ids of posts with a published target that takes its time from the post, which therefore stays. */
  withPublished(): string[];
  /** Ids of everything that is not trashed, by time, the unscheduled last. */
  planned(): string[];
  insert(post: Post): void;
  /** All or none, in one transaction. */
  insertMany(posts: readonly Post[]): void;
  /** Writes `post` (with its new revision) over `base`; false when the stored revision is another. */
  replace(post: Post, base: number): boolean;
  /** As `replace`, over `before` as it was read in this transaction: writes only what is not the same object in both. */
  rewrite(before: Post, after: Post): boolean;
  count(): number;
  countTargets(): number;
  /** Posts outside the trash by their campaign and status, with the first and last instant; those without none. */
  countByCampaign(): {
    campaign: string;
    status: PostStatus;
    posts: number;
    first: string | null;
    last: string | null;
  }[];
  /** Posts outside the trash of that campaign, by time, the unscheduled last. */
  ofCampaign(campaign: string): PostSummary[];
  /** Posts outside the trash by the account that one of their targets names. */
  countByAccount(): { accountId: string; posts: number }[];
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
  /** Designs that it shows. */
  designIds: string[];
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

/** Undo of a design or clip: `done` can be taken back (last is newest), `undone` done again (last is next). */
export interface StoredHistory {
  /** The revision that the steps lead to. */
  revision: number;
  done: HistoryStep[];
  undone: HistoryStep[];
}

/** By the id of the design or clip. */
export interface HistoryRepository {
  read(id: string): StoredHistory | null;
  write(id: string, history: StoredHistory): void;
  remove(id: string): void;
  /** It got a new revision without a change of its document. */
  follow(id: string, from: number, to: number): void;
}

/** A kept state of a design; `document` as it was. */
export interface StoredDesignVersion extends Omit<DesignVersion, 'thumbnail'> {
  designId: string;
  document: unknown;
}

export interface DesignVersionRepository {
  /** The newest first. */
  list(designId: string): Omit<StoredDesignVersion, 'document'>[];
  get(id: string): StoredDesignVersion | null;
  insert(version: StoredDesignVersion): void;
  remove(ids: readonly string[]): void;
}

/** A template that was made in the workspace. */
export interface StoredDesignTemplate {
  id: string;
  name: string;
  category: string;
  width: number;
  height: number;
  pages: number;
  createdAt: string;
  trashedAt: string | null;
  document: unknown;
}

export interface DesignTemplateRepository {
  /** Those that are not trashed, the newest first. */
  list(): Omit<StoredDesignTemplate, 'document'>[];
  /** Also a trashed one. */
  get(id: string): StoredDesignTemplate | null;
  insert(template: StoredDesignTemplate): void;
  /** False when there is none of that id. */
  setTrashed(id: string, trashedAt: string | null): boolean;
}

export interface BrandRepository {
  /** null until it is saved for the first time. */
  read(): Brand | null;
  write(brand: Brand): void;
}

/** A font file of the workspace; its bytes are in `fonts/<sha256>.<extension>`. */
export interface StoredFont {
  /** Alias that designs name it by: `user-` and the first twelve characters of the hash. */
  family: string;
  sha256: string;
  extension: string;
  bytes: number;
  /** What it is called, with its style: `Source Han Sans Bold`. */
  name: string;
  /** Its Chinese name, else '' . */
  chineseName: string;
  /** 100 to 900. */
  weight: number;
  style: 'normal' | 'italic';
  script: 'latin' | 'han';
  /** Typographic, in em, as browsers lay lines out. */
  ascent: number;
  descent: number;
  licence: string;
  /** What its maker allows about embedding it in documents (OS/2 fsType). */
  embedding: 'installable' | 'editable' | 'preview' | 'restricted';
  createdAt: string;
}

export interface FontRepository {
  list(): StoredFont[];
  get(family: string): StoredFont | null;
  insert(font: StoredFont): void;
  remove(family: string): boolean;
  /** Names of designs and templates (not trashed) that use it. */
  usersOf(family: string): string[];
}

export interface ClipRepository {
  /** With the address of its picture; '' when it has none. */
  get(id: string): (StoredClip & { thumbnail: string }) | null;
  list(filter: NameFilter): Page<ClipSummary>;
  insert(clip: StoredClip): void;
  /** Writes over `base`; false when the stored revision is another. */
  replace(clip: StoredClip, base: number): boolean;
  count(): number;
}

/** An entry of the render queue with the edit as it was when it was asked for. */
export interface StoredRender extends Omit<Render, 'jobId'> {
  edit: unknown;
  /** Seconds that the work took; null until it is done. */
  seconds: number | null;
}

export interface RenderRepository {
  get(id: string): StoredRender | null;
  /** The newest first. */
  list(clipId?: string): Omit<StoredRender, 'edit'>[];
  /** What is queued or was running when the process ended, in the order it was asked for. */
  unfinished(): StoredRender[];
  insert(render: StoredRender): void;
  /** Everything but the edit, what was wanted and whose it is. */
  update(render: Omit<StoredRender, 'edit'>): void;
  remove(ids: readonly string[]): void;
}

/** A look-up table of colours; its text is in `luts/<sha256>.cube`. */
export interface StoredLut {
  sha256: string;
  name: string;
  /** Points along each side. */
  size: number;
  bytes: number;
  createdAt: string;
}

export interface LutRepository {
  /** By name. */
  list(): StoredLut[];
  get(sha256: string): StoredLut | null;
  insert(lut: StoredLut): void;
  remove(sha256: string): boolean;
  /** Names of clips (not trashed) that use it. */
  usersOf(sha256: string): string[];
}

export interface KitRepository {
  /** By name. */
  list(kind: KitKind, trashed: boolean): KitItem[];
  /** Also a trashed one. */
  get(id: string): KitItem | null;
  /** Inserts or replaces. */
  write(item: KitItem): void;
}

/** A kept state of a post. */
export interface StoredRevision extends Revision {
  postId: string;
  content: RevisionContent;
}

export interface PostRevisionRepository {
  /** The newest first. */
  list(postId: string): Omit<StoredRevision, 'content'>[];
  get(id: string): StoredRevision | null;
  insert(revision: StoredRevision): void;
  remove(ids: readonly string[]): void;
}

export interface PlanCheckRepository {
  /** null before the first check. */
  read(): PlanCheck | null;
  write(result: PlanCheck): void;
}

export type UserKind = 'post' | 'design' | 'clip';
export type UsedKind = 'asset' | 'design' | 'clip';

export interface UseRepository {
  /** Posts, designs and clips (not trashed) that use it, directly or through a design or clip. */
  usersOf(kind: UsedKind, id: string): { kind: UserKind; id: string; title: string }[];
  exists(kind: UsedKind, id: string): boolean;
}

/** Whether a target was published, when and where, and the state of its post. */
export interface PublishedState {
  status: Target['status'];
  at: string | null;
  url: string | null;
  post: PostStatus;
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
  | { field: 'published'; postId: string; targetId: string; before: PublishedState; after: PublishedState }
  | { field: 'trashed'; postId: string; before: boolean; after: boolean }
  /** Only the fields that changed. */
  | { field: 'fields'; postId: string; before: PlanFields; after: PlanFields }
  /** null: it is not there (in the trash). */
  | { field: 'kit'; kitId: string; before: KeptState | null; after: KeptState | null };

/** What the plan sorts posts by, and their words where a series or an import gives them. */
export type PlanFields = Partial<Pick<Post, (typeof mergedFields)[number]>>;

/** Name and content of a thing kept for the plan. */
export interface KeptState {
  name: string;
  body: unknown;
}

export interface PlanStep {
  id: string;
  label: Bilingual;
  changes: PlanChange[];
}

/** The plan's undo history, kept across restarts. */
export interface PlanHistoryRepository {
  /** Adds a step; what was undone and not redone is forgotten. */
  push(step: PlanStep, at: string): void;
  /** Id of the newest step, undone or not. */
  newest(): string | null;
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
export interface Repositories extends TeamRepositories {
  /** Runs `work` in one immediate transaction (joined when one is open): all of it is committed or none. */
  transaction<T>(work: () => T): T;
  readonly posts: PostRepository;
  readonly assets: AssetRepository;
  readonly designs: DesignRepository;
  readonly designHistory: HistoryRepository;
  readonly designVersions: DesignVersionRepository;
  readonly designTemplates: DesignTemplateRepository;
  readonly brand: BrandRepository;
  readonly fonts: FontRepository;
  readonly clips: ClipRepository;
  readonly clipHistory: HistoryRepository;
  readonly renders: RenderRepository;
  readonly luts: LutRepository;
  readonly kit: KitRepository;
  readonly postRevisions: PostRevisionRepository;
  readonly planChecks: PlanCheckRepository;
  readonly uses: UseRepository;
  readonly history: PlanHistoryRepository;
  readonly record: { read(): WorkspaceRecord; write(record: WorkspaceRecord): void };
}
