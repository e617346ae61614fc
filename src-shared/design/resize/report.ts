import type { Bilingual } from '#shared/contract/failure.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { cutOf } from '#shared/design/resize/arrange.ts';
import { leastSize } from '#shared/design/resize/finish-text.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

export interface ResizeReport {
  /** The smallest scale of any page's contents. */
  scale: number;
  /** The smallest text in the result, px; null without text. */
  minFont: number | null;
  /** Layers that stand out over the page now and did not before. */
  overflow: string[];
  /** The largest share of a photo's visible part that is cut away now: 0 to 1. */
  croppedShare: number;
  /** True when a person should look at it. */
  needsReview: boolean;
  /** Why, one sentence each. */
  reasons: Bilingual[];
}

/** Cuts of photos above this share may lose what matters. */
const muchCropped = 0.55;

function standsOut(frame: Rectangle, page: DesignBody): boolean {
  const slack = 0.5;
  return (
    frame.x < -slack ||
    frame.y < -slack ||
    frame.x + frame.width > page.width + slack ||
    frame.y + frame.height > page.height + slack
  );
}

function cropOf(before: DesignNode, after: DesignNode): number {
  return after.type !== 'image' || after.fit !== 'cover' || after.hidden ? 0 : cutOf(before, after);
}

/** What a person should know of a resize. */
export function reportOf(
  before: DesignBody,
  after: DesignBody,
  result: { scale: number; ideal: number; besideSafe: boolean },
): ResizeReport {
  const nodes = Object.values(after.nodes);
  const texts = nodes.flatMap((node) => (node.type === 'text' && !node.hidden ? [node] : []));
  const minFont = texts.length === 0 ? null : Math.min(...texts.map((text) => text.fontSize));
  const overflow: string[] = [];
  let croppedShare = 0;
  for (const node of nodes) {
    const old = before.nodes[node.id];
    if (!old || node.type === 'group') continue;
    croppedShare = Math.max(croppedShare, cropOf(old, node));
    // Most boxes lie inside: only the others are worth measuring.
    if (!standsOut(boundsOfNode(after, node), after) || !standsOut(inkOf(after, node), after)) continue;
    if (!standsOut(inkOf(before, old), before)) overflow.push(node.id);
  }
  const reasons: Bilingual[] = [];
  const small = texts.filter((text) => {
    const old = before.nodes[text.id];
    const wasSmall = old?.type === 'text' && old.fontSize < leastSize(before, old) - 0.01;
    return !wasSmall && text.fontSize < leastSize(after, text) * 0.94;
  });
  if (small.length > 0) {
    reasons.push({ en: 'Some words are small for this size.', zh: '部分文字在此尺寸下偏小。' });
  }
  if (result.scale < result.ideal * 0.5) {
    reasons.push({
      en: 'Everything had to shrink a lot to fit.',
      zh: '为了放得下，内容缩小了很多。',
    });
  }
  if (overflow.length > 0) {
    reasons.push({ en: 'Something stands out over the edge.', zh: '有内容超出了页面边缘。' });
  }
  if (croppedShare > muchCropped) {
    reasons.push({ en: 'A photo is cut to less than half.', zh: '有照片被裁去一半以上。' });
  }
  if (result.besideSafe) {
    reasons.push({
      en: 'The platform’s own buttons may cover something.',
      zh: '平台界面的按钮可能遮住部分内容。',
    });
  }
  return {
    scale: result.scale,
    minFont,
    overflow,
    croppedShare,
    needsReview: reasons.length > 0,
    reasons,
  };
}
