import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await createTestStudio();
});
afterEach(() => studio.remove());

const zone = 'Asia/Shanghai';

async function picturePost(): Promise<Post> {
  const path = join(studio.folder, 'harbour.png');
  await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#2255aa' } })
    .png()
    .toFile(path);
  const { imported } = await studio.job('assets.import', { sources: [{ kind: 'path', path }] });
  const asset = imported[0]?.id ?? '';
  const attachment = { id: newId(), kind: 'asset' as const, refId: asset, alt: 'The harbour at dawn' };
  return studio.call('posts.create', {
    change: {
      title: 'Harbour <walk>',
      body: 'Come **early**.',
      hashtags: ['harbour'],
      attachments: [
        { ...attachment, crop: { x: 0, y: 0, width: 0.5, height: 1 }, trim: null, coverAt: null },
      ],
      targets: [
        { format: 'x/post', overrides: {} },
        { format: 'instagram/feed', overrides: { body: 'Come with us.' } },
      ],
    },
    schedule: { local: '2026-12-01T09:30', zone },
  });
}

interface Given {
  id: string;
  html: string;
}
async function given(posts: readonly Post[]): Promise<Given> {
  const made = await studio.job('review.export', {
    postIds: posts.map(({ id }) => id),
    title: 'December',
    language: 'en',
  });
  return { id: made.id, html: readFileSync(made.path, 'utf8') };
}

const answer = (review: Given, name: string, posts: object[]): string =>
  JSON.stringify({
    ...{ kind: 'galley-review-answer', version: 1, id: newId(), review: review.id, name },
    ...{ savedAt: '2026-11-22T10:00:00.000Z', posts },
  });
const decided = (post: Post, by: string, decision: 'approved' | 'changes', text = ''): object => ({
  id: post.id,
  shown: 'what the file says does not count',
  decision: { id: newId(), decision, at: '2026-11-22T09:00:00.000Z', by },
  comments: text === '' ? [] : [{ id: newId(), text, at: '2026-11-22T09:01:00.000Z', by, place: null }],
});

describe('a review package', () => {
  it('is one file that shows each post as its platforms take it, and leaves no work files', async () => {
    const post = await picturePost();
    const { html } = await given([post]);
    expect(html).toContain('Harbour &lt;walk&gt;');
    expect(html).toContain('Come early.\n\n#harbour');
    expect(html).toContain('Come with us.');
    expect(html).toContain('09:30 · Asia/Shanghai (UTC+8)');
    expect(html.match(/data:image\/webp;base64,/g)).toHaveLength(1);
    expect(html).toContain('width="800" height="1000"');
    expect(html).toContain('alt="The harbour at dawn"');
    expect(readdirSync(join(studio.workspace, 'exports'))).toEqual(['December.html']);
  });

  it('comes back: words of two people, in either order, once', async () => {
    const post = await studio.call('posts.create', { change: { title: 'One', status: 'review' } });
    const review = await given([post]);
    const ada = answer(review, 'Ada', [decided(post, 'Ada', 'approved', 'Lovely')]);
    const ben = answer(review, 'Ben', [decided(post, 'Ben', 'changes', 'Larger, please')]);
    expect(await studio.call('review.read', { text: ada })).toMatchObject({
      newComments: 1,
      newDecisions: 1,
    });
    expect(await studio.call('comments.list', { subject: { kind: 'post', id: post.id } })).toEqual([]);
    for (const text of [ada, ben, ada]) await studio.call('review.merge', { text });
    const comments = await studio.call('comments.list', { subject: { kind: 'post', id: post.id } });
    expect(comments.map(({ author, text, origin }) => [author, text, origin])).toEqual([
      ['Ada', 'Lovely', 'review'],
      ['Ben', 'Larger, please', 'review'],
    ]);
    const [state] = await studio.call('approvals.state', { postIds: [post.id] });
    expect(state?.given.map(({ author, decision, current }) => [author, decision, current]).sort()).toEqual([
      ['Ada', 'approved', true],
      ['Ben', 'changes', true],
    ]);
    expect(await studio.call('posts.get', { id: post.id })).toMatchObject({ status: 'draft' });
    const trail = await studio.call('audit.list', { subject: { kind: 'post', id: post.id } });
    expect(
      trail
        .filter(({ memberName }) => memberName === 'Ada')
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['approved', 'commented']);
    expect(await studio.call('review.read', { text: ben })).toMatchObject({
      newComments: 0,
      newDecisions: 0,
    });
  });

  it('takes the client’s approval that a rule asks for, and says what it was given on changed since', async () => {
    const [kept, edited] = await Promise.all(
      ['Kept', 'Edited'].map((title) =>
        studio.call('posts.create', { change: { title, status: 'review', targets: [{ format: 'x/post' }] } }),
      ),
    );
    if (!kept || !edited) throw new Error('two posts were made');
    const needs = [{ role: 'client' as const, count: 1 }];
    const body = { accountIds: [], campaigns: [], needs, leadHours: 0 };
    await studio.call('plan.saveKit', { kind: 'approval-rule', name: 'Client', body });
    const review = await given([kept, edited]);
    const { id, revision } = edited;
    await studio.call('posts.save', { id, revision, change: { body: 'Other words' } });
    const posts = [decided(kept, 'Ada', 'approved'), decided(edited, 'Ada', 'approved')];
    const merged = await studio.call('review.merge', { text: answer(review, 'Ada', posts) });
    expect(merged.posts.map(({ title, stale }) => [title, stale])).toEqual([
      ['Kept', false],
      ['Edited', true],
    ]);
    expect(await studio.call('posts.get', { id: kept.id })).toMatchObject({ status: 'approved' });
    expect(await studio.call('posts.get', { id })).toMatchObject({ status: 'review' });
  });

  it('passes over posts that were not in it, and refuses an answer to a package made elsewhere', async () => {
    const [inside, outside] = await Promise.all(
      ['Inside', 'Outside'].map((title) => studio.call('posts.create', { change: { title } })),
    );
    if (!inside || !outside) throw new Error('two posts were made');
    const review = await given([inside]);
    const text = answer(review, 'Ada', [decided(outside, 'Ada', 'approved', 'Hm')]);
    expect(await studio.call('review.merge', { text })).toMatchObject({ strangers: 1, posts: [] });
    expect(await studio.call('comments.list', { subject: { kind: 'post', id: outside.id } })).toEqual([]);
    const foreign = answer({ ...review, id: newId() }, 'Ada', []);
    await expect(studio.call('review.merge', { text: foreign })).rejects.toMatchObject({ code: 'not-found' });
  });
});
