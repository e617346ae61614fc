/** One measured line. Times are medians in milliseconds. */
export interface Line {
  name: string;
  ours: number;
  peer: number;
  /**
   * Median of the ratios of the pairs, each measured back to back. It may differ a little from `ours / peer`, and
   * is the figure to trust: whatever else the machine does hits both halves of a pair alike.
   */
  ratio: number;
  /** The highest ratio that was promised; null where the figure is only shown. */
  target: number | null;
  /** Pairs that were measured. */
  pairs: number;
}

export type Verdict = 'met' | 'over' | 'shown';

/** Half of a comparison: does the work once and answers its milliseconds. */
export type Side = (pair: number) => Promise<number>;

export interface Comparison {
  name: string;
  target: number | null;
  pairs: number;
  ours: Side;
  peer: Side;
  /** Pairs that are run first and thrown away; 1 unless given. */
  warmUps?: number;
}

/** A group of lines under one name for `--only`; removes whatever it made. */
export interface Measurement {
  name: string;
  measure(say: (line: string) => void): Promise<Line[]>;
}

/** Runs the work and answers its milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Runs both sides in turn, the first one changing places, so that neither always has the warmer machine. */
export async function compare(
  { name, target, pairs, ours, peer, warmUps = 1 }: Comparison,
  say: (line: string) => void,
): Promise<Line> {
  const measured: { ours: number; peer: number }[] = [];
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    let [own, other] = [0, 0];
    if (pair % 2 === 0) {
      own = await ours(pair);
      other = await peer(pair);
    } else {
      other = await peer(pair);
      own = await ours(pair);
    }
    if (pair < 0) continue;
    measured.push({ ours: own, peer: other });
    say(`${name} ${pair + 1}/${pairs}: ${own.toFixed(1)} / ${other.toFixed(1)} ms`);
  }
  return {
    name,
    target,
    pairs,
    ours: median(measured.map((each) => each.ours)),
    peer: median(measured.map((each) => each.peer)),
    ratio: median(measured.map((each) => each.ours / each.peer)),
  };
}

export function verdictOf({ ratio, target }: Line): Verdict {
  if (target === null) return 'shown';
  // Ratios are printed, and so promised, to two decimals.
  return Math.round(ratio * 100) <= Math.round(target * 100) ? 'met' : 'over';
}

/** The table that `npm run bench` prints. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['measurement', 'ours', 'peer', 'ratio', 'target', 'verdict'],
    ...lines.map((line) => [
      line.name,
      `${line.ours.toFixed(1)} ms`,
      `${line.peer.toFixed(1)} ms`,
      line.ratio.toFixed(2),
      line.target === null ? '–' : `≤ ${line.target}`,
      verdictOf(line),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
