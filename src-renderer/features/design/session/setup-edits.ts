import type { Axis } from '#shared/design/snapping.ts';
import type { SnapTargets } from '#shared/design/snapping.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Edit, PageSetup } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import type { DesignBody, GuideLine } from '#shared/design/schema.ts';
import type { ViewOptions } from './view-options.ts';

/** Changes some of what the pages have in common, keeping the rest. */
export function changeSetup(body: DesignBody, change: PageSetup): Edit {
  const { bleed, safeArea, guides, grid } = body;
  const before: PageSetup = {
    ...(bleed === undefined ? {} : { bleed }),
    ...(safeArea === undefined ? {} : { safeArea }),
    ...(guides === undefined ? {} : { guides }),
    ...(grid === undefined ? {} : { grid }),
  };
  return edit(body, [{ table: 'setup', value: { ...before, ...change } }]);
}

/** Most guides of a design; see `designSchema`. */
const mostGuides = 200;

export function addGuide(body: DesignBody, id: string, axis: Axis, at: number): Edit {
  const guides: GuideLine[] = [...(body.guides ?? []), { id, axis, at: Math.round(at) }];
  return guides.length > mostGuides ? edit(body, []) : changeSetup(body, { guides });
}

export function moveGuide(body: DesignBody, id: string, at: number): Edit {
  const guides = (body.guides ?? []).map((guide) => (guide.id === id ? { ...guide, at } : guide));
  return changeSetup(body, { guides });
}

export function removeGuide(body: DesignBody, id: string): Edit {
  return changeSetup(body, { guides: (body.guides ?? []).filter((guide) => guide.id !== id) });
}

/** What layers stick to, as far as it is shown. */
export function snapTargets(
  body: DesignBody,
  others: readonly Rectangle[],
  options: ViewOptions,
): SnapTargets {
  return {
    page: body,
    others,
    lines: options.guides ? (body.guides ?? []) : [],
    safeArea: options.safeArea ? (body.safeArea ?? null) : null,
    grid: options.grid ? (body.grid ?? null) : null,
  };
}
