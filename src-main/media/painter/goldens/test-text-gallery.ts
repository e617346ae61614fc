import type { TextNode } from '#shared/design/layers/text.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { Gradient } from '#shared/design/paint.ts';
import type { DesignBody } from '#shared/design/schema.ts';

const ink = '#1d2b24';
const warm: Extract<Gradient, { kind: 'linear' }> = {
  kind: 'linear',
  angle: 0,
  stops: [
    { at: 0, colour: '#c8321f' },
    { at: 1, colour: '#2f5fb3' },
  ],
};

/** A page of one text in a box 16 px from its edges. */
function page(fields: Partial<TextNode>, width = 320, height = 200): DesignBody {
  const node: TextNode = {
    ...textDefaults,
    id: 'n',
    pageId: 'p',
    order: 'a0',
    x: 16,
    y: 16,
    width: width - 32,
    height: height - 32,
    sizing: 'fixed',
    fontSize: 32,
    colour: ink,
    ...fields,
  };
  const paper = { id: 'p', name: '', order: 'a0', background: '#f6f1e7' };
  return { width, height, pages: { p: paper }, nodes: { n: node } };
}

const poem = '静夜思\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。';

/** Designs that show one feature of text each. `asset` is what picture fills ask for. */
export function textCases(asset: string): Record<string, DesignBody> {
  return {
    'text-runs': page({
      text: '全场 5 折起\nSummer sale',
      runs: [
        { start: 3, end: 4, fontSize: 72, fontWeight: 700, colour: '#c8321f' },
        { start: 5, end: 7, highlight: '#ffe08a' },
        { start: 8, end: 14, fontFamily: 'Playfair Display', fontSize: 40 },
        { start: 15, end: 19, underline: true, letterSpacing: 4 },
      ],
    }),
    'text-emoji': page({
      text: '周末快乐 🎉👨‍👩‍👧‍👦\n1️⃣ don’t stop ❤️ 👍🏽',
      letterSpacing: 3,
      fontWeight: 700,
    }),
    'text-marks': page({ text: '他说“你好”，我说 “It’s fine, don’t worry” 。《书》（完）', fontSize: 30 }),
    'text-bullets': page({
      text: '现磨咖啡，每日两次\n手冲体验课\n会员八五折',
      fontSize: 26,
      list: 'bullet',
      paragraphSpacing: 8,
    }),
    'text-numbers': page({
      text: 'Grind the beans, not too fine\nPour slowly',
      fontFamily: 'Lora',
      fontSize: 26,
      list: 'number',
      paragraphSpacing: 8,
    }),
    'text-shrink': page({
      text: 'Extraordinarily good weekend offers',
      fontFamily: 'Anton',
      fontSize: 90,
      lineHeight: 1.1,
      overflow: 'shrink',
      capitals: true,
    }),
    'text-ellipsis': page({
      text: '这是一段很长的文字，放不进这个小小的方框里，所以最后会有省略号表示还有更多内容没有显示出来，请继续阅读。',
      fontSize: 30,
      overflow: 'ellipsis',
    }),
    'text-strokes': page({
      text: '原价 ¥199\n现价 Only ¥99',
      fontSize: 40,
      underline: true,
      runs: [{ start: 0, end: 7, strike: true, underline: false, colour: '#8a8378' }],
    }),
    'text-highlight': page({
      text: '背景高亮的\n一段标题文字',
      fontSize: 40,
      fontWeight: 700,
      colour: '#ffffff',
      align: 'center',
      lineHeight: 1.5,
      highlight: { colour: '#1f7a5c', padding: 8, radius: 12 },
    }),
    'text-outline': page({
      text: '描边 Bold 🎈',
      fontSize: 56,
      fontWeight: 700,
      colour: '#ffffff',
      outline: { colour: '#c8321f', width: 5 },
    }),
    'text-gradient': page({
      text: '渐变 Sunset 🌇\n第二行字',
      fontSize: 48,
      fontWeight: 700,
      fill: warm,
      underline: true,
    }),
    'text-picture': page({
      text: '山川',
      fontSize: 130,
      fontWeight: 700,
      lineHeight: 1.2,
      fill: { kind: 'picture', assetId: asset, fit: 'cover', focus: { x: 0.5, y: 0.5 } },
    }),
    'vertical-poem': page(
      { text: poem, writing: 'vertical', fontFamily: 'Ma Shan Zheng', fontSize: 28, lineHeight: 1.7 },
      320,
      220,
    ),
    'vertical-mixed': page(
      {
        text: '他说：“Galley 好用！”（约3分钟、12步，共2026字）……再见——《书》',
        writing: 'vertical',
        fontSize: 24,
        lineHeight: 1.6,
        underline: true,
        runs: [{ start: 4, end: 10, colour: '#c8321f' }],
      },
      320,
      220,
    ),
    'vertical-list': page({
      text: '现磨咖啡，每日两次\n手冲体验课\n会员八五折',
      writing: 'vertical',
      list: 'number',
      fontSize: 24,
      lineHeight: 1.6,
    }),
    'vertical-gradient': page({
      text: '竖排渐变，\n第2行 ABC',
      writing: 'vertical',
      fontSize: 36,
      fontWeight: 700,
      fill: { ...warm, angle: 90 },
    }),
    'arc-rainbow': page({
      text: 'CURVED TEXT 弧形文字',
      path: { kind: 'arc', bend: 45 },
      fontFamily: 'Montserrat',
      fontWeight: 700,
      fontSize: 28,
    }),
    'arc-smile': page({
      text: 'Smile, it’s Friday',
      path: { kind: 'arc', bend: -40 },
      fontFamily: 'Poppins',
      fontWeight: 600,
      fontSize: 30,
      fill: warm,
    }),
    'arc-circle': page({
      text: 'GOOD COFFEE · 好咖啡 · ',
      path: { kind: 'arc', bend: 100 },
      fontSize: 26,
      letterSpacing: 2,
    }),
    'path-wave': page({
      text: '沿着波浪 words ride the wave',
      path: { kind: 'path', d: 'M0 50C25 0 25 0 50 50S75 100 100 50', width: 100, height: 100 },
      fontFamily: 'Caveat',
      fontSize: 28,
      align: 'center',
    }),
    'text-families': page({
      text: '霞鹜文楷 Lora\nOswald 思源',
      fontFamily: 'LXGW WenKai',
      fontSize: 36,
      runs: [
        { start: 5, end: 9, fontFamily: 'Lora' },
        { start: 10, end: 16, fontFamily: 'Oswald' },
      ],
    }),
  };
}
