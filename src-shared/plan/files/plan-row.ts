import type { Bilingual } from '../../contract/failure.ts';
import type { Post } from '../../domain/post.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { RowTarget } from './targets.ts';

/** The words and facts of a post that a row can set. */
export type RowFields = Partial<
  Pick<
    Post,
    | 'title'
    | 'body'
    | 'status'
    | 'hashtags'
    | 'link'
    | 'firstComment'
    | 'campaign'
    | 'pillar'
    | 'owner'
    | 'labels'
    | 'notes'
    | 'brief'
    | 'series'
  >
>;

/** A row of a file as a change of the plan. */
export interface PlanRow {
  /** Number in the file, counted from 1, the header included; of an ICS or JSON file, of its entry. */
  row: number;
  /** The post that our own export names; null for foreign rows. */
  id: string | null;
  /** `import:…` of a foreign row; '' with an id. */
  origin: string;
  /** What is absent stays as it is. */
  fields: RowFields;
  schedule?: Schedule | null;
  targets?: RowTarget[];
  /** Targets that the row does not name are taken away. */
  wholeTargets: boolean;
  /** The whole post, from JSON: everything else here is then only for show. */
  whole?: Post;
  /** It is the first of a series by that RRULE, without those wall times or days. */
  repeats?: { uid: string; rule: string; exceptions: readonly string[]; wholeDays: boolean };
  /** What the reader should know. */
  notes: Bilingual[];
}

export interface RefusedRow {
  row: number;
  title: string;
  reason: Bilingual;
}

export type ReadRow = { ok: true; row: PlanRow } | { ok: false; refused: RefusedRow };

/** Cells of a row and where it stands in its file. */
export interface NumberedCells {
  row: number;
  cells: readonly string[];
}
