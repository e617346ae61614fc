import type { Finding } from '#shared/platforms/finding.ts';
import type { TargetMeasure } from '../session/measure.ts';

/** One objection, wherever it was found: several targets and several pictures with the same fault are one line. */
export interface FindingGroup {
  /** Tells it apart from the others in lists. */
  id: string;
  finding: Finding;
  /** Keys of targets, each with the finding as it stands there. */
  places: { key: string; finding: Finding }[];
  /** How often it was found in the target that has it most often. */
  times: number;
}

const order = { error: 0, warning: 1, note: 2 } as const;

/** The gravest first, then what more targets share. */
export function groupFindings(
  measures: ReadonlyMap<string, TargetMeasure>,
  selected: string | null,
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const [key, { findings }] of measures) {
    if (selected !== null && selected !== key) continue;
    for (const finding of findings) {
      const id = `${finding.severity}\n${finding.code}\n${finding.message.en}`;
      const group = groups.get(id) ?? { id, finding, places: [], times: 0 };
      group.places.push({ key, finding });
      groups.set(id, group);
    }
  }
  const all = [...groups.values()];
  for (const group of all) {
    const counts = new Map<string, number>();
    for (const { key } of group.places) counts.set(key, (counts.get(key) ?? 0) + 1);
    group.times = Math.max(...counts.values());
  }
  return all.toSorted(
    (one, other) =>
      order[one.finding.severity] - order[other.finding.severity] || other.places.length - one.places.length,
  );
}
