import {
  createDesign,
  type DesignContext,
  duplicateDesign,
  getDesign,
  saveDesign,
  setDesignsTrashed,
} from '#main/core/designs/designs.ts';
import type { AreaHandlers } from './handlers.ts';

/** Designs as records; what paints or reads resources lives with the painter. */
export function createDesignHandlers(
  context: DesignContext,
): Omit<AreaHandlers<'designs'>, 'designs.templates' | 'designs.fonts' | 'designs.render'> {
  return {
    'designs.list': (input) => context.holder.current().repositories.designs.list(input),
    'designs.get': ({ id }) => getDesign(context, id),
    'designs.create': (input) => createDesign(context, input),
    'designs.save': (input) => saveDesign(context, input),
    'designs.duplicate': ({ id }) => duplicateDesign(context, id),
    'designs.trash': ({ ids }) => setDesignsTrashed(context, ids, true),
    'designs.restore': ({ ids }) => setDesignsTrashed(context, ids, false),
  };
}
