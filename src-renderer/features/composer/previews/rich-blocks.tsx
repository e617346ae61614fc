import { type ReactNode, useMemo } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Block, ImageBlock, Inline, ListBlock, TextRun } from '#shared/rich/blocks.ts';
import { blocksOf } from '#shared/rich/read.ts';
import classes from './rich-blocks.module.css';

function runNode(run: TextRun, key: number): ReactNode {
  let node: ReactNode = run.text;
  if (run.code) node = <code className={classes['code']}>{node}</code>;
  const lines = [run.underline ? 'underline' : '', run.strike ? 'line-through' : ''].join(' ').trim();
  if (!run.bold && !run.italic && lines === '') return run.code ? <span key={key}>{node}</span> : node;
  return (
    <span
      key={key}
      style={{
        fontWeight: run.bold ? 700 : undefined,
        fontStyle: run.italic ? 'italic' : undefined,
        textDecoration: lines === '' ? undefined : lines,
      }}
    >
      {node}
    </span>
  );
}

function inlineNode(inline: Inline, key: number): ReactNode {
  if (inline.kind === 'break') return <br key={key} />;
  if (inline.kind === 'text') return runNode(inline, key);
  return (
    <span key={key} className={classes['link']}>
      {inline.runs.map(runNode)}
    </span>
  );
}

function listNode(list: ListBlock, key: number): ReactNode {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items of a written text have no identity
    <li key={index} data-checked={item.checked ?? undefined}>
      {item.checked !== null && <span aria-hidden>{item.checked ? '☑ ' : '☐ '}</span>}
      {item.inlines.map(inlineNode)}
      {item.lists.map(listNode)}
    </li>
  ));
  if (list.ordered) {
    return (
      <ol key={key} start={list.start}>
        {items}
      </ol>
    );
  }
  return (
    <ul key={key} className={list.items[0]?.checked === null ? undefined : classes['checks']}>
      {items}
    </ul>
  );
}

/** A picture of the library, or the place of one that is only known by an address, which nothing asks. */
function imageNode(image: ImageBlock, key: number): ReactNode {
  return (
    <figure key={key} className={classes['figure']} data-width={image.width}>
      {image.assetId === null ? (
        <span className={classes['missing']}>{image.alt || image.url}</span>
      ) : (
        <img src={mediaUrl(`picture/${image.assetId}`)} alt={image.alt} decoding="async" />
      )}
      {image.caption !== '' && <figcaption>{image.caption}</figcaption>}
    </figure>
  );
}

function tableNode(table: Extract<Block, { kind: 'table' }>, key: number): ReactNode {
  return (
    <div key={key} className={classes['tableFrame']}>
      <table>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a written text have no identity
            <tr key={index}>
              {row.map((cell, at) => {
                const Cell = table.header && index === 0 ? 'th' : 'td';
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a written text have no identity
                return <Cell key={at}>{cell.map(inlineNode)}</Cell>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headings = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

function blockNode(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case 'paragraph': {
      const style = block.align === 'start' ? undefined : { textAlign: block.align };
      return (
        <p key={key} style={style}>
          {block.inlines.length > 0 ? block.inlines.map(inlineNode) : <br />}
        </p>
      );
    }
    case 'heading': {
      const Heading = headings[block.level];
      const style = block.align === 'start' ? undefined : { textAlign: block.align };
      return (
        <Heading key={key} style={style}>
          {block.inlines.map(inlineNode)}
        </Heading>
      );
    }
    case 'quote':
      return <blockquote key={key}>{block.inlines.map(inlineNode)}</blockquote>;
    case 'callout':
      return (
        <div key={key} className={classes['callout']} data-tone={block.tone}>
          {block.inlines.map(inlineNode)}
        </div>
      );
    case 'code':
      return (
        <pre key={key} className={classes['codeBlock']}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return listNode(block, key);
    case 'table':
      return tableNode(block, key);
    case 'image':
      return imageNode(block, key);
    case 'divider':
      return <hr key={key} className={classes['divider']} />;
  }
}

/** The written text with everything the editor can hold, as an article page sets it. */
export function RichBlocks({ document, markdown }: { document: unknown; markdown: string }) {
  const blocks = useMemo(() => blocksOf(document, markdown), [document, markdown]);
  return blocks.map(blockNode);
}
