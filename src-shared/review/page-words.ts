import type { ReviewLanguage } from './package.ts';

const en = {
  kicker: 'For review',
  how: 'Look at each post, then approve it or ask for changes. Click a picture to comment on a place in it. When you are done, save your answer and send the file back. Nothing here needs the internet.',
  posts: 'Posts',
  unscheduled: 'Without a date',
  picture: 'Picture {number}',
  pin: 'Comment on a place in picture {number}',
  pinHint: 'Click a place, or press Enter and move the mark with the arrow keys',
  shows: 'Shows pictures {list}',
  decision: 'Your decision',
  approve: 'Approve',
  changes: 'Ask for changes',
  comment: 'Comment',
  placeholder: 'What should change, what do you like?',
  add: 'Add comment',
  onPicture: 'On picture {number}',
  unpin: 'Not on a place',
  remove: 'Remove',
  name: 'Your name',
  progress: '{done} of {all} answered',
  save: 'Save answer',
  saved: 'Saved as “{file}”. Send this file back.',
  needName: 'Please write your name first, so that your answer can be told from others.',
  nothingYet: 'Nothing is answered yet. Approve a post or write a comment first.',
  kept: 'What you write is kept in this browser until you save.',
  notKept: 'This browser keeps nothing for this page. Save your answer before you close it.',
  decided: { approved: 'Approved', changes: 'Changes wanted' },
  noScript: 'Approving and commenting needs JavaScript. The posts can be read without it.',
  file: 'answer',
};

const zh: typeof en = {
  kicker: '请审阅',
  how: '请逐篇查看，选择“通过”或“需要修改”。点击图片可在某一位置留言。完成后保存答复，并把文件发回。全程无需联网。',
  posts: '帖子',
  unscheduled: '未定日期',
  picture: '图片 {number}',
  pin: '在图片 {number} 的某一位置留言',
  pinHint: '点击某一位置；也可按回车，再用方向键移动标记',
  shows: '使用图片 {list}',
  decision: '您的决定',
  approve: '通过',
  changes: '需要修改',
  comment: '留言',
  placeholder: '哪里需要修改？哪里满意？',
  add: '添加留言',
  onPicture: '位于图片 {number}',
  unpin: '取消位置',
  remove: '移除',
  name: '您的姓名',
  progress: '已答复 {done} / {all}',
  save: '保存答复',
  saved: '已保存为“{file}”。请把此文件发回。',
  needName: '请先填写姓名，以便区分不同人的答复。',
  nothingYet: '尚未作答。请先通过某篇帖子或写下留言。',
  kept: '保存之前，填写的内容会保留在此浏览器中。',
  notKept: '此浏览器不会为本页保留内容。关闭前请先保存答复。',
  decided: { approved: '已通过', changes: '需要修改' },
  noScript: '审批和留言需要启用 JavaScript；不启用也可阅读帖子。',
  file: '答复',
};

export type PageWords = typeof en;

/** What the page itself says, in the language of its reader. */
export const pageWords: Record<ReviewLanguage, PageWords> = { en, zh };

/** Puts values into `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
