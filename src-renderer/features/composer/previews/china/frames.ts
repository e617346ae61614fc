import type { ComponentType } from 'react';
import type { FrameProps } from '../frame-types.ts';
import { BilibiliFrame } from './bilibili.tsx';
import { MomentsFrame } from './moments.tsx';
import { DouyinArticleFrame, ToutiaoFrame, ZhihuFrame } from './reading.tsx';
import { ChannelsFrame, DouyinFrame, KuaishouFrame } from './shorts.tsx';
import './tones.css';
import { WechatArticleFrame, WechatImageFrame } from './wechat-article.tsx';
import { WeiboFrame } from './weibo.tsx';
import { XiaohongshuFrame } from './xiaohongshu.tsx';

/** The frames of the Chinese platforms by `platform/format`. */
export const chinaFrames: Record<string, ComponentType<FrameProps>> = {
  'bilibili/video': BilibiliFrame,
  'douyin/article': DouyinArticleFrame,
  'douyin/image': DouyinFrame,
  'douyin/video': DouyinFrame,
  'kuaishou/image': KuaishouFrame,
  'kuaishou/video': KuaishouFrame,
  'toutiao/article': ToutiaoFrame,
  'wechat-article/article': WechatArticleFrame,
  'wechat-article/image-message': WechatImageFrame,
  'wechat-channels/image': ChannelsFrame,
  'wechat-channels/video': ChannelsFrame,
  'wechat-moments/post': MomentsFrame,
  'weibo/post': WeiboFrame,
  'weibo/video': WeiboFrame,
  'xiaohongshu/image': XiaohongshuFrame,
  'xiaohongshu/video': XiaohongshuFrame,
  'zhihu/article': ZhihuFrame,
};
