import type { ElementTransformer } from '@lexical/markdown';
import {
  $createHorizontalRuleNode,
  $isHorizontalRuleNode,
  HorizontalRuleNode,
} from '@lexical/react/LexicalHorizontalRuleNode';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $createLineBreakNode, type ElementNode, type LexicalNode } from 'lexical';
import { calloutTones } from '#shared/rich/blocks.ts';
import { $createCalloutNode, $isCalloutNode, CalloutNode } from '../nodes/callout-node.ts';

export const DIVIDER: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  regExp: /^(?:---|\*\*\*|___)\s?$/,
  triggerOnEnter: true,
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  replace: (parent, _children, _match, isImport) => {
    const rule = $createHorizontalRuleNode();
    if (isImport || parent.getNextSibling() !== null) parent.replace(rule);
    else parent.insertBefore(rule);
    if (!isImport) rule.selectNext();
  },
};

function quoted(text: string): string {
  return text
    .split('\n')
    .map((part) => `> ${part}`)
    .join('\n');
}

/** True where the line went on with the block above instead of starting one. */
function joined(parent: ElementNode, children: LexicalNode[]): boolean {
  const before = parent.getPreviousSibling();
  if (!$isQuoteNode(before) && !$isCalloutNode(before)) return false;
  before.append($createLineBreakNode(), ...children);
  parent.remove();
  return true;
}

/** `> [!NOTE] words`, further lines as in a quote. */
export const CALLOUT: ElementTransformer = {
  type: 'element',
  dependencies: [CalloutNode],
  regExp: /^>\s?\[!(NOTE|TIP|WARNING)\](?:\s|$)/i,
  export: (node, exportChildren) =>
    $isCalloutNode(node) ? quoted(`[!${node.getTone().toUpperCase()}] ${exportChildren(node)}`) : null,
  replace: (parent, children, match, isImport) => {
    const tone = calloutTones.find((each) => each === match[1]?.toLowerCase()) ?? 'note';
    const callout = $createCalloutNode(tone);
    callout.append(...children);
    parent.replace(callout);
    if (!isImport) callout.select(0, 0);
  },
};

/** As Lexical's own, but a line below a callout goes on with the callout. */
export const QUOTE: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  regExp: /^>\s/,
  triggerOnEnter: true,
  export: (node, exportChildren) => ($isQuoteNode(node) ? quoted(exportChildren(node)) : null),
  replace: (parent, children, _match, isImport) => {
    if (isImport && joined(parent, children)) return;
    const quote = $createQuoteNode();
    quote.append(...children);
    parent.replace(quote);
    if (!isImport) quote.select(0, 0);
  },
};
