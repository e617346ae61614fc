import type { Repositories } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';
import { createAssetRepository } from './assets.ts';
import { createClipRepository } from './clips.ts';
import { createDesignRepository } from './designs.ts';
import { createPlanHistoryRepository } from './plan-history.ts';
import { createPostRepository } from './posts.ts';
import { createRecordRepository } from './record.ts';
import { createUseRepository } from './uses.ts';

export function createRepositories(connection: Connection): Repositories {
  return {
    transaction: (work) => connection.transaction(work),
    posts: createPostRepository(connection),
    assets: createAssetRepository(connection),
    designs: createDesignRepository(connection),
    clips: createClipRepository(connection),
    uses: createUseRepository(connection),
    history: createPlanHistoryRepository(connection),
    record: createRecordRepository(connection),
  };
}
