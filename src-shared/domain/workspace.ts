import { z } from 'zod';
import { bilingualSchema } from '../contract/failure.ts';
import { idSchema } from './id.ts';
import { zoneSchema } from './schedule.ts';

export const workspaceSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Folder on this machine, to show, never to send back. */
  path: z.string(),
  zone: zoneSchema,
  readOnly: z.boolean(),
  isSample: z.boolean(),
  counts: z.object({ posts: z.int(), designs: z.int(), clips: z.int(), assets: z.int() }),
  warnings: z.array(bilingualSchema),
});
export type Workspace = z.infer<typeof workspaceSchema>;

export const recentWorkspaceSchema = z.object({
  name: z.string(),
  path: z.string(),
  openedAt: z.string(),
  exists: z.boolean(),
});

export const healthSchema = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: bilingualSchema, count: z.int() })),
});
