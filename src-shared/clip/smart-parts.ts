import { type FrameIndex, stepsVary } from './frame-index.ts';
import { reasons } from './plan-reasons.ts';
import type { ClipProbe } from './probe.ts';
import { lastAtMost } from './timeline.ts';

/** Why a smart cut is not possible, or null with its three parts. */
export function smartParts(probe: ClipProbe, index: FrameIndex, first: number, count: number) {
  const { video } = probe;
  if (!video) return reasons.smartCodec;
  if (video.codec !== 'h264' || !['yuv420p', 'yuvj420p'].includes(video.pixelFormat))
    return reasons.smartCodec;
  if (!['mov', 'matroska'].includes(probe.container)) return reasons.smartContainer;
  if (video.interlaced) return reasons.smartInterlaced;
  const wanted = index.shown.subarray(first, first + count);
  if (video.vfr || index.vfr || (wanted.length > 2 && stepsVary(wanted))) return reasons.smartVfr;
  if (index.openGop) return reasons.smartOpenGop;
  const positions = index.keyframes.map((time) => lastAtMost(index.shown, time + 1e-6));
  const inside = positions.filter((position) => position >= first && position <= first + count);
  const middleFirst = inside[0];
  const middleEnd = first + count === index.shown.length ? index.shown.length : inside.at(-1);
  // Edges cost a GOP each, so under about three GOPs the whole is re-encoded as fast.
  if (middleFirst === undefined || middleEnd === undefined || inside.length < 3) return reasons.smartShort;
  return {
    head: middleFirst - first,
    middle: middleEnd - middleFirst,
    tail: first + count - middleEnd,
    middleFrom: index.shown[middleFirst] ?? 0,
    tailFrom: index.shown[middleEnd] ?? 0,
  };
}
