import type { Bilingual } from '#shared/contract/failure.ts';
import type { Confidence } from '#shared/platforms/rule-pack.ts';

/** What can be done about something that would be lost, in one step. */
export type ArticleFix = 'footnotes' | 'placeholder';

interface CleanRule {
  what: Bilingual;
  why: Bilingual;
  confidence: Confidence;
  /** Key of the rule pack's sources, or `repository:path` / a page, with its date. */
  source: string;
  fix?: ArticleFix;
}

const doocs =
  'doocs/md:apps/web/src/services/export/clipboard.ts (commit 0249f74a, read 2026-11-22): what a widely used WeChat formatter rewrites before copying';

/**
 * What WeChat's editor takes out of an article or rewrites. Only the facts of the platform's own documents are
 * certain; the others are what tools for WeChat work around, or what their users report, and say so.
 */
export const cleanRules = {
  script: {
    what: { en: 'Code that would run', zh: '会执行的代码' },
    why: {
      en: 'The platform removes scripts and everything that reacts to the reader.',
      zh: '平台会删除脚本及一切响应读者操作的代码。',
    },
    confidence: 'official',
    source: 'WX_DRAFT',
  },
  'foreign-picture': {
    what: { en: 'Picture from another site', zh: '站外图片' },
    why: {
      en: 'Pictures must be uploaded to WeChat; addresses of other hosts are filtered out.',
      zh: '图片必须上传到微信，其他域名的图片地址会被过滤。',
    },
    confidence: 'official',
    source: 'WX_DRAFT',
    fix: 'placeholder',
  },
  'picture-type': {
    what: { en: 'Picture of a kind that is not taken', zh: '不支持的图片类型' },
    why: {
      en: 'Pictures of articles are BMP, PNG, JPEG or GIF.',
      zh: '图文中的图片须为 BMP、PNG、JPEG 或 GIF。',
    },
    confidence: 'official-quoted',
    source: 'WX_MAT',
    fix: 'placeholder',
  },
  'foreign-link': {
    what: { en: 'Link to another site', zh: '站外链接' },
    why: {
      en: 'Only links to articles on mp.weixin.qq.com can be tapped; of others the words stay.',
      zh: '只有指向 mp.weixin.qq.com 文章的链接可以点击，其余只保留文字。',
    },
    confidence: 'official-quoted',
    source: 'WX_MAT',
    fix: 'footnotes',
  },
  frame: {
    what: { en: 'Embedded page, form or player', zh: '嵌入的网页、表单或播放器' },
    why: {
      en: 'Other pages, form fields and players are removed; video is put in with the editor’s own button.',
      zh: '嵌入的网页、表单和播放器会被删除；视频请用编辑器自带的按钮插入。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
  stylesheet: {
    what: { en: 'Style sheet', zh: '样式表' },
    why: {
      en: 'Only styles written on the element itself stay; sheets, classes and pseudo-elements do not.',
      zh: '只保留写在元素上的样式；样式表、类和伪元素都会失效。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
  tag: {
    what: { en: 'Element that is not kept', zh: '不保留的元素' },
    why: {
      en: 'The editor keeps a small set of elements; of others only the content stays.',
      zh: '编辑器只保留少数元素，其余只留下内容。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
  block: {
    what: { en: 'Block rewritten as section', zh: '块元素改写为 section' },
    why: {
      en: 'Styles of div are lost when a draft is saved; those of section stay (reported by users).',
      zh: '据用户反馈，保存草稿时 div 的样式会丢失，section 的会保留。',
    },
    confidence: 'vendor',
    source: 'https://github.com/iniwap/AIWriteX/issues/32 (2025-09-04)',
  },
  attribute: {
    what: { en: 'Attribute', zh: '属性' },
    why: {
      en: 'Classes, ids and data of other programs do not stay on elements.',
      zh: '类名、id 和其他程序写入的属性不会保留。',
    },
    confidence: 'vendor',
    source: 'https://github.com/surmon-china/vue-quill-editor/issues/282 (2018-10-10)',
  },
  position: {
    what: { en: 'Placement over other things', zh: '定位样式' },
    why: {
      en: 'position and its distances are removed, so that nothing covers the platform’s own buttons.',
      zh: 'position 及其偏移会被删除，以免遮挡平台自己的按钮。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
  float: {
    what: { en: 'Floating or grid layout', zh: '浮动或网格布局' },
    why: {
      en: 'Float and grid do not hold in the reader’s page.',
      zh: '浮动与网格在阅读页中不可靠。',
    },
    confidence: 'remembered',
    source: '',
  },
  'negative-margin': {
    what: { en: 'Negative margin', zh: '负外边距' },
    why: {
      en: 'Negative margins are cut to nothing in most places of the reader’s page.',
      zh: '负外边距在阅读页的多数位置会被清零。',
    },
    confidence: 'remembered',
    source: '',
  },
  animation: {
    what: { en: 'Movement', zh: '动画' },
    why: {
      en: 'Animations and transitions in styles do not run: they need a style sheet.',
      zh: '样式中的动画和过渡依赖样式表，不会生效。',
    },
    confidence: 'remembered',
    source: '',
  },
  variable: {
    what: { en: 'CSS variable', zh: 'CSS 变量' },
    why: {
      en: 'Variables are not resolved in the editor; the value must be written out.',
      zh: '编辑器不会解析变量，必须写出实际的值。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
  transform: {
    what: { en: 'Shift by percent', zh: '百分比位移' },
    why: {
      en: 'Percentages inside transform are removed on saving.',
      zh: 'transform 中的百分比在保存时会被删除。',
    },
    confidence: 'remembered',
    source: '',
  },
  'foreign-background': {
    what: { en: 'Background picture of another site', zh: '站外背景图' },
    why: {
      en: 'Background pictures by address are gone after saving (reported by users).',
      zh: '据用户反馈，按地址引用的背景图保存后会丢失。',
    },
    confidence: 'vendor',
    source: 'https://github.com/doocs/md/issues/796 (2025-06-04)',
  },
  font: {
    what: { en: 'Typeface', zh: '字体' },
    why: {
      en: 'The reader’s phone chooses the typeface; saving a draft takes the chosen one out (reported by users).',
      zh: '字体由读者的手机决定；据用户反馈，保存草稿会去掉所选字体。',
    },
    confidence: 'vendor',
    source: 'https://github.com/doocs/md/issues/1144 (2025-11-15)',
  },
  spaces: {
    what: { en: 'Several spaces in a row', zh: '连续空格' },
    why: {
      en: 'Spaces in a row become one; spaces that hold (no-break) stay.',
      zh: '连续空格会合并为一个，不换行空格会保留。',
    },
    confidence: 'remembered',
    source: '',
  },
  empty: {
    what: { en: 'Empty element', zh: '空元素' },
    why: {
      en: 'Elements without words, picture or line break are removed.',
      zh: '没有文字、图片或换行的元素会被删除。',
    },
    confidence: 'tool-code',
    source: doocs,
  },
} as const satisfies Record<string, CleanRule>;

export type CleanRuleId = keyof typeof cleanRules;

/** The rule with the fields that only some have. */
export const ruleOf = (id: CleanRuleId): CleanRule => cleanRules[id];
