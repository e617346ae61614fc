import type { DocumentFormat } from '#shared/documents/envelope.ts';
import { orderBetween } from '#shared/design/order.ts';
import { repairDesign } from '#shared/design/repair.ts';
import type { DesignBody, Page } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';

/**
 * How designs are saved and read. Version 2 added layer types, fills, effects, runs of text and sizes; every
 * body of version 1 is one of version 2, but a Galley that knows only version 1 must not save over them.
 */
export const designFormat: DocumentFormat<DesignBody> = {
  kind: 'design',
  version: 2,
  migrations: { 1: (body) => body },
  schema: designSchema,
  repair: repairDesign,
};

/** A new design with one white page. */
export function emptyDesign(width: number, height: number, pageId: string): DesignBody {
  const page: Page = { id: pageId, name: '', order: orderBetween(null, null), background: '#ffffff' };
  return { width, height, pages: { [pageId]: page }, nodes: {} };
}
