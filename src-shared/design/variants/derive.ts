import { resizeDesign } from '#shared/design/resize.ts';
import type { ResizedDesign } from '#shared/design/resize.ts';
import { reportOf } from '#shared/design/resize/report.ts';
import type { DesignBody, DesignNode, Page, Variant } from '#shared/design/schema.ts';
import { parentIsSound } from '#shared/design/schema.ts';
import { measureGeneration } from '#shared/design/text/preparation.ts';
import { withFields } from '#shared/design/variants/diff.ts';

/** What decides how a master looks in a size without overrides. */
interface Resized {
  master: DesignBody;
  generation: number;
  bySize: Map<string, ResizedDesign>;
}

/** By the layers of the master, which a change of a size alone leaves as they are. */
const resizedMasters = new WeakMap<DesignBody['nodes'], Resized>();
const derived = new WeakMap<Variant, { from: ResizedDesign; result: ResizedDesign }>();

/** The master in the size of a variant, before its overrides; remembered while the master is the same. */
export function masterIn(body: DesignBody, variant: Variant): ResizedDesign {
  let known = resizedMasters.get(body.nodes);
  const same =
    known !== undefined &&
    known.generation === measureGeneration() &&
    known.master.pages === body.pages &&
    known.master.width === body.width &&
    known.master.height === body.height &&
    known.master.safeArea === body.safeArea &&
    known.master.bleed === body.bleed &&
    known.master.grid === body.grid;
  if (!known || !same) {
    known = { master: body, generation: measureGeneration(), bySize: new Map() };
    resizedMasters.set(body.nodes, known);
  }
  const key = `${variant.width}×${variant.height}×${JSON.stringify(variant.safe ?? null)}`;
  const there = known.bySize.get(key);
  if (there) return there;
  const { variants: _variants, guides: _guides, ...master } = body;
  const resized = resizeDesign(master, variant.width, variant.height, variant.safe ?? null);
  known.bySize.set(key, resized);
  return resized;
}

/** Layers with their overrides; an override that leads to a parent which is no longer there counts as none. */
function overriddenNodes(base: DesignBody, variant: Variant): DesignBody['nodes'] {
  const nodes: Record<string, DesignNode> = { ...base.nodes };
  for (const [id, fields] of Object.entries(variant.overrides)) {
    const node = nodes[id];
    if (node) nodes[id] = withFields(node, fields);
  }
  for (const id of Object.keys(variant.overrides)) {
    const node = nodes[id];
    const before = base.nodes[id];
    if (node && before && !parentIsSound(nodes, node)) nodes[id] = { ...node, parentId: before.parentId };
  }
  return nodes;
}

function overriddenPages(base: DesignBody, variant: Variant): DesignBody['pages'] {
  const pages: Record<string, Page> = { ...base.pages };
  for (const [id, background] of Object.entries(variant.backgrounds)) {
    const page = pages[id];
    if (page) pages[id] = { ...page, background };
  }
  return pages;
}

/**
 * A linked size as a design of its own: the master resized, and the size's own fields over it. It has no
 * sizes itself. Null for an unknown size. Remembered by identity, so asking again costs nothing.
 */
export function bodyOfVariant(body: DesignBody, variantId: string): ResizedDesign | null {
  const variant = body.variants?.[variantId];
  if (!variant) return null;
  const from = masterIn(body, variant);
  const known = derived.get(variant);
  if (known?.from === from) return known.result;
  const { body: base, report } = from;
  const own: DesignBody = {
    ...base,
    nodes: overriddenNodes(base, variant),
    pages: overriddenPages(base, variant),
    ...(variant.guides ? { guides: variant.guides } : {}),
  };
  const changed = Object.keys(variant.overrides).length > 0;
  const result = {
    body: own,
    report: changed
      ? reportOf(body, own, {
          scale: report.scale,
          // Nobody needs to hear of shrinking that they have arranged by hand.
          ideal: report.scale,
          besideSafe: false,
        })
      : report,
  };
  derived.set(variant, { from, result });
  return result;
}

/** How well a linked size answers a format: 2 for the format itself, 1 for its platform, 0 not at all. */
function kinship(variant: Variant, format: string): number {
  const [platform, name] = format.trim().toLowerCase().split('/');
  const [ownPlatform, ownName] = variant.format.toLowerCase().split('/');
  if (variant.format === '' || ownPlatform !== platform) return 0;
  return ownName === name ? 2 : 1;
}

/** Shapes this near are one shape: platforms state the same one in slightly different px. */
const sameShape = 0.01;

/**
 * The design for a format in px: the linked size of that shape of the format, or else of its platform (scaled
 * when its px differ); otherwise the master resized.
 * @param safe px along the edges of the target that its platform covers, for a design without that size
 */
export function bodyForFormat(
  body: DesignBody,
  format: string,
  width: number,
  height: number,
  safe: Variant['safe'] = null,
): ResizedDesign {
  const shaped = Object.values(body.variants ?? {}).filter(
    (variant) => Math.abs(Math.log(variant.width / variant.height / (width / height))) <= sameShape,
  );
  const linked = shaped
    .filter((variant) => kinship(variant, format) > 0)
    .toSorted((a, b) => kinship(b, format) - kinship(a, format) || (a.order < b.order ? -1 : 1))[0];
  const own = linked ? bodyOfVariant(body, linked.id) : null;
  if (!own) return resizeDesign(withoutVariants(body), width, height, safe ?? null);
  if (own.body.width === width && own.body.height === height) return own;
  return { body: resizeDesign(own.body, width, height).body, report: own.report };
}

function withoutVariants(body: DesignBody): DesignBody {
  const { variants: _variants, ...rest } = body;
  return rest;
}
