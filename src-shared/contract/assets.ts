import { z } from 'zod';
import { assetKinds, assetSchema } from '../domain/asset.ts';
import { idSchema } from '../domain/id.ts';
import { failureSchema } from './failure.ts';
import { command, job, nothing, query } from './define.ts';

/** `path` only from the command line and Electron's own dialogs and drops; a browser streams an upload first. */
export const importSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string() }),
  z.object({ kind: z.literal('upload'), uploadId: idSchema }),
]);

export type ImportSource = z.output<typeof importSourceSchema>;

export const importResultSchema = z.object({
  imported: z.array(assetSchema),
  /** Already in the library by hash; the asset that holds the bytes. */
  duplicates: z.array(assetSchema),
  refused: z.array(z.object({ name: z.string(), failure: failureSchema })),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const assetCalls = {
  'assets.list': query(
    z.object({
      search: z.string().optional(),
      kind: z.enum(assetKinds).optional(),
      trashed: z.boolean().optional(),
      limit: z.int().min(1).max(1000).default(200),
      offset: z.int().min(0).default(0),
    }),
    z.object({ items: z.array(assetSchema), total: z.int() }),
  ),
  'assets.get': query(z.object({ id: idSchema }), assetSchema),
  'assets.import': job(
    z.object({ sources: z.array(importSourceSchema).min(1), tags: z.array(z.string()).default([]) }),
    importResultSchema,
  ),
  'assets.update': command(
    z.object({
      id: idSchema,
      name: z.string().min(1).optional(),
      alt: z.string().optional(),
      tags: z.array(z.string()).optional(),
      source: z.string().optional(),
      licence: z.string().optional(),
      licenceUntil: z.iso.date().nullable().optional(),
    }),
    assetSchema,
  ),
  'assets.trash': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  'assets.restore': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  'assets.usedIn': query(
    z.object({ id: idSchema }),
    z.array(z.object({ kind: z.enum(['post', 'design', 'clip']), id: idSchema, title: z.string() })),
  ),
};
