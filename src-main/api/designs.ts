import type { DesignContext } from '#main/core/designs/design-records.ts';
import {
  createDesign,
  designHistory,
  duplicateDesign,
  getDesign,
  saveDesign,
  setDesignsTrashed,
} from '#main/core/designs/designs.ts';
import { saveTemplate, setTemplateRemoved } from '#main/core/designs/own-templates.ts';
import { getVersion, listVersions, nameVersion, restoreVersion } from '#main/core/designs/versions.ts';
import type { AreaHandlers } from './handlers.ts';

/** Designs as records; what paints or reads resources lies with the painter, merging with the tables. */
export function createDesignHandlers(
  context: DesignContext,
): Omit<
  AreaHandlers<'designs'>,
  | 'designs.template'
  | 'designs.templates'
  | 'designs.fonts'
  | 'designs.render'
  | 'designs.merge'
  | 'designs.missingGlyphs'
> {
  return {
    'designs.list': (input) => context.holder.current().repositories.designs.list(input),
    'designs.get': ({ id }) => getDesign(context, id),
    'designs.create': (input) => createDesign(context, input),
    'designs.save': (input) => saveDesign(context, input),
    'designs.duplicate': ({ id }) => duplicateDesign(context, id),
    'designs.trash': ({ ids }) => setDesignsTrashed(context, ids, true),
    'designs.restore': ({ ids }) => setDesignsTrashed(context, ids, false),
    'designs.history': ({ id }) => designHistory(context, id),
    'designs.versions': ({ id }) => listVersions(context, id),
    'designs.version': (input) => getVersion(context, input),
    'designs.keepVersion': (input) => nameVersion(context, input),
    'designs.restoreVersion': (input) => restoreVersion(context, input),
    'designs.saveTemplate': (input) => saveTemplate(context, input),
    'designs.removeTemplate': ({ id }) => setTemplateRemoved(context, id, true),
    'designs.restoreTemplate': ({ id }) => setTemplateRemoved(context, id, false),
  };
}
