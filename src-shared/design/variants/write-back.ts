import type { Change, Edit } from '#shared/design/operations.ts';
import { applyPatch, edit } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode, Variant } from '#shared/design/schema.ts';
import { bodyOfVariant, masterIn } from '#shared/design/variants/derive.ts';
import type { Overrides } from '#shared/design/variants/diff.ts';
import { fieldsChanged, sameValue } from '#shared/design/variants/diff.ts';
import { isShownOnlyIn } from '#shared/design/variants/edits.ts';

/*
 * What an editor changes while it works on a size. Changed fields become overrides. A layer that is taken
 * away is hidden in this size only. A layer that is added goes into the master, hidden there and so in all
 * other sizes, and this size shows it: nothing is lost, the order of layers stays one order, and the layer
 * can be shown elsewhere later. Pages belong to the master: adding, removing and moving them counts for all.
 */

/** Which fields of which layers an edited size has of its own, against the master in that size. */
export function overridesFrom(masterResized: DesignBody, edited: DesignBody): Record<string, Overrides> {
  const overrides: Record<string, Overrides> = {};
  for (const [id, base] of Object.entries(masterResized.nodes)) {
    const node = edited.nodes[id];
    const fields = node ? fieldsChanged(base, node) : base.hidden ? {} : { hidden: true };
    if (Object.keys(fields).length > 0) overrides[id] = fields;
  }
  return overrides;
}

function ownBackgrounds(base: DesignBody, edited: DesignBody): Variant['backgrounds'] {
  const backgrounds: Variant['backgrounds'] = {};
  for (const [id, page] of Object.entries(edited.pages)) {
    const before = base.pages[id];
    if (before && !sameValue(before.background, page.background)) backgrounds[id] = page.background;
  }
  return backgrounds;
}

/** Pages that were added, removed, named or moved: the master's own, but for backgrounds. */
function pageChanges(body: DesignBody, seen: DesignBody, edited: DesignBody): Change[] {
  const changes: Change[] = [];
  for (const [id, page] of Object.entries(edited.pages)) {
    const before = seen.pages[id];
    if (before === page) continue;
    const background = body.pages[id]?.background ?? page.background;
    changes.push({ table: 'pages', id, value: { ...page, background } });
  }
  for (const id of Object.keys(seen.pages)) {
    if (edited.pages[id]) continue;
    for (const node of Object.values(body.nodes)) {
      if (node.pageId === id) changes.push({ table: 'nodes', id: node.id, value: null });
    }
    changes.push({ table: 'pages', id, value: null });
  }
  return changes;
}

/** Layers that are new in a size, hidden in the master; and those that are gone again. */
function layerChanges(body: DesignBody, variantId: string, seen: DesignBody, edited: DesignBody): Change[] {
  const changes: Change[] = [];
  for (const node of Object.values(edited.nodes)) {
    if (body.nodes[node.id]) continue;
    const hidden: DesignNode = { ...node, hidden: true, addedIn: variantId };
    changes.push({ table: 'nodes', id: node.id, value: hidden });
  }
  const gone = Object.keys(seen.nodes).filter(
    (id) => !edited.nodes[id] && isShownOnlyIn(body, id, variantId),
  );
  return [...changes, ...gone.map((id): Change => ({ table: 'nodes', id, value: null }))];
}

/** What an edited size means for the master's document, as one edit of it. */
export function writeBack(body: DesignBody, variantId: string, edited: DesignBody): Edit {
  const variant = body.variants?.[variantId];
  const seen = bodyOfVariant(body, variantId)?.body;
  if (!variant || !seen || seen === edited) return edit(body, []);
  const shared = [...pageChanges(body, seen, edited), ...layerChanges(body, variantId, seen, edited)];
  const master = shared.length > 0 ? applyPatch(body, shared) : body;
  const sized = { ...variant, width: edited.width, height: edited.height };
  const base = masterIn(master, sized).body;
  const value: Variant = {
    ...sized,
    overrides: overridesFrom(base, edited),
    backgrounds: ownBackgrounds(base, edited),
    ...(edited.guides ? { guides: edited.guides } : {}),
  };
  return edit(body, [...shared, { table: 'variants', id: variantId, value }]);
}
