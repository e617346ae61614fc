import { call } from '#renderer/bridge/client.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { importFiles, pickFiles } from './import-files.ts';

/** Each makes something new and answers the address of its screen; null when the user backed out. */
export async function createPost(
  schedule: Schedule | null = null,
  template?: KitItem<'post-template'>,
): Promise<string> {
  const post = await call('posts.create', { schedule, change: template?.body.change ?? {} });
  if (template) await call('kit.used', { id: template.id });
  return `/posts/${post.id}`;
}

export async function createDesign(input: {
  name: string;
  width?: number;
  height?: number;
  template?: string;
  language?: 'en' | 'zh';
}): Promise<string> {
  const design = await call('designs.create', input);
  return `/designs/${design.id}`;
}

/** Picks a video, imports it and opens it as a clip. */
export async function createClipFromFile(): Promise<string | null> {
  const result = await importFiles(await pickFiles('video/*,.mkv,.mov'));
  const video = [...(result?.imported ?? []), ...(result?.duplicates ?? [])].find(
    (asset) => asset.kind === 'video',
  );
  if (!video) return null;
  const clip = await call('clips.create', { assetId: video.id });
  return `/clips/${clip.id}`;
}
