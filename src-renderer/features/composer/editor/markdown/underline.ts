import type { TextMatchTransformer } from '@lexical/markdown';

/** `<u>words</u>`: Markdown has no mark of its own for it. */
export const UNDERLINE: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [],
  importRegExp: /<u>(.*?)<\/u>/,
  regExp: /<u>([^<]+)<\/u>$/,
  trigger: '>',
  replace: (node, match) => {
    node.setTextContent(match[1] ?? '');
    if (!node.hasFormat('underline')) node.toggleFormat('underline');
    return node;
  },
};
