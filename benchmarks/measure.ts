/** One measured line. Times are medians in milliseconds. */
export interface Line {
  name: string;
  /** What `ours` and `peer` are; absent: milliseconds. */
  unit?: 'MB';
  ours: number;
  peer: number;
  /**
   * Median of the ratios of the pairs, each measured back to back. It may differ a little from `ours / peer`, and
   * is the figure to trust: whatever else the machine does hits both halves of a pair alike.
   */
  ratio: number;
  /**
   * Median of the pairs' ratios of processor time, which a busy machine changes little; null where one side works in
   * processes of its own, whose time is not counted.
   */
  cpuRatio: number | null;
  /** The highest ratio that was promised; null where the figure is only shown. */
  target: number | null;
  /** Pairs that were measured. */
  pairs: number;
}

type Verdict = 'met' | 'over' | 'shown';

/** Milliseconds on the clock, and of all threads of this process on the processors. */
export interface Timing {
  wall: number;
  cpu: number;
}

/** Half of a comparison: does the work once. */
type Side = (pair: number) => Promise<Timing>;

interface Comparison {
  name: string;
  target: number | null;
  pairs: number;
  ours: Side;
  peer: Side;
  /** Both sides do all their work in this process. */
  inProcess: boolean;
}

/** A group of lines under one name for `--only`; removes whatever it made. */
export interface Measurement {
  name: string;
  measure(say: (line: string) => void): Promise<Line[]>;
}

export async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Runs both sides in turn, the first one changing places, so that neither always has the warmer machine. One pair
 * more is run first and thrown away.
 */
export async function compare(comparison: Comparison, say: (line: string) => void): Promise<Line> {
  const { name, target, pairs, ours, peer, inProcess } = comparison;
  const measured: { own: Timing; other: Timing }[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const first = await (pair % 2 === 0 ? ours(pair) : peer(pair));
    const second = await (pair % 2 === 0 ? peer(pair) : ours(pair));
    const [own, other] = pair % 2 === 0 ? [first, second] : [second, first];
    if (pair === 0) continue;
    measured.push({ own, other });
    say(`${name} ${pair}/${pairs}: ${own.wall.toFixed(1)} / ${other.wall.toFixed(1)} ms`);
  }
  return {
    name,
    target,
    pairs,
    ours: median(measured.map(({ own }) => own.wall)),
    peer: median(measured.map(({ other }) => other.wall)),
    ratio: median(measured.map(({ own, other }) => own.wall / other.wall)),
    cpuRatio: inProcess ? median(measured.map(({ own, other }) => own.cpu / other.cpu)) : null,
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
    ['measurement', 'ours', 'peer', 'ratio', 'cpu', 'target', 'verdict'],
    ...lines.map((line) => [
      line.name,
      `${line.ours.toFixed(1)} ${line.unit ?? 'ms'}`,
      `${line.peer.toFixed(1)} ${line.unit ?? 'ms'}`,
      line.ratio.toFixed(2),
      line.cpuRatio?.toFixed(2) ?? '–',
      line.target === null ? '–' : `≤ ${line.target}`,
      verdictOf(line),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5, 6].map((at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 || at === 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
