import type { ReactNode } from 'react';
import type { Block, Inline, ListBlock } from '#shared/rich/blocks.ts';
import { blocksOfMarkdown } from '#shared/rich/read-markdown.ts';
import pageStyles from './page.module.css';

function words(inlines: readonly Inline[]): ReactNode {
  return inlines.map((inline, index) => {
    const key = `${index}`;
    if (inline.kind === 'break') return <br key={key} />;
    if (inline.kind === 'link')
      return (
        <a key={key} href={inline.url} target="_blank" rel="noreferrer">
          {words(inline.runs)}
        </a>
      );
    let node: ReactNode = inline.text;
    if (inline.code) node = <code>{node}</code>;
    if (inline.bold) node = <strong>{node}</strong>;
    if (inline.italic) node = <em>{node}</em>;
    if (inline.strike) node = <s>{node}</s>;
    return <span key={key}>{node}</span>;
  });
}

function List({ list }: { list: ListBlock }) {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read has no other identity
    <li key={index} data-done={item.checked === true}>
      {item.checked !== null && <span aria-hidden>{item.checked ? '☑ ' : '☐ '}</span>}
      {words(item.inlines)}
      {item.lists.map((inner, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <List key={at} list={inner} />
      ))}
    </li>
  ));
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function shown(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{words(block.inlines)}</h3> : <h4>{words(block.inlines)}</h4>;
    case 'quote':
    case 'callout':
      return <blockquote>{words(block.inlines)}</blockquote>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list':
      return <List list={block} />;
    case 'divider':
      return <hr />;
    case 'table':
      return <p>{block.rows.map((row) => row.map((cell) => words(cell)))}</p>;
    case 'image':
      return <p>{block.alt}</p>;
    default:
      return <p>{words(block.inlines)}</p>;
  }
}

/** Markdown as it reads. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div className={pageStyles.prose}>
      {blocksOfMarkdown(text, 'file').map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read has no other identity
        <div key={index}>{shown(block)}</div>
      ))}
    </div>
  );
}
