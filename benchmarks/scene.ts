import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { Picture } from '#shared/design/draw/environment.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** Page of the reference scene. */
export const pageId = 'page';

const sentences = [
  '秋天的窗边，一杯手冲咖啡，慢慢地等它凉下来。',
  'Slow mornings: grind, bloom, pour and wait.',
  '限时 3 天｜满 199 减 50，新品首发 First Light 系列。',
  'Five small things we learned while moving the studio 搬家的五件小事',
];

/** The reference scene: 10 pictures, 20 texts and 30 shapes on 1080 × 1350. Pictures are the assets `photo-0` to `photo-9`. */
export function referenceScene(): DesignBody {
  const nodes: Record<string, DesignNode> = {};
  const add = (node: object): void => {
    const number = Object.keys(nodes).length;
    const id = `node-${number}`;
    const order = `a${String(number).padStart(3, '0')}`;
    nodes[id] = { ...node, id, pageId, order, name: id } as DesignNode;
  };
  for (let at = 0; at < 10; at += 1) {
    const place = { x: 40 + (at % 3) * 340, y: 40 + Math.floor(at / 3) * 320, width: 320, height: 300 };
    const whole = { x: 0, y: 0, width: 1080, height: 1350 };
    add({
      ...imageDefaults,
      ...(at === 0 ? whole : place),
      assetId: `photo-${at}`,
      radius: at === 0 ? 0 : 24,
    });
  }
  for (let at = 0; at < 30; at += 1) {
    const defaults = at % 2 === 0 ? rectangleDefaults : ellipseDefaults;
    const place = {
      x: (at * 173) % 980,
      y: (at * 269) % 1240,
      width: 90 + (at % 5) * 40,
      height: 60 + (at % 7) * 20,
    };
    add({ ...defaults, ...place, opacity: 0.35 + (at % 4) * 0.15, rotation: at % 3 === 0 ? at * 5 : 0 });
  }
  for (let at = 0; at < 20; at += 1) {
    const place = { x: 60 + (at % 2) * 500, y: 50 + at * 64, width: 440, height: 120 };
    const type = { fontSize: 24 + (at % 4) * 8, fontWeight: at % 3 === 0 ? 700 : 400 };
    add({
      ...textDefaults,
      ...place,
      ...type,
      text: sentences[at % 4] ?? '',
      sizing: 'auto-height',
      colour: '#1c1b19',
    });
  }
  return {
    width: 1080,
    height: 1350,
    pages: { [pageId]: { id: pageId, name: '', order: 'a0', background: '#f6f1e7' } },
    nodes,
  };
}

/** One step of a drawing: a property that is set, or a method that is called. */
export type Step = { set: string; value: unknown } | { call: string; values: unknown[] };

/** A picture in a recording, to be replaced by a bitmap when it is played. */
export class PictureMark {
  readonly nodeId: string;

  constructor(nodeId: string) {
    this.nodeId = nodeId;
  }
}

/** Every property and method that drawing the page uses on its context, in order. */
export function recordSteps(body: DesignBody, pictureOf: (nodeId: string) => Omit<Picture, 'image'>): Step[] {
  const steps: Step[] = [];
  const context = new Proxy({} as Canvas2D, {
    get:
      (_, name) =>
      (...values: unknown[]) => {
        steps.push({ call: String(name), values });
      },
    set: (_, name, value: unknown) => {
      steps.push({ set: String(name), value });
      return true;
    },
  });
  const picture = (_assetId: string, nodeId: string): Picture => ({
    ...pictureOf(nodeId),
    image: new PictureMark(nodeId),
  });
  drawPage(context, body, pageId, {
    tokens: {},
    picture,
    scale: () => 1,
    surface: () => {
      throw new Error('This scene has no effects.');
    },
  });
  return steps;
}
