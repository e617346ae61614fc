import { IS_BOLD, IS_ITALIC, IS_STRIKETHROUGH, IS_UNDERLINE } from 'lexical';
import { type ReactNode, useMemo } from 'react';
import { blocksOf, type RichNode } from '../editor/rich-text.ts';
import classes from './articles.module.css';

function childrenOf(node: RichNode): RichNode[] {
  return Array.isArray(node['children']) ? (node['children'] as RichNode[]) : [];
}

function inline(node: RichNode, key: number): ReactNode {
  if (node.type === 'linebreak') return <br key={key} />;
  if (node.type === 'link' || node.type === 'autolink') {
    return (
      <span key={key} className={classes['link']}>
        {childrenOf(node).map(inline)}
      </span>
    );
  }
  const text = typeof node['text'] === 'string' ? node['text'] : '';
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  const lines = [format & IS_UNDERLINE ? 'underline' : '', format & IS_STRIKETHROUGH ? 'line-through' : ''];
  if (format === 0) return text;
  return (
    <span
      key={key}
      style={{
        fontWeight: format & IS_BOLD ? 700 : undefined,
        fontStyle: format & IS_ITALIC ? 'italic' : undefined,
        textDecoration: lines.join(' ').trim() || undefined,
      }}
    >
      {text}
    </span>
  );
}

function listItems(node: RichNode): ReactNode[] {
  return childrenOf(node).map((item, index) => {
    const nested = childrenOf(item);
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a stored text have no identity
    return (
      <li key={index}>
        {nested.map((child, at) => (child.type === 'list' ? block(child, at) : inline(child, at)))}
      </li>
    );
  });
}

function block(node: RichNode, key: number): ReactNode {
  const inside = childrenOf(node).map(inline);
  if (node.type === 'heading') {
    const tag = node['tag'];
    if (tag === 'h1') return <h2 key={key}>{inside}</h2>;
    return tag === 'h2' ? <h3 key={key}>{inside}</h3> : <h4 key={key}>{inside}</h4>;
  }
  if (node.type === 'quote') return <blockquote key={key}>{inside}</blockquote>;
  if (node.type === 'list') {
    return node['listType'] === 'number' ? (
      <ol key={key}>{listItems(node)}</ol>
    ) : (
      <ul key={key}>{listItems(node)}</ul>
    );
  }
  return <p key={key}>{inside.length > 0 ? inside : <br />}</p>;
}

/** The written text with its headings, lists and marks, as an article page sets it. */
export function RichBlocks({ document, markdown }: { document: unknown; markdown: string }) {
  const blocks = useMemo(() => blocksOf(document, markdown), [document, markdown]);
  return blocks.map(block);
}
