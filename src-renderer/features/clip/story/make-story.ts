import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { convertStory, type StoryChange, type StoryOptions } from '#shared/clip/story/convert-story.ts';
import type { StoryMedia } from '#shared/clip/story/media-choice.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import { call } from '#renderer/bridge/client.ts';
import { storyStyle } from './story-style.ts';

/** What the dialog asks for. */
export interface StoryWishes {
  text: string;
  frame: { width: number; height: number };
  media: readonly Asset[];
  music: Asset | null;
  motion: boolean;
  fade: boolean;
  /** What the track of words is called. */
  trackName: string;
  /** Hex, for scenes without a picture. */
  grounds: readonly string[];
}

export const storyMedia = (asset: Asset): StoryMedia => ({
  id: asset.id,
  kind: asset.kind === 'video' ? 'video' : 'image',
  words: [asset.name.replace(/\.[^.]+$/, ''), asset.alt, ...asset.tags].join(' '),
  duration: asset.duration,
});

export const storyOptions = (
  wishes: Pick<StoryWishes, 'media' | 'motion' | 'fade' | 'grounds' | 'trackName'>,
  text: string,
): StoryOptions => ({
  language: textLanguage(text) === 'en' ? 'en' : 'zh',
  media: wishes.media.map(storyMedia),
  grounds: wishes.grounds,
  style: storyStyle,
  trackName: wishes.trackName,
  motion: wishes.motion,
  fade: wishes.fade ? 0.4 : 0,
  newId,
});

/** The edit that a text, pictures and music come to. */
export function storyEdit(wishes: StoryWishes): StoryChange {
  const change = convertStory(
    { segments: [], frame: wishes.frame, fit: 'crop' },
    wishes.text,
    storyOptions(wishes, wishes.text),
  );
  const { music } = wishes;
  if (!music) return change;
  const sound: NonNullable<ClipEdit['sounds']>[number] = {
    id: newId(),
    source: music.id,
    at: 0,
    from: 0,
    to: Math.max(music.duration, 0.1),
    role: 'music',
    gain: -6,
    loop: true,
    fadeOut: 2,
  };
  return { ...change, edit: { ...change.edit, sounds: [sound] } };
}

/** Makes the clip and answers the address of its screen. */
export async function makeStory(wishes: StoryWishes, name: string): Promise<string> {
  const { edit } = storyEdit(wishes);
  const clip = await call('clips.create', { name, edit: writeDocument(clipFormat, edit) });
  return `/clips/${clip.id}`;
}
