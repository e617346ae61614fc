import { IconBulb, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { insertCallout, insertCode } from '../blocks/insert-block.ts';
import type { EditorTools } from '../editor-actions.ts';
import type { EditorPort } from '../editor-port.ts';
import type { Language } from '#renderer/ui/words.tsx';
import type { Choice } from './choice.ts';

/** Words that a block is found by besides its name, in both languages and in pinyin. */
const search: Record<string, Record<Language, string>> = {
  'editor.paragraph': { en: 'paragraph text plain', zh: '正文 段落 zhengwen duanluo' },
  'composer.heading1': { en: 'heading title h1', zh: '一级标题 biaoti 大标题' },
  'composer.heading2': { en: 'heading subtitle h2', zh: '二级标题 biaoti' },
  'composer.heading3': { en: 'heading subtitle h3', zh: '三级标题 biaoti 小标题' },
  'composer.quote': { en: 'quote blockquote citation', zh: '引用 yinyong' },
  'editor.codeBlock': { en: 'code block program fence', zh: '代码块 daima' },
  'composer.bullets': { en: 'bulleted list unordered ul', zh: '项目符号 列表 无序 liebiao wuxu' },
  'composer.numbers': { en: 'numbered list ordered ol', zh: '编号 列表 有序 liebiao youxu' },
  'editor.checks': { en: 'checklist todo task check list', zh: '待办 清单 任务 daiban qingdan' },
  'editor.picture': { en: 'picture image photo', zh: '图片 照片 插图 tupian zhaopian' },
  'editor.table': { en: 'table grid rows columns', zh: '表格 biaoge' },
  'editor.divider': { en: 'divider line rule separator hr', zh: '分割线 分隔线 fengexian' },
  'editor.emoji': { en: 'emoji smiley', zh: '表情 biaoqing' },
  'composer.textLink': { en: 'link url address', zh: '链接 lianjie' },
};

const calloutWords = { en: 'callout box', zh: '提示框 tishikuang' };

/** Blocks and what can be inserted; snippets come behind. */
export function blockChoices(tools: EditorTools, port: EditorPort, t: (key: string) => string): Choice[] {
  const of = (action: Action, group: string): Choice => ({
    id: action.id,
    label: t(action.id),
    icon: action.icon,
    group,
    search: Object.values(search[action.id] ?? {}).join(' '),
    run: () => void action.run(),
  });
  const callout = (
    id: string,
    tone: 'note' | 'tip' | 'warning',
    icon: Action['icon'],
    words: Record<Language, string>,
  ): Choice => ({
    id: `callout.${tone}`,
    label: t(id),
    icon,
    group: t('editor.groupBlocks'),
    search: `${calloutWords.en} ${calloutWords.zh} ${words.en} ${words.zh}`,
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
    callout('editor.calloutNote', 'note', IconInfoCircle, { en: 'note info', zh: '说明 shuoming' }),
    callout('editor.calloutTip', 'tip', IconBulb, { en: 'tip hint', zh: '技巧 jiqiao' }),
    callout('editor.calloutWarning', 'warning', IconAlertTriangle, {
      en: 'warning caution',
      zh: '警告 jinggao',
    }),
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
