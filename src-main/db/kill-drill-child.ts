/**
 * The process that the kill drill ends. It makes posts and saves them again, and prints a line only after the
 * commit returned: what is printed must survive. Started as `node kill-drill-child.ts <workspace>`.
 */
import { writeSync } from 'node:fs';
import { newId } from '#shared/domain/id.ts';
import { blankPost, blankTarget } from '#shared/domain/blank-post.ts';
import type { Post } from '#shared/domain/post.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const root = process.argv[2];
if (root === undefined) throw new Error('usage: kill-drill-child.ts <workspace>');

const { repositories } = createWorkspaceStore({ documents: root }, { now: () => new Date() }).open(root);

/** Title and body hold the same number, so that half a save would show. */
function postWith(number: number, id: string, revision: number): Post {
  return {
    ...blankPost(id, new Date().toISOString()),
    revision,
    title: `count ${number}`,
    body: `count ${number} ${'字'.repeat(number % 3000)}`,
    status: 'draft',
    targets: [
      {
        ...blankTarget(newId(), 'x/post'),
        overrides: { title: `count ${number}` },
        schedule: { local: '2026-11-22T09:30', zone: 'Asia/Shanghai' },
      },
    ],
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
