import { z } from 'zod';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';

/**
 * A group only holds layers together: their coordinates stay those of the page, and its own box and
 * rotation are not read (see `boundsOfNode`). Its opacity multiplies into its layers', and hiding or
 * locking it counts for all of them.
 */
export const groupSchema = z.looseObject({
  ...commonShape,
  type: z.literal('group'),
  /**
   * The child whose ink masks the other children: they show only where it has ink, and it is not painted
   * itself. A shape, a path or a text serves. Null or absent: no mask. An id that is no
   * child, or a hidden one, counts as none.
   */
  maskId: z.string().nullable().optional(),
});

export const groupDefaults = { ...commonDefaults, type: 'group', width: 0, height: 0 } as const;

/** A group has no ink of its own. */
export function drawGroup(): void {}
