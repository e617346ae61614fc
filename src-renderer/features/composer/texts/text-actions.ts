import {
  IconFileExport,
  IconFileImport,
  IconFileTypeHtml,
  IconHtml,
  IconMarkdown,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { downloadText } from '#renderer/ui/download.ts';
import { notify } from '#renderer/ui/notify.tsx';
import type { Words } from '#renderer/ui/words.tsx';
import type { Block } from '#shared/rich/blocks.ts';
import { markdownOf } from '#shared/rich/to-markdown.ts';
import { htmlOf } from '#shared/rich/to-html.ts';
import { copyForms, fileName, htmlPage } from './text-files.ts';

/** The text that is on the screen. */
export interface OpenText {
  blocks(): Block[];
  title(): string;
}

/** Markdown and HTML in and out of the text on the screen. */
export function textActions(
  text: OpenText,
  openImport: () => void,
  { t, locale }: Pick<Words, 't' | 'locale'>,
): Action[] {
  const name = (): string => fileName(text.title(), t('texts.untitled'));
  return [
    { id: 'texts.import', icon: IconFileImport, run: openImport },
    {
      id: 'texts.copyMarkdown',
      icon: IconMarkdown,
      run: () => {
        copyForms({ 'text/plain': markdownOf(text.blocks(), 'file') });
        notify(t('texts.copiedMarkdown'));
      },
    },
    {
      id: 'texts.copyHtml',
      icon: IconHtml,
      run: () => {
        const blocks = text.blocks();
        // Both, so that it pastes as rich text where that is taken and as readable words elsewhere.
        copyForms({ 'text/html': htmlOf(blocks), 'text/plain': markdownOf(blocks, 'file') });
        notify(t('texts.copiedHtml'));
      },
    },
    {
      id: 'texts.saveMarkdown',
      icon: IconFileExport,
      run: () =>
        downloadText(`${name()}.md`, markdownOf(text.blocks(), 'file'), 'text/markdown;charset=utf-8'),
    },
    {
      id: 'texts.saveHtml',
      icon: IconFileTypeHtml,
      run: async () => {
        const page = await htmlPage(text.title() || t('texts.untitled'), text.blocks(), locale);
        downloadText(`${name()}.html`, page, 'text/html;charset=utf-8');
      },
    },
  ];
}
