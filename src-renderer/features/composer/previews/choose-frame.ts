import type { ComponentType } from 'react';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { ArticleFrame, WechatArticleFrame, XiaohongshuFrame } from './articles.tsx';
import { FeedFrame, InstagramFeedFrame, MomentsFrame, WeiboPostFrame, XPostFrame } from './feeds.tsx';
import type { FrameProps } from './frame-types.ts';
import { StoryFrame, VerticalVideoFrame } from './vertical.tsx';

const own: Record<string, ComponentType<FrameProps>> = {
  'instagram/feed': InstagramFeedFrame,
  'instagram/carousel': InstagramFeedFrame,
  'instagram/story': StoryFrame,
  'facebook/story': StoryFrame,
  'x/post': XPostFrame,
  'bluesky/post': XPostFrame,
  'threads/post': XPostFrame,
  'mastodon/post': XPostFrame,
  'weibo/post': WeiboPostFrame,
  'wechat-moments/post': MomentsFrame,
  'wechat-article/article': WechatArticleFrame,
  'xiaohongshu/image': XiaohongshuFrame,
  'xiaohongshu/video': XiaohongshuFrame,
};

/** Formats whose videos lie flat in a feed instead of filling the phone. */
const flatVideos = new Set([
  'bilibili/video',
  'youtube/video',
  'linkedin/video',
  'weibo/video',
  'pinterest/video',
]);

/** The platform's own frame, else the usual one of the kind. */
export function frameOf(profile: FormatProfile): ComponentType<FrameProps> {
  const found = own[profile.id];
  if (found) return found;
  if (profile.kind === 'article') return ArticleFrame;
  return profile.kind === 'video' && !flatVideos.has(profile.id) ? VerticalVideoFrame : FeedFrame;
}

const chinese = new Set([
  'wechat-article',
  'wechat-channels',
  'wechat-moments',
  'weibo',
  'douyin',
  'kuaishou',
  'xiaohongshu',
  'bilibili',
  'zhihu',
  'toutiao',
]);

/** The language that the platform itself speaks to most of its users. */
export function languageOf(profile: FormatProfile): 'zh' | 'en' {
  return chinese.has(profile.platformId) ? 'zh' : 'en';
}
