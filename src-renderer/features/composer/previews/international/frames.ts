import type { ComponentType } from 'react';
import type { FrameProps } from '../frame-types.ts';
import { BlueskyPostFrame } from './bluesky.tsx';
import { FacebookFeedFrame } from './facebook.tsx';
import { InstagramFeedFrame } from './instagram.tsx';
import { LinkedinDocumentFrame, LinkedinPostFrame, LinkedinVideoFrame } from './linkedin.tsx';
import { MastodonPostFrame } from './mastodon.tsx';
import { PinFrame } from './pinterest.tsx';
import { FacebookReelFrame, InstagramReelFrame, YoutubeShortsFrame } from './reels.tsx';
import { FacebookStoryFrame, InstagramStoryFrame } from './stories.tsx';
import { ThreadsPostFrame } from './threads.tsx';
import { TiktokPhotoFrame, TiktokVideoFrame } from './tiktok.tsx';
import { XArticleFrame, XPostFrame } from './x.tsx';
import { YoutubeCommunityFrame, YoutubeVideoFrame } from './youtube.tsx';

/** Frames of the international platforms by `platform/format`. */
export const worldFrames: Readonly<Record<string, ComponentType<FrameProps>>> = {
  'facebook/feed': FacebookFeedFrame,
  'facebook/story': FacebookStoryFrame,
  'facebook/reel': FacebookReelFrame,
  'instagram/feed': InstagramFeedFrame,
  'instagram/carousel': InstagramFeedFrame,
  'instagram/story': InstagramStoryFrame,
  'instagram/reel': InstagramReelFrame,
  'x/post': XPostFrame,
  'x/article': XArticleFrame,
  'linkedin/post': LinkedinPostFrame,
  'linkedin/video': LinkedinVideoFrame,
  'linkedin/document': LinkedinDocumentFrame,
  'tiktok/video': TiktokVideoFrame,
  'tiktok/photo': TiktokPhotoFrame,
  'youtube/video': YoutubeVideoFrame,
  'youtube/shorts': YoutubeShortsFrame,
  'youtube/community': YoutubeCommunityFrame,
  'pinterest/pin': PinFrame,
  'pinterest/carousel': PinFrame,
  'pinterest/video': PinFrame,
  'threads/post': ThreadsPostFrame,
  'bluesky/post': BlueskyPostFrame,
  'mastodon/post': MastodonPostFrame,
};
