import { IconBulb, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { insertCallout, insertCode } from '../blocks/insert-block.ts';
import type { EditorTools } from '../editor-actions.ts';
import type { EditorPort } from '../editor-port.ts';
import type { Choice } from './choice.ts';

/** Words that a block is found by besides its name, in both languages and in pinyin. */
const search: Record<string, string> = {
  'editor.paragraph': 'paragraph text plain 正文 段落 zhengwen duanluo',
  'composer.heading1': 'heading title h1 一级标题 biaoti 大标题',
  'composer.heading2': 'heading subtitle h2 二级标题 biaoti',
  'composer.heading3': 'heading subtitle h3 三级标题 biaoti 小标题',
  'composer.quote': 'quote blockquote citation 引用 yinyong',
  'editor.codeBlock': 'code block program fence 代码块 daima',
  'composer.bullets': 'bulleted list unordered ul 项目符号 列表 无序 liebiao wuxu',
  'composer.numbers': 'numbered list ordered ol 编号 列表 有序 liebiao youxu',
  'editor.checks': 'checklist todo task check list 待办 清单 任务 daiban qingdan',
  'editor.picture': 'picture image photo 图片 照片 插图 tupian zhaopian',
  'editor.table': 'table grid rows columns 表格 biaoge',
  'editor.divider': 'divider line rule separator hr 分割线 分隔线 fengexian',
  'editor.emoji': 'emoji smiley 表情 biaoqing',
  'composer.textLink': 'link url address 链接 lianjie',
};

/** Blocks and what can be inserted; snippets come behind. */
export function blockChoices(tools: EditorTools, port: EditorPort, t: (key: string) => string): Choice[] {
  const of = (action: Action, group: string): Choice => ({
    id: action.id,
    label: t(action.id),
    icon: action.icon,
    group,
    search: search[action.id] ?? '',
    run: () => void action.run(),
  });
  const callout = (
    id: string,
    tone: 'note' | 'tip' | 'warning',
    icon: Action['icon'],
    words: string,
  ): Choice => ({
    id: `callout.${tone}`,
    label: t(id),
    icon,
    group: t('editor.groupBlocks'),
    search: `callout box 提示框 tishikuang ${words}`,
    run: () => {
      const editor = port.now();
      if (editor) insertCallout(editor, tone);
    },
  });
  const blocks = t('editor.groupBlocks');
  const insert = t('editor.groupInsert');
  return [
    ...tools.kinds
      .filter(({ action }) => action.id !== 'editor.callout' && action.id !== 'editor.codeBlock')
      .map(({ action }) => of(action, blocks)),
    ...tools.lists.map(({ action }) => of(action, blocks)),
    callout('editor.calloutNote', 'note', IconInfoCircle, 'note info 说明 shuoming'),
    callout('editor.calloutTip', 'tip', IconBulb, 'tip hint 技巧 jiqiao'),
    callout('editor.calloutWarning', 'warning', IconAlertTriangle, 'warning caution 警告 jinggao'),
    {
      ...of(
        tools.kinds.find(({ action }) => action.id === 'editor.codeBlock')?.action ?? tools.find.action,
        blocks,
      ),
      run: () => {
        const editor = port.now();
        if (editor) insertCode(editor);
      },
    },
    of(tools.picture.action, insert),
    of(tools.table.action, insert),
    of(tools.divider.action, insert),
    of(tools.emoji.action, insert),
    of(tools.link.action, insert),
  ];
}
