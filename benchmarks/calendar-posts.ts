import { join } from 'node:path';
import { blankPost, blankTarget } from '#shared/domain/blank-post.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import { createWorkspaceStore } from '#main/db/workspace-store.ts';
import { planOf } from '../e2e/calendar/seed.ts';

export const zone = 'Europe/Berlin';
/** The month that is full, and how full. */
export const month = '2027-05';
const total = 10_000;
export const inMonth = 2000;

function postOf(seed: ReturnType<typeof planOf>[number]): Post {
  return {
    ...blankPost(newId(), new Date(2026, 0, 1).toISOString()),
    title: seed.title,
    body: `${seed.title}. A few more words.`,
    status: seed.status,
    pillar: seed.pillar,
    targets: seed.formats.map((format) => blankTarget(newId(), format)),
    schedule: seed.local === null ? null : { local: seed.local, zone: seed.zone },
  };
}

export interface CalendarGround {
  workspace: string;
  posts: Post[];
}

/** A workspace of 10,000 posts of which 2,000 stand in one month. */
export function makePlan(folder: string): CalendarGround {
  const workspace = join(folder, 'Bench');
  const store = createWorkspaceStore({ documents: folder }, { now: () => new Date() });
  const session = store.create(workspace, { name: 'Bench', zone, isSample: false });
  const posts = planOf(total, inMonth, month, zone).map(postOf);
  session.repositories.posts.insertMany(posts);
  session.close();
  return { workspace, posts };
}

/** Opens it as the studio does, without a studio. */
export function openPlan(folder: string, workspace: string) {
  return createWorkspaceStore({ documents: folder }, { now: () => new Date() }).open(workspace);
}
