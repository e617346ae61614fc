import { useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { PlainParts } from '../trim/plain-parts.ts';
import type { CutMode } from './cut-plans.ts';

/** What a mode would do to all parts together; seconds. */
export interface PartsOutlook {
  mode: CutMode;
  possible: boolean;
  /** How much is kept that was cut away, at the starts and ends of all parts. */
  more: number;
  reencoded: number;
}

/** Less than this is not seen: half a frame at 25 per second. Seconds. */
const unseen = 0.02;

/**
 * The mode for all parts: the one asked for while it is possible, else the fastest that keeps exactly what was set,
 * else any that is possible.
 */
export function bestOfParts(rows: readonly PartsOutlook[], asked: CutMode | null): CutMode | undefined {
  const possible = rows.filter((row) => row.possible);
  const wanted = possible.find(({ mode }) => mode === asked);
  const exact = possible
    .filter(({ more }) => more < unseen)
    .toSorted((one, other) => one.reencoded - other.reencoded);
  return (wanted ?? exact[0] ?? possible[0])?.mode;
}

/** Parts looked at beforehand; more would keep the machine busy for little. */
const mostLookedAt = 40;
const restTime = 200;

/** The consequences of the three modes for all parts; null while they are worked out. */
export function usePartsOutlook(plain: PlainParts | null): PartsOutlook[] | null {
  const [found, setFound] = useState<{ key: string; rows: PartsOutlook[] } | null>(null);
  const key = JSON.stringify(plain);
  useEffect(() => {
    const wanted = JSON.parse(key) as PlainParts | null;
    if (!wanted || wanted.parts.length < 2) return;
    let current = true;
    const ask = async (): Promise<void> => {
      const sums = new Map<CutMode, PartsOutlook>();
      for (const part of wanted.parts.slice(0, mostLookedAt)) {
        if (!current) return;
        const plans = await call('clips.planCut', { assetId: wanted.assetId, ...part });
        for (const { mode, possible, actual, reencodedSeconds } of plans) {
          const sum = sums.get(mode) ?? { mode, possible: true, more: 0, reencoded: 0 };
          sums.set(mode, {
            mode,
            possible: sum.possible && possible,
            more: sum.more + Math.max(0, part.from - actual.from) + Math.max(0, actual.to - part.to),
            reencoded: sum.reencoded + reencodedSeconds,
          });
        }
      }
      if (current) setFound({ key, rows: [...sums.values()] });
    };
    const timer = setTimeout(() => void ask().catch(() => {}), restTime);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  return found?.key === key ? found.rows : null;
}
