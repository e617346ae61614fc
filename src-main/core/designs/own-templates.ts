import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { keptThumbnail } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories, StoredDesignTemplate } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requireDesign } from './design-records.ts';

/** Also one that was removed, so that a window that still shows it can paint it. @throws GalleyError not-found */
export function requireTemplate(repositories: Repositories, id: string): StoredDesignTemplate {
  const template = repositories.designTemplates.get(id);
  if (template) return template;
  throw new GalleyError('not-found', { en: `There is no template “${id}”.`, zh: `没有模板“${id}”。` });
}

/** The workspace's own templates, the newest first. */
export function ownTemplates(repositories: Repositories): CallOutput<'designs.templates'> {
  const brand = repositories.brand.read()?.revision;
  return repositories.designTemplates.list().map(({ id, name, category, width, height }) => ({
    id,
    name: { en: name, zh: name },
    category,
    own: true,
    width,
    height,
    thumbnail: keptThumbnail('template', id, brand),
  }));
}

/** Copies a design into the workspace's own templates. */
export function saveTemplate(
  { holder, events, clock }: RecordContext,
  { id, name, category }: ParsedInput<'designs.saveTemplate'>,
): CallOutput<'designs.saveTemplate'> {
  const { repositories } = holder.current();
  const { width, height, pages, document } = requireDesign(repositories, id);
  const now = clock.now().toISOString();
  const template = { id: newId(), name, category, width, height, pages, document };
  repositories.designTemplates.insert({ ...template, createdAt: now, trashedAt: null });
  events.emit('records.changed', { kind: 'template', ids: [template.id] });
  return {
    id: template.id,
    revision: 1,
    name,
    width,
    height,
    pages,
    thumbnail: keptThumbnail('template', template.id, repositories.brand.read()?.revision),
    updatedAt: now,
    trashedAt: null,
  };
}

/** Takes one of the workspace's own templates off the list, or puts it back; starter ones stay. */
export function setTemplateRemoved(
  { holder, events, clock }: RecordContext,
  id: string,
  removed: boolean,
): CallOutput<'designs.removeTemplate'> {
  const { repositories } = holder.current();
  requireTemplate(repositories, id);
  repositories.designTemplates.setTrashed(id, removed ? clock.now().toISOString() : null);
  events.emit('records.changed', { kind: 'template', ids: [id] });
  return {};
}
