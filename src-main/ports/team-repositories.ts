import type { ReminderMark } from '#shared/plan/reminders.ts';
import type { Approval } from '#shared/team/approvals.ts';
import type { AuditEntry } from '#shared/team/audit.ts';
import type { Comment, Subject } from '#shared/team/comment.ts';
import type { Task } from '#shared/team/task.ts';
import type { UsedKind } from './repositories.ts';

export interface CommentRepository {
  get(id: string): Comment | null;
  /** The oldest first, answers among them. */
  list(subject: Subject): Comment[];
  /** How many threads are open, by subject; none are left out. */
  openThreads(kind: Subject['kind'], ids: readonly string[]): Record<string, number>;
  /**
   * Open threads that mention the member or that another answered them in, and whose last word is not theirs; the
   * newest first.
   */
  waitingFor(memberId: string, limit: number): Comment[];
  /** Open threads that came with review packages, the newest first. */
  openFromReview(limit: number): Comment[];
  /** Inserts, or replaces what may change: words, mentions, place and whether it is resolved. */
  write(comment: Comment): void;
  /** With its answers. */
  remove(comment: Pick<Comment, 'id' | 'subject'>): void;
}

export interface TaskRepository {
  get(id: string): Task | null;
  /** Open ones by their day, those without one last, then the done ones. */
  list(filter: {
    subject?: Subject | undefined;
    /** This member's and nobody's. */
    memberId?: string | undefined;
    done: boolean;
    limit: number;
  }): Task[];
  /** Inserts or replaces. */
  write(task: Task): void;
  remove(id: string): void;
}

export interface ApprovalRepository {
  /** By post, the oldest first. */
  list(postIds: readonly string[]): Approval[];
  /** False when it is there already. */
  insert(approval: Approval): boolean;
}

export interface AuditRepository {
  /** The newest first. */
  list(filter: {
    subject?: { kind: string; id: string } | undefined;
    memberId?: string | undefined;
    before?: number | undefined;
    limit: number;
  }): AuditEntry[];
  /** Adds entries; the oldest beyond a hundred thousand are forgotten. */
  add(entries: readonly Omit<AuditEntry, 'number'>[]): void;
  /** The same thing went on. */
  renew(number: number, at: string, detail: AuditEntry['detail']): void;
}

/** Salted hashes of PINs, hexadecimal; they never leave the studio. */
export interface MemberPinRepository {
  /** Ids of those who have one. */
  members(): string[];
  get(memberId: string): { salt: string; hash: string } | null;
  /** null takes it away. */
  write(memberId: string, pin: { salt: string; hash: string } | null): void;
}

/** What was told of what is due, and when this was last looked at. */
export interface ReminderRepository {
  /** Of everything due at or after that instant. */
  marks(since: string): ReminderMark[];
  /** Inserts or replaces. */
  write(marks: readonly ReminderMark[]): void;
  /** Everything due before that instant. */
  forget(before: string): void;
  /** null: never. */
  lastSeen(): string | null;
  see(now: string): void;
}

/** What a platform reports of one published post. */
export interface StoredResult {
  /** Made of the platform, the account and the link (else time and title): the same post has the same. */
  id: string;
  platform: string;
  accountId: string | null;
  /** Instant, ISO 8601. */
  publishedAt: string;
  body: { link: string; title: string; reach: number; engagements: number };
}

/** Instants are ISO 8601 in UTC; ranges leave their end out. */
export interface InsightRepository {
  /** Words of posts, in any order. */
  texts(ids: readonly string[]): { id: string; revision: number; title: string; body: string }[];
  /** What these posts show; `sha256` of pictures only. */
  media(from: string, to: string): { postId: string; kind: UsedKind; id: string; sha256: string | null }[];
  /** By the hash of the file. */
  pictureHashes(): Map<string, string>;
  writePictureHash(sha256: string, hash: string): void;
  result(id: string): StoredResult | null;
  /** By time; null: of all accounts. */
  results(platform: string, accountId: string | null): StoredResult[];
  summary(): { platform: string; accountId: string | null; count: number; from: string; to: string }[];
  /** Inserts or replaces. */
  writeResult(result: StoredResult, importedAt: string): void;
}

/** What a team and its platforms add to a workspace. */
export interface TeamRepositories {
  readonly comments: CommentRepository;
  readonly tasks: TaskRepository;
  readonly approvals: ApprovalRepository;
  readonly audit: AuditRepository;
  readonly memberPins: MemberPinRepository;
  readonly reminders: ReminderRepository;
  readonly insight: InsightRepository;
}
