import { z } from 'zod';
import { healthSchema, recentWorkspaceSchema, workspaceSchema } from '../domain/workspace.ts';
import { zoneSchema } from '../domain/schedule.ts';
import { command, job, nothing, query } from './define.ts';

export const workspaceCalls = {
  /** The open workspace, or null at first start. */
  'workspace.current': query(nothing, workspaceSchema.nullable()),
  'workspace.recent': query(nothing, z.array(recentWorkspaceSchema)),
  /** Where a new workspace of that name would be put. */
  'workspace.suggestFolder': query(z.object({ name: z.string() }), z.object({ path: z.string() })),
  /** Makes the folder and opens it. `path` absent: the suggested folder. Refuses a folder that holds other files. */
  'workspace.create': command(
    z.object({ path: z.string().optional(), name: z.string().min(1).max(100), zone: zoneSchema.optional() }),
    workspaceSchema,
  ),
  'workspace.open': command(z.object({ path: z.string().min(1) }), workspaceSchema),
  /** Makes the sample workspace (painting its pictures and its clip) and opens it. */
  'workspace.openSample': job(z.object({ lang: z.enum(['zh', 'en']).optional() }), workspaceSchema),
  'workspace.close': command(nothing, nothing),
  'workspace.forget': command(z.object({ path: z.string() }), nothing),
  'workspace.update': command(
    z.object({ name: z.string().min(1).max(100).optional(), zone: zoneSchema.optional() }),
    workspaceSchema,
  ),
  'workspace.check': query(nothing, healthSchema),
  /**
   * For a workspace that cannot be opened (a failure with `detail.damaged`): sets the damaged file aside, puts the
   * newest sound backup in its place, and opens it. Nothing is deleted.
   */
  'workspace.recover': command(
    z.object({ path: z.string().min(1) }),
    z.object({
      workspace: workspaceSchema,
      restoredFrom: z.string(),
      backupMadeAt: z.string(),
      quarantine: z.string().nullable(),
    }),
  ),
  /**
   * Makes a workspace in a new or empty folder out of a backup file and opens it. `missing`: media files that are not
   * there, as a backup holds none; they come along from the workspace in whose `backups` it lies.
   */
  'workspace.restore': command(
    z.object({ from: z.string().min(1), path: z.string().min(1) }),
    z.object({ workspace: workspaceSchema, missing: z.int() }),
  ),
  'workspace.backup': job(
    z.object({ out: z.string().optional() }),
    z.object({ path: z.string(), bytes: z.int() }),
  ),
  'workspace.stats': query(
    nothing,
    z.object({
      posts: z.int(),
      targets: z.int(),
      designs: z.int(),
      clips: z.int(),
      assets: z.int(),
      assetBytes: z.int(),
      databaseBytes: z.int(),
      schemaVersion: z.int(),
    }),
  ),
};
