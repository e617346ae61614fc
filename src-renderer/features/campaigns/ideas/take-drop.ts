import type { DragEvent } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { importFiles } from '#renderer/commands/import-files.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment, Post } from '#shared/domain/post.ts';

/** What a drop brings: files go to the library first; an address is a link, other text is words. */
export interface Dropped {
  attachments: Attachment[];
  /** Name of the first file. */
  fileName: string;
  link: string;
  text: string;
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** Reads a drop; null when nothing in it is of use. Must be called in the handler, before anything is awaited. */
export function takeDrop(event: DragEvent<HTMLElement>): Promise<Dropped | null> {
  const files = [...event.dataTransfer.files].filter(({ name }) => !/\.(galley-answer|json)$/i.test(name));
  const text = (
    event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain')
  ).trim();
  if (files.length === 0 && text === '') return Promise.resolve(null);
  event.preventDefault();
  event.stopPropagation();
  return read(files, text);
}

async function read(files: readonly File[], text: string): Promise<Dropped | null> {
  const link = isAddress(text) ? text : '';
  if (files.length === 0) return { attachments: [], fileName: '', link, text: link === '' ? text : '' };
  const result = await importFiles(files);
  const assets = [...(result?.imported ?? []), ...(result?.duplicates ?? [])];
  const first = assets[0];
  if (!first) return null;
  const attachments = assets.map(
    (asset): Attachment => ({
      id: newId(),
      kind: 'asset',
      refId: asset.id,
      alt: asset.alt,
      crop: null,
      trim: null,
      coverAt: null,
    }),
  );
  return { attachments, fileName: first.name.replace(/\.[^.]+$/, ''), link: '', text: '' };
}

/** Adds what was dropped to an idea; a link beside one that it has already goes to its notes. */
export async function addToIdea(id: string, dropped: Dropped): Promise<Post> {
  const post = await call('posts.get', { id });
  const notes = [dropped.text, post.link === '' ? '' : dropped.link].filter(Boolean).join('\n');
  return call('posts.save', {
    id,
    revision: post.revision,
    change: {
      ...(dropped.attachments.length > 0
        ? { attachments: [...post.attachments, ...dropped.attachments] }
        : {}),
      ...(dropped.link !== '' && post.link === '' ? { link: dropped.link } : {}),
      ...(notes === '' ? {} : { notes: [post.notes, notes].filter(Boolean).join('\n') }),
    },
  });
}
