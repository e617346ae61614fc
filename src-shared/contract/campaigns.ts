import { z } from 'zod';
import { postStatuses, postSummarySchema } from '../domain/post.ts';
import { nothing, query } from './define.ts';

/** What the plan and the imported results say of campaigns; what a campaign itself holds is kit (`kit.list`). */
export const campaignCalls = {
  /** Posts outside the trash by the campaign they name, with their first and last instant (ISO 8601, null: none). */
  'campaigns.counts': query(
    nothing,
    z.array(
      z.object({
        campaign: z.string(),
        total: z.int(),
        byStatus: z.partialRecord(z.enum(postStatuses), z.int()),
        first: z.string().nullable(),
        last: z.string().nullable(),
      }),
    ),
  ),
  /**
   * Posts that name the campaign, by time, the unscheduled last; and the sum of the imported results that are theirs:
   * of the same link, else of the same platform and account within ten minutes of the recorded time. null: none are.
   */
  'campaigns.facts': query(
    z.object({ name: z.string().min(1) }),
    z.object({
      posts: z.array(postSummarySchema),
      results: z
        .object({ posts: z.int(), reach: z.number(), engagements: z.number(), imported: z.int() })
        .nullable(),
    }),
  ),
};
