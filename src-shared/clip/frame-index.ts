/** One video packet in the order in which it is stored (decode order). */
export interface FramePacket {
  /** Seconds from the start of the clip. */
  time: number;
  key: boolean;
  bytes: number;
}

/** Every frame of a clip by time, and where it can be cut without re-encoding. */
export interface FrameIndex {
  /** Presentation times in stored (decode) order. */
  stored: Float64Array;
  /** Presentation times in shown order, ascending. */
  shown: Float64Array;
  /** Positions in `stored` of the keyframes. */
  keyPositions: number[];
  /** Times of the keyframes, ascending. */
  keyframes: number[];
  /** Frame steps vary by more than the clock's rounding. */
  vfr: boolean;
  /** Some frames stored after a keyframe are shown before it: copying may not start there. */
  openGop: boolean;
}

/**
 * True when more than one step in a hundred differs from the average by over 15% and 1.5 ms (millisecond clocks
 * round by 1 ms). A single dropped frame or a long last one is not a varying rate.
 */
export function stepsVary(times: ArrayLike<number>): boolean {
  const sorted = Float64Array.from(times).toSorted();
  if (sorted.length < 3) return false;
  const average = ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / (sorted.length - 1);
  let varying = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const apart = Math.abs((sorted[at] ?? 0) - (sorted[at - 1] ?? 0) - average);
    if (apart > Math.max(average * 0.15, 0.0015)) varying += 1;
  }
  return varying > Math.max(1, (sorted.length - 1) / 100);
}

/** Builds the index from packets in stored order; packets without a time are left out by the caller. */
export function indexFrames(packets: Iterable<{ time: number; key: boolean }>): FrameIndex {
  const times: number[] = [];
  const keyPositions: number[] = [];
  for (const packet of packets) {
    if (packet.key) keyPositions.push(times.length);
    times.push(packet.time);
  }
  const stored = Float64Array.from(times);
  let openGop = false;
  for (const position of keyPositions) {
    const keyTime = stored[position] ?? 0;
    // Leading frames follow their keyframe at once; sixteen is the deepest reordering that codecs allow.
    for (let after = position + 1; after <= position + 16 && after < stored.length; after += 1) {
      if (position > 0 && (stored[after] ?? 0) < keyTime - 1e-6) openGop = true;
    }
  }
  return {
    stored,
    shown: stored.toSorted(),
    keyPositions,
    keyframes: keyPositions.map((position) => stored[position] ?? 0).sort((a, b) => a - b),
    vfr: stepsVary(stored),
    openGop,
  };
}

/**
 * Reads `ffprobe -show_entries packet=pts_time,flags,size -of csv=p=0` in pieces as they arrive.
 * Column order follows ffprobe, not the request: pts_time, size, flags. Times are made relative to `startTime`.
 */
export function packetReader(
  startTime: number,
  onPacket: (packet: FramePacket) => void,
): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [time, size, flags] = line.trim().split(',');
      const seconds = Number(time);
      if (time === undefined || time === '' || !Number.isFinite(seconds)) continue;
      if (flags?.includes('D') === true) continue;
      onPacket({ time: seconds - startTime, key: flags?.startsWith('K') === true, bytes: Number(size) || 0 });
    }
  };
}
