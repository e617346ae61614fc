/**
 * The process that the kill drill ends. It makes posts and saves them again, and prints a line only after the
 * commit returned: what is printed must survive. Started as `node kill-drill-child.ts <workspace>`.
 */
import { writeSync } from 'node:fs';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const root = process.argv[2];
if (root === undefined) throw new Error('usage: kill-drill-child.ts <workspace>');

const { repositories } = createWorkspaceStore({ documents: root }, { now: () => new Date() }).open(root);

/** Title and body hold the same number, so that half a save would show. */
function postWith(number: number, id: string, revision: number): Post {
  const now = new Date().toISOString();
  return {
    id,
    revision,
    title: `count ${number}`,
    body: `count ${number} ${'字'.repeat(number % 3000)}`,
    document: null,
    hashtags: [],
    link: '',
    firstComment: '',
    disclosure: { advertising: false, synthetic: false },
    sources: '',
    status: 'draft',
    attachments: [],
    targets: [
      {
        id: newId(),
        accountId: null,
        format: 'x/post',
        overrides: { title: `count ${number}` },
        schedule: { local: '2026-11-22T09:30', zone: 'Asia/Shanghai' },
        status: 'planned',
        publishedAt: null,
        publishedUrl: null,
      },
    ],
    schedule: null,
    campaign: '',
    pillar: '',
    owner: '',
    notes: '',
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
}

// A plain write to the pipe: nothing is buffered in this process.
const acknowledge = (id: string, revision: number): void => void writeSync(1, `${id} ${revision}\n`);

for (let number = 1; ; number += 1) {
  const id = newId();
  repositories.posts.insert(postWith(number, id, 1));
  acknowledge(id, 1);
  repositories.posts.replace(postWith(number + 1, id, 2), 1);
  acknowledge(id, 2);
}
