import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clipFormat } from '#shared/clip/document.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment, Post } from '#shared/domain/post.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
let client: string;
let lead: string;

const member = async (name: string, role: 'lead' | 'client'): Promise<string> => {
  const body = { role, hue: null, active: true };
  return (await studio.call('team.saveMember', { name, body })).member.id;
};
const become = (memberId: string) => studio.call('team.switch', { memberId });

beforeEach(async () => {
  studio = await createTestStudio('electron');
  lead = await member('Ann', 'lead');
  client = await member('Cy', 'client');
  const needs = [{ role: 'client' as const, count: 1 }];
  const body = { accountIds: [], campaigns: [], needs, leadHours: 0 };
  await studio.call('plan.saveKit', { kind: 'approval-rule', name: 'Client looks', body });
});
afterEach(() => studio.remove());

const attached = (kind: Attachment['kind'], refId: string) => ({
  ...{ id: newId(), kind, refId, alt: '', crop: null, trim: null, coverAt: null },
});
const approvedPost = async (media: ReturnType<typeof attached>): Promise<Post> => {
  const change = { title: 'Menu', body: 'Spring menu', status: 'review' as const, attachments: [media] };
  const post = await studio.call('posts.create', { change });
  await become(client);
  await studio.call('approvals.give', { postId: post.id, decision: 'approved' });
  await become(lead);
  expect(await standing(post)).toEqual({ status: 'approved', current: true });
  return post;
};
const standing = async ({ id }: Post) => {
  const [state] = await studio.call('approvals.state', { postIds: [id] });
  return { status: (await studio.call('posts.get', { id })).status, current: state?.given[0]?.current };
};
const painted = async (design: DesignRecord, background: string): Promise<DesignRecord> => {
  const envelope = structuredClone(design.document) as { body: { pages: Record<string, object> } };
  for (const page of Object.values(envelope.body.pages)) {
    Object.assign(page, { background });
  }
  return studio.call('designs.save', { id: design.id, revision: design.revision, document: envelope });
};

it('an edited design asks for approval again; the same look back is agreed to again', async () => {
  const first = await studio.call('designs.create', { name: 'Card', width: 400, height: 500 });
  const made = await painted(first, '#ffffff');
  const post = await approvedPost(attached('design', made.id));

  const renamed = await studio.call('designs.save', { ...made, name: 'Spring card' });
  expect(await standing(post)).toEqual({ status: 'approved', current: true });

  const red = await painted(renamed, '#ff0000');
  expect(await standing(post)).toEqual({ status: 'review', current: false });
  await expect(
    studio.call('plan.change', { ids: [post.id], change: { status: 'approved' } }),
  ).rejects.toThrow(/1 × client/);
  const [entry] = await studio.call('audit.list', { subject: { kind: 'post', id: post.id } });
  expect(entry).toMatchObject({ action: 'post-status', detail: { from: 'approved', to: 'review' } });

  await painted(red, '#ffffff');
  expect(await standing(post)).toEqual({ status: 'review', current: true });
});

it('a colour of the brand counts where the design names it', async () => {
  const one = await studio.call('designs.create', { name: 'Plain', width: 400, height: 500 });
  const plain = await approvedPost(attached('design', (await painted(one, '#ffffff')).id));
  const two = await studio.call('designs.create', { name: 'Branded', width: 400, height: 500 });
  const branded = await approvedPost(attached('design', (await painted(two, 'token:accent')).id));
  const brand = await studio.call('brand.get', {});
  const colours = brand.colours.map((each) => (each.token === 'accent' ? { ...each, hex: '#123456' } : each));
  await studio.call('brand.save', { brand: { ...brand, colours } });
  expect(await standing(plain)).toEqual({ status: 'approved', current: true });
  expect(await standing(branded)).toEqual({ status: 'review', current: false });
});

it('an edited clip, and an edited design in a clip, ask again', async () => {
  const design = await studio.call('designs.create', { name: 'Title', width: 400, height: 500 });
  const edit = (duration: number): unknown =>
    writeDocument(clipFormat, { segments: [{ id: 'one', kind: 'design', design: design.id, duration }] });
  const clip = await studio.call('clips.create', { edit: edit(3), name: 'Teaser' });
  const post = await approvedPost(attached('clip', clip.id));
  await studio.call('clips.save', { id: clip.id, revision: clip.revision, edit: edit(4) });
  expect(await standing(post)).toEqual({ status: 'review', current: false });

  const other = await approvedPost(attached('clip', clip.id));
  await painted(design, '#00ff00');
  expect(await standing(other)).toEqual({ status: 'review', current: false });
});

it('a picture keeps its approval until its words are others', async () => {
  const path = join(studio.folder, 'menu.png');
  await sharp({ create: { width: 40, height: 40, channels: 3, background: '#345' } }).toFile(path);
  const { imported } = await studio.job('assets.import', { sources: [{ kind: 'path', path }] });
  const id = imported[0]?.id ?? '';
  const post = await approvedPost(attached('asset', id));
  await studio.call('assets.update', { id, tags: ['spring'], name: 'Menu card', licence: 'ours' });
  expect(await standing(post)).toEqual({ status: 'approved', current: true });
  // It stands in where the post has no words of its own for the picture.
  await studio.call('assets.update', { id, alt: 'The menu' });
  expect(await standing(post)).toEqual({ status: 'review', current: false });
});
