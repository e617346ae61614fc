import type { Bilingual } from '#shared/contract/failure.ts';
import type { CaptionStyle } from '../edit/captions.ts';

/** A look of captions that can be chosen by name. */
interface CaptionPreset {
  id: string;
  name: Bilingual;
  style: CaptionStyle;
}

const plain: CaptionStyle = {
  fontFamily: 'token:body',
  fontWeight: 700,
  size: 5,
  colour: '#ffffff',
  outline: { colour: '#000000', width: 0.35 },
  shadow: false,
  box: null,
  highlight: 'none',
  highlightColour: '#ffd400',
  capitals: false,
  position: 1,
  width: 86,
  align: 'center',
  lines: 2,
};

/** The look that a new track has. */
export const defaultCaptionStyle: CaptionStyle = plain;

/** Looks built from the bundled families and the brand's tokens, in the order in which they are offered. */
export const captionPresets: readonly CaptionPreset[] = [
  { id: 'clean', name: { en: 'Clean', zh: '简洁' }, style: plain },
  {
    id: 'box',
    name: { en: 'Box', zh: '底框' },
    style: {
      ...plain,
      fontWeight: 400,
      size: 4.6,
      outline: null,
      box: { colour: '#000000b8', padding: 0.9, radius: 0.8 },
    },
  },
  {
    id: 'bold-outline',
    name: { en: 'Bold outline', zh: '粗描边' },
    style: {
      ...plain,
      fontFamily: 'Montserrat',
      size: 6.2,
      outline: { colour: '#000000', width: 0.8 },
      shadow: true,
      position: 0.86,
    },
  },
  {
    id: 'karaoke',
    name: { en: 'Karaoke yellow', zh: '卡拉OK黄' },
    style: {
      ...plain,
      size: 5.8,
      outline: { colour: '#101010', width: 0.6 },
      highlight: 'past',
      highlightColour: '#ffd400',
    },
  },
  {
    id: 'word-box',
    name: { en: 'Word box', zh: '逐字底色' },
    style: {
      ...plain,
      fontFamily: 'Poppins',
      fontWeight: 600,
      size: 6.4,
      outline: { colour: '#000000', width: 0.45 },
      highlight: 'box',
      highlightColour: '#e5484d',
      position: 0.72,
      width: 80,
    },
  },
  {
    id: 'pop',
    name: { en: 'Loud', zh: '大字高亮' },
    style: {
      ...plain,
      fontFamily: 'Anton',
      fontWeight: 400,
      size: 7.6,
      outline: { colour: '#000000', width: 0.7 },
      shadow: true,
      highlight: 'colour',
      highlightColour: '#3df57b',
      capitals: true,
      position: 0.66,
      width: 78,
    },
  },
  {
    id: 'news',
    name: { en: 'Lower news', zh: '新闻字幕条' },
    style: {
      ...plain,
      fontFamily: 'Noto Sans SC',
      size: 4.4,
      outline: null,
      box: { colour: '#0b2a5be6', padding: 1.1, radius: 0 },
      position: 1,
      width: 96,
      align: 'left',
    },
  },
  {
    id: 'chinese-bold',
    name: { en: 'Chinese bold', zh: '抖音粗体' },
    style: {
      ...plain,
      fontFamily: 'Noto Sans SC',
      size: 6.4,
      outline: { colour: '#000000', width: 0.75 },
      highlight: 'colour',
      highlightColour: '#ffe100',
      position: 0.8,
      width: 84,
    },
  },
  {
    id: 'channels',
    name: { en: 'WeChat Channels', zh: '视频号' },
    style: {
      ...plain,
      fontFamily: 'Noto Sans SC',
      size: 5.4,
      colour: '#ffe58f',
      outline: { colour: '#3a2400', width: 0.5 },
      shadow: true,
      position: 0.9,
    },
  },
  {
    id: 'playful',
    name: { en: 'Playful', zh: '快乐体' },
    style: {
      ...plain,
      fontFamily: 'ZCOOL KuaiLe',
      fontWeight: 400,
      size: 6.4,
      outline: { colour: '#d6336c', width: 0.7 },
      highlight: 'colour',
      highlightColour: '#fff27a',
    },
  },
  {
    id: 'serif',
    name: { en: 'Elegant serif', zh: '典雅宋体' },
    style: {
      ...plain,
      fontFamily: 'Noto Serif SC',
      size: 4.8,
      colour: '#fbf6ea',
      outline: null,
      shadow: true,
      position: 0.96,
    },
  },
  {
    id: 'playfair',
    name: { en: 'Cinema', zh: '电影' },
    style: {
      ...plain,
      fontFamily: 'Playfair Display',
      fontWeight: 400,
      size: 4.8,
      colour: '#f7f1dc',
      outline: { colour: '#000000', width: 0.18 },
      shadow: true,
    },
  },
  {
    id: 'typewriter',
    name: { en: 'Typewriter', zh: '打字机' },
    style: {
      ...plain,
      fontFamily: 'JetBrains Mono',
      fontWeight: 400,
      size: 4.2,
      colour: '#1b1b1b',
      outline: null,
      box: { colour: '#f6f1e7', padding: 0.9, radius: 0.2 },
      align: 'left',
    },
  },
  {
    id: 'handwritten',
    name: { en: 'Handwritten', zh: '文楷手写' },
    style: {
      ...plain,
      fontFamily: 'LXGW WenKai',
      fontWeight: 500,
      size: 5.6,
      outline: { colour: '#20303a', width: 0.35 },
      shadow: true,
    },
  },
  {
    id: 'neon',
    name: { en: 'Neon', zh: '霓虹' },
    style: {
      ...plain,
      fontFamily: 'Oswald',
      fontWeight: 500,
      size: 6.2,
      colour: '#eafcff',
      outline: { colour: '#00a7c7', width: 0.5 },
      shadow: true,
      highlight: 'colour',
      highlightColour: '#ff5cf4',
      capitals: true,
    },
  },
  {
    id: 'minimal',
    name: { en: 'Minimal', zh: '极简' },
    style: {
      ...plain,
      fontFamily: 'Inter',
      fontWeight: 400,
      size: 3.6,
      outline: null,
      shadow: true,
      width: 70,
    },
  },
  {
    id: 'top',
    name: { en: 'On top', zh: '顶部' },
    style: {
      ...plain,
      size: 4.6,
      outline: null,
      box: { colour: '#000000a6', padding: 0.8, radius: 1.6 },
      position: 0,
    },
  },
  {
    id: 'brand',
    name: { en: 'Brand', zh: '品牌' },
    style: {
      ...plain,
      fontFamily: 'token:heading',
      size: 5.2,
      colour: 'token:paper',
      outline: null,
      box: { colour: 'token:ink', padding: 0.9, radius: 0.6 },
      highlight: 'colour',
      highlightColour: 'token:accent',
    },
  },
];

/** Second languages stand smaller below the first. */
export function secondaryStyle(style: CaptionStyle): CaptionStyle {
  return { ...style, size: Math.max(1, Math.round(style.size * 7) / 10), fontWeight: 400, highlight: 'none' };
}
