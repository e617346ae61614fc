import type { Insets } from '#shared/design/resize/arrange.ts';
import { arrange } from '#shared/design/resize/modes.ts';
import { fillRoom, raiseSmallText, trimBoxes } from '#shared/design/resize/finish-text.ts';
import { rootsOf } from '#shared/design/resize/pieces.ts';
import { reportOf } from '#shared/design/resize/report.ts';
import type { ResizeReport } from '#shared/design/resize/report.ts';
import { scaleTree } from '#shared/design/resize/scale-node.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

export interface ResizedDesign {
  body: DesignBody;
  report: ResizeReport;
}

/** The design's own safe area at a scale, or the platform's where that asks for more. */
function safeInsets(body: DesignBody, scale: number, platform: Insets | null): Insets | null {
  const own = body.safeArea;
  if (!own) return platform;
  const larger = (edge: keyof Insets): number => Math.max(own[edge] * scale, platform?.[edge] ?? 0);
  return { top: larger('top'), right: larger('right'), bottom: larger('bottom'), left: larger('left') };
}

function resizePage(body: DesignBody, pageId: string, to: Size, safe: Insets | null): PageResult {
  const from = { x: 0, y: 0, width: body.width, height: body.height };
  const cap = Math.sqrt((to.width * to.height) / (from.width * from.height));
  const all = rootsOf(body, pageId, from);
  // Hidden layers take no room; they wait where they would be.
  const hidden = all.filter((node) => node.hidden);
  const roots = all.filter((node) => !node.hidden);
  const target = { x: 0, y: 0, ...to };
  const region = { body, roots, from, to: target, cap };
  let result = arrange({ ...region, safe });
  let besideSafe = false;
  if (safe !== null && (!result.fitted || result.scale < cap * 0.45)) {
    const free = arrange({ ...region, safe: null });
    besideSafe = !result.fitted || free.scale > result.scale * 1.3;
    if (besideSafe) result = free;
  }
  const waiting = hidden.flatMap((node) => {
    const frame = inkOf(body, node);
    const { scale } = result;
    const place = {
      x: ((frame.x + frame.width / 2) / from.width) * to.width - (frame.width * scale) / 2,
      y: ((frame.y + frame.height / 2) / from.height) * to.height - (frame.height * scale) / 2,
    };
    return scaleTree(body, node, frame, place, scale);
  });
  return { nodes: [...result.nodes, ...waiting], scale: result.scale, besideSafe };
}

interface Size {
  width: number;
  height: number;
}

interface PageResult {
  nodes: DesignNode[];
  scale: number;
  /** The platform's own buttons may cover something. */
  besideSafe: boolean;
}

/**
 * A design in another size, all pages, always the same for the same input: what covers the page goes on
 * covering it, bands from edge to edge stretch, and the rest keeps its order, scales by one factor and
 * stands at its anchors inside the page; a page of rows may become one of columns where that makes all of it
 * at least 15 % larger. The same size gives the same design. Pins of layers win over what is found out.
 * @param safe px along the edges of the target that its platform covers
 */
export function resizeDesign(
  body: DesignBody,
  width: number,
  height: number,
  safe: Insets | null = null,
): ResizedDesign {
  const ideal = Math.sqrt((width * height) / (body.width * body.height));
  const same = width === body.width && height === body.height;
  let scale = same ? 1 : Number.POSITIVE_INFINITY;
  let besideSafe = false;
  let resized = body;
  if (!same) {
    const insets = safeInsets(body, ideal, safe);
    const nodes: Record<string, DesignNode> = { ...body.nodes };
    for (const pageId of Object.keys(body.pages)) {
      const page = resizePage(body, pageId, { width, height }, insets);
      scale = Math.min(scale, page.scale);
      besideSafe ||= page.besideSafe;
      for (const node of page.nodes) nodes[node.id] = node;
    }
    resized = { ...body, width, height, nodes };
    if (body.safeArea && insets) resized.safeArea = insets;
    const wider = width / height > (body.width / body.height) * 1.2;
    const filled = wider ? fillRoom(body, resized, ideal) : resized;
    resized = trimBoxes(raiseSmallText(filled));
  }
  return { body: resized, report: reportOf(body, resized, { scale, ideal, besideSafe }) };
}
