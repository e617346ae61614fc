import { call } from '#renderer/bridge/client.ts';
import { designFormat, emptyDesign } from '#shared/design/document.ts';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { clockLength, countdownSteps } from '#shared/plan/run-of-show.ts';

/** Pixels of a stream's picture. */
export const streamSizes = { wide: [1920, 1080], tall: [1080, 1920] } as const;
export type StreamSize = keyof typeof streamSizes;

const ink = '#18202d';
const paper = '#fbf9f5';
const mark = '#f26a4d';

/** Pages that count down, the numbers large, `words` beneath. */
export function countdownDesign(
  base: DesignBody,
  minutes: number,
  words: { above: string; below: string },
): DesignBody {
  const { width, height } = base;
  const steps = countdownSteps(minutes);
  const orders = ordersBetween(null, null, steps.length);
  const big = Math.round(Math.min(width * 0.26, height * 0.38));
  const small = Math.round(Math.min(width, height) * 0.052);
  const body: DesignBody = { ...base, pages: {}, nodes: {} };
  const layers = ordersBetween(null, null, 3);
  for (const [index, seconds] of steps.entries()) {
    const pageId = `page-${index + 1}`;
    const time = clockLength(seconds);
    body.pages[pageId] = { id: pageId, name: time, order: orders[index] ?? '', background: ink };
    const add = (part: string, at: number, node: Partial<TextNode>): void => {
      const id = `${pageId}-${part}`;
      const shared = { x: width * 0.08, width: width * 0.84, align: 'center', sizing: 'fixed' } as const;
      body.nodes[id] = {
        ...textDefaults,
        ...shared,
        ...node,
        id,
        pageId,
        name: node.text ?? '',
        order: layers[at] ?? '',
      } as TextNode;
    };
    const middle = height / 2;
    add('above', 0, {
      text: words.above,
      y: middle - big * 0.62 - small * 2.4,
      height: small * 2,
      fontSize: small,
      fontWeight: 500,
      colour: mark,
      verticalAlign: 'bottom',
      overflow: 'ellipsis',
    });
    add('time', 1, {
      text: time,
      y: middle - big * 0.6,
      height: big * 1.2,
      fontSize: big,
      lineHeight: 1.1,
      fontWeight: 700,
      colour: paper,
      verticalAlign: 'middle',
      overflow: 'shrink',
    });
    add('below', 2, {
      text: words.below,
      y: middle + big * 0.62 + small * 0.4,
      height: small * 2,
      fontSize: small,
      colour: paper,
      overflow: 'ellipsis',
    });
  }
  return body;
}

/** Makes a countdown as a design of the workspace; answers its id. */
export async function makeCountdown(
  name: string,
  minutes: number,
  size: StreamSize,
  words: { above: string; below: string },
): Promise<string> {
  const [width, height] = streamSizes[size];
  const made = await call('designs.create', { name, width, height });
  const { body } = readDocument(designFormat, made.document);
  const start = { ...emptyDesign(width, height, 'page-1'), ...body };
  const document = writeDocument(designFormat, countdownDesign(start, minutes, words));
  await call('designs.save', { id: made.id, revision: made.revision, document });
  return made.id;
}
