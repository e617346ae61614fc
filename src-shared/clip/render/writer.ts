import type { CallInput } from '../args/call.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';
import type { GraphInputs } from './types.ts';

/** Chains under way; pads have names that no other part of the graph has. */
export interface GraphWriter {
  readonly filters: string[];
  /** Writes one chain and answers the pad it ends in. `from` are pads without brackets. */
  chain(from: readonly string[], filters: readonly string[]): string;
  /** The same pad several times. */
  split(from: string, count: number): string[];
}

export function graphWriter(prefix = 'v'): GraphWriter {
  const filters: string[] = [];
  let names = 0;
  const name = (): string => `${prefix}${(names += 1)}`;
  const heads = (pads: readonly string[]): string => pads.map((pad) => `[${pad}]`).join('');
  return {
    filters,
    chain(from, links) {
      const pad = name();
      filters.push(`${heads(from)}${links.length > 0 ? links.join(',') : 'null'}[${pad}]`);
      return pad;
    },
    split(from, count) {
      if (count === 1) return [from];
      const pads = Array.from({ length: count }, name);
      filters.push(`[${from}]split=${count}${heads(pads)}`);
      return pads;
    },
  };
}

/** Inputs of one call in the order in which they are added. */
export function graphInputs(): GraphInputs {
  const list: CallInput[] = [];
  return { list, add: (input) => list.push(input) - 1 };
}

/** A number for a filter: no exponent, no needless zeros. */
export function number(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
}

/** A number inside an expression: a negative one in brackets. */
export const term = (value: number): string => (value < 0 ? `(${number(value)})` : number(value));

/** Clock of whole frames; after it the time stamp of a frame is its number. */
export const gridClock = ({ num, den }: FrameRate): string[] => [`settb=${den}/${num}`, 'setpts=N'];

/** One picture held for `frames` frames. */
export function held(frames: number, rate: FrameRate): string[] {
  return [...(frames > 1 ? [`loop=loop=${frames - 1}:size=1:start=0`] : []), ...gridClock(rate)];
}

export const secondsOf = (frames: number, rate: FrameRate): number => frames / framesPerSecond(rate);
