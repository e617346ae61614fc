import type { PlanEntry } from '#shared/domain/post.ts';
import { comparable, gramsOf, textMarks } from '#shared/plan/similarity.ts';
import type { WeighedEntry } from '#shared/plan/warnings-context.ts';
import type { Session } from '#main/ports/workspace.ts';
import type { Breath } from './breath.ts';

/** Letters below which two texts are alike by chance. */
const fewestLetters = 16;

/** Texts whose marks are remembered, by post and revision. */
const mostRemembered = 60_000;

/** Texts that are read between two breaths. */
const portion = 50;

/** Milliseconds of the plan that are read between two breaths, and how many such parts a question has at most. */
const partLength = 10 * 86_400_000;
const mostParts = 400;

type Marks = WeighedEntry['text'];
type DueEntry = PlanEntry & { dueAt: string };

const isDue = (entry: PlanEntry): entry is DueEntry => entry.dueAt !== null;

/** Marks of texts are made once for each revision of a post. */
export type MarkMemory = Map<string, { revision: number; marks: Marks }>;

/** Entries of the plan in [start, end), in order; read part by part, and one that moves meanwhile is there once. */
export async function entriesBetween(
  session: Session,
  start: string,
  end: string,
  breath: Breath,
): Promise<DueEntry[]> {
  const entries = new Map<string, DueEntry>();
  const [first, last] = [Date.parse(start), Date.parse(end)];
  const length = Math.max(partLength, (last - first) / mostParts);
  for (let from = start; from < end; ) {
    const next = Date.parse(from) + length;
    const to = next < last ? new Date(next).toISOString() : end;
    for (const entry of session.repositories.posts.range(from, to)) {
      if (isDue(entry)) entries.set(entry.key, entry);
    }
    from = to;
    const pause = breath();
    if (pause) await pause;
  }
  return [...entries.values()];
}

function makeMarks(title: string, body: string): Marks {
  const plain = comparable(`${title} ${body}`);
  if (plain.length < fewestLetters) return null;
  const grams = gramsOf(plain);
  return { grams, ...textMarks(grams) };
}

/** Marks of the texts of these posts; words are read only of posts that were changed since their marks were made. */
export async function marksOf(
  session: Session,
  memory: MarkMemory,
  entries: readonly PlanEntry[],
  breath: Breath,
): Promise<ReadonlyMap<string, Marks>> {
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]));
  const unknown = [...revisions].filter(([id, revision]) => memory.get(id)?.revision !== revision);
  if (memory.size + unknown.length > mostRemembered) memory.clear();
  const ids = memory.size === 0 ? [...revisions.keys()] : unknown.map(([id]) => id);
  for (let at = 0; at < ids.length; at += portion) {
    for (const { id, revision, title, body } of session.repositories.insight.texts(
      ids.slice(at, at + portion),
    )) {
      memory.set(id, { revision, marks: makeMarks(title, body) });
    }
    const pause = breath();
    if (pause) await pause;
  }
  return new Map([...revisions.keys()].map((id) => [id, memory.get(id)?.marks ?? null]));
}
