import type { Repositories } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';
import { createApprovalRepository } from './approvals.ts';
import { createAssetRepository } from './assets.ts';
import { createAuditRepository } from './audit.ts';
import { createBrandRepository } from './brand.ts';
import { createClipRepository } from './clips.ts';
import { createCommentRepository } from './comments.ts';
import { createDesignTemplateRepository } from './design-templates.ts';
import { createDesignVersionRepository } from './design-versions.ts';
import { createDesignRepository } from './designs.ts';
import { createFontRepository } from './fonts.ts';
import { createHistoryRepository } from './edit-history.ts';
import { createInsightRepository } from './insight.ts';
import { createKitRepository } from './kit.ts';
import { createLutRepository } from './luts.ts';
import { createMemberPinRepository } from './member-pins.ts';
import { createPlanCheckRepository } from './plan-checks.ts';
import { createPlanHistoryRepository } from './plan-history.ts';
import { createPostRevisionRepository } from './post-revisions.ts';
import { createPostRepository } from './posts.ts';
import { createRecordRepository } from './record.ts';
import { createReminderRepository } from './reminders.ts';
import { createRenderRepository } from './renders.ts';
import { createTaskRepository } from './tasks.ts';
import { createUseRepository } from './uses.ts';

export function createRepositories(connection: Connection): Repositories {
  return {
    transaction: (work) => connection.transaction(work),
    posts: createPostRepository(connection),
    assets: createAssetRepository(connection),
    designs: createDesignRepository(connection),
    designHistory: createHistoryRepository(connection, 'design'),
    designVersions: createDesignVersionRepository(connection),
    designTemplates: createDesignTemplateRepository(connection),
    brand: createBrandRepository(connection),
    fonts: createFontRepository(connection),
    clips: createClipRepository(connection),
    clipHistory: createHistoryRepository(connection, 'clip'),
    renders: createRenderRepository(connection),
    luts: createLutRepository(connection),
    kit: createKitRepository(connection),
    postRevisions: createPostRevisionRepository(connection),
    planChecks: createPlanCheckRepository(connection),
    uses: createUseRepository(connection),
    history: createPlanHistoryRepository(connection),
    comments: createCommentRepository(connection),
    tasks: createTaskRepository(connection),
    approvals: createApprovalRepository(connection),
    audit: createAuditRepository(connection),
    memberPins: createMemberPinRepository(connection),
    reminders: createReminderRepository(connection),
    insight: createInsightRepository(connection),
    record: createRecordRepository(connection),
  };
}
