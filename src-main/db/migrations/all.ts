import type { Migration } from '../migrate.ts';
import { records } from './0010-records.ts';
import { designWork } from './0020-design-work.ts';
import { clipWork } from './0021-clip-work.ts';
import { wordsAndPlatforms } from './0022-words-and-platforms.ts';
import { plan } from './0023-plan.ts';

/** Every step ever shipped, in order; a shipped step is never changed. */
export const migrations: readonly Migration[] = [records, designWork, clipWork, wordsAndPlatforms, plan];
