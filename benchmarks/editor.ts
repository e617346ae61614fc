import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { designFormat } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { startStudio } from '../e2e/drivers/studio.ts';
import { type Drag, percentile, prepare } from './editor-page.ts';
import { crowdedScene, draggedId, pictureCount, softShadow } from './editor-scene.ts';
import { inChromium, studioIn } from './ground.ts';
import { compare, type Line, type Timing } from './measure.ts';

const pairs = 5;
/** Drags take fabric.js seconds each: fewer of them, and fewer of its frames. */
const dragPairs = 3;
const frames = { ours: 60, peer: 30 };
const firstFrames = { ours: 10, peer: 3 };
const viewport = { width: 1440, height: 900 };

interface Ground {
  workspace: string;
  designId: string;
  body: DesignBody;
  /** In the order in which the layers show them. */
  pictures: Buffer[];
}

async function makeDesign(folder: string, say: (line: string) => void): Promise<Ground> {
  say('editor: making a design of 1,000 layers');
  const workspace = join(folder, 'Bench');
  const studio = await studioIn(folder);
  await studio.call('workspace.create', { path: workspace, name: 'Bench', zone: 'UTC' });
  const files = Array.from({ length: pictureCount }, (_, at) => join(folder, `picture-${at}.jpg`));
  for (const [at, file] of files.entries()) {
    const noise = { type: 'gaussian' as const, mean: 90 + at * 2, sigma: 40 };
    await sharp({ create: { width: 640, height: 480, channels: 3, background: '#000000', noise } })
      .jpeg()
      .toFile(file);
  }
  const sources = files.map((path) => ({ kind: 'path' as const, path }));
  const { jobId } = await studio.call('assets.import', { sources });
  await studio.jobs.finished(jobId);
  const assetIds = (await studio.call('assets.list', { limit: pictureCount })).items.map(({ id }) => id);
  if (assetIds.length !== pictureCount) throw new Error('The pictures are not all in the library.');
  const design = await studio.call('designs.create', { name: 'Crowded', width: 2000, height: 1300 });
  const body = crowdedScene(assetIds);
  const document = writeDocument(designFormat, body, {});
  await studio.call('designs.save', { id: design.id, revision: design.revision, document });
  await studio.close();
  return {
    workspace,
    designId: design.id,
    body,
    pictures: await Promise.all(files.map((file) => readFile(file))),
  };
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await prepare(page);
  return page;
}

/** Milliseconds from asking for the design until it is painted and can be clicked. */
async function openOurs(page: Page, designId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const begin = performance.now();
    location.hash = `#/designs/${id}`;
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    while (!document.querySelector('[data-paper]')) await frame();
    // The scene's own frame, and the one that shows it.
    await frame();
    await frame();
    window.flushCanvases();
    return performance.now() - begin;
  }, designId);
}

/** The same layers in fabric.js, in a canvas as large as ours, with its caches on as they are by default. */
async function openPeer(
  page: Page,
  { body, pictures }: Ground,
  script: string,
  scale: number,
): Promise<number> {
  await page.setContent('<body style="margin:0"><canvas id="peer"></canvas></body>');
  await page.addScriptTag({ content: script });
  return page.evaluate(
    async ({ nodes, sources, zoom, width, height, shadow }) => {
      interface FabricObject {
        set(values: object): void;
      }
      interface FabricCanvas {
        add(...objects: FabricObject[]): void;
        renderAll(): void;
        setZoom(zoom: number): void;
      }
      type Make = new (...values: unknown[]) => FabricObject;
      const { fabric } = window as unknown as {
        fabric: {
          Canvas: new (id: string, options: object) => FabricCanvas;
          Rect: Make;
          Ellipse: Make;
          Textbox: Make;
          FabricImage: Make;
          Shadow: Make;
        };
      };
      // Decoded before, as ours are after the first opening.
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image;
        }),
      );
      let shown = 0;
      const begin = performance.now();
      const options = { width, height, backgroundColor: '#f6f1e7', renderOnAddRemove: false };
      const canvas = new fabric.Canvas('peer', options);
      canvas.setZoom(zoom);
      const objects = nodes.map((node): FabricObject => {
        const place = { left: node.x, top: node.y, originX: 'left', originY: 'top' };
        const fill = 'fill' in node && typeof node.fill === 'string' ? node.fill : '#000000';
        if (node.type === 'text')
          return new fabric.Textbox(node.text, {
            ...place,
            width: node.width,
            fontSize: 12,
            fill: '#1c1b19',
          });
        if (node.type === 'ellipse') {
          const soft = new fabric.Shadow({ ...shadow, offsetX: shadow.x, offsetY: shadow.y });
          const more = node.shadow ? { shadow: soft } : {};
          return new fabric.Ellipse({ ...place, ...more, rx: node.width / 2, ry: node.height / 2, fill });
        }
        if (node.type === 'image') {
          const made = new fabric.FabricImage(images[shown], place);
          shown += 1;
          made.set({ scaleX: node.width / 640, scaleY: node.height / 480 });
          return made;
        }
        return new fabric.Rect({ ...place, width: node.width, height: node.height, fill });
      });
      canvas.add(...objects);
      canvas.renderAll();
      window.flushCanvases();
      Object.assign(window, { peerCanvas: canvas, peerObjects: objects });
      return performance.now() - begin;
    },
    {
      nodes: Object.values(body.nodes),
      sources: pictures.map((picture) => `data:image/jpeg;base64,${picture.toString('base64')}`),
      zoom: scale,
      shadow: { ...softShadow, color: 'rgba(28, 27, 25, 0.5)' },
      ...viewport,
    },
  );
}

/** Puts one object of fabric.js where it was, or moves all of them, and paints; milliseconds. */
function movePeer(to: { index: number; left: number; top: number; by: number | null }): number {
  interface Moved {
    left: number;
    set(values: object): void;
    setCoords(): void;
  }
  const { peerCanvas, peerObjects } = window as unknown as {
    peerCanvas: { discardActiveObject(): void; renderAll(): void };
    peerObjects: Moved[];
  };
  const begin = performance.now();
  peerCanvas.discardActiveObject();
  for (const [index, each] of peerObjects.entries()) {
    if (to.by === null && index !== to.index) continue;
    each.set(to.by === null ? { left: to.left, top: to.top } : { left: each.left + to.by });
    each.setCoords();
  }
  peerCanvas.renderAll();
  window.flushCanvases();
  return performance.now() - begin;
}

/** The middle frames of the same drags; the first pair only warms up. */
function lineOfMiddles({ ours, peer }: { ours: readonly number[]; peer: readonly number[] }): Line {
  const [own, other] = [ours.slice(1), peer.slice(1)];
  return {
    name: 'the same drag, middle frame',
    target: null,
    pairs: own.length,
    ours: percentile(own, 0.5),
    peer: percentile(other, 0.5),
    ratio: percentile(
      own.map((each, index) => each / (other[index] ?? Number.NaN)),
      0.5,
    ),
    cpuRatio: null,
  };
}

const timing = (wall: number): Timing => ({ wall, cpu: wall });

/** Dragging, opening and undoing in a design of 1,000 layers, against fabric.js with the same layers. */
export const editor = inChromium('editor', makeDesign, async ({ browser, folder, ground, say }) => {
  const script = await readFile(join(projectRoot, 'node_modules/fabric/dist/index.min.js'), 'utf8');
  const host = await startStudio({ home: folder, workspace: ground.workspace });
  try {
    const own = await openPage(browser);
    await own.goto(host.url);
    // The screen's code and the fonts are there before anything is measured, as in a running studio.
    await own.goto(new URL('/#/designs', host.url).href);
    await own.locator('[data-sheet]').first().waitFor();
    const warm = await openOurs(own, ground.designId);
    say(`editor: first opening ${warm.toFixed(0)} ms`);
    const peer = await openPage(browser);
    await peer.goto('about:blank');

    const close = async (): Promise<void> => {
      await own.getByTitle('Close Crowded').click();
      await own.locator('[data-sheet]').first().waitFor();
    };
    await own.bringToFront();
    const paper = await own.locator('[data-paper]').boundingBox();
    if (!paper) throw new Error('The page is not on the screen.');
    const scale = paper.width / ground.body.width;
    const node = ground.body.nodes[draggedId];
    if (!node) throw new Error('The dragged layer is in the design.');
    const middle = { x: (node.x + node.width / 2) * scale, y: (node.y + node.height / 2) * scale };
    const oursAt: Drag = {
      from: { x: paper.x + middle.x, y: paper.y + middle.y },
      ...{ frames: frames.ours, first: firstFrames.ours, selector: '[data-canvas]', events: 'pointer' },
    };
    const peerAt: Drag = {
      from: middle,
      ...{ frames: frames.peer, first: firstFrames.peer, selector: '.upper-canvas', events: 'mouse' },
    };
    const middles: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
    const saved = (): Promise<void> => own.locator('[role="status"][data-state="saved"]').waitFor();
    const undoKey = { key: 'z', code: 'KeyZ', ctrlKey: true };
    const undoOurs = async (): Promise<Timing> => {
      await saved();
      return timing(await own.evaluate((press) => window.measureKey(press), undoKey));
    };
    const dragOurs = async (): Promise<Timing> => {
      await own.bringToFront();
      const costs = await own.evaluate((drag) => window.measureDrag(drag), oursAt);
      middles.ours.push(percentile(costs, 0.5));
      await own.keyboard.press('Control+z');
      await saved();
      return timing(percentile(costs, 0.95));
    };
    await openPeer(peer, ground, script, scale);
    const at = { index: Object.keys(ground.body.nodes).indexOf(draggedId), left: node.x, top: node.y };
    const dragPeer = async (): Promise<Timing> => {
      await peer.bringToFront();
      const costs = await peer.evaluate((drag) => window.measureDrag(drag), peerAt);
      middles.peer.push(percentile(costs, 0.5));
      // Back to where it was: the next press must find it there.
      await peer.evaluate(movePeer, { ...at, by: null });
      return timing(percentile(costs, 0.95));
    };
    const shared = { pairs, inProcess: false, target: null };
    const drag = await compare(
      {
        ...shared,
        name: `drag among 1,000 layers, p95`,
        target: 0.1,
        pairs: dragPairs,
        ours: dragOurs,
        peer: dragPeer,
      },
      say,
    );
    const dragMiddle = lineOfMiddles(middles);
    const undoOne = await compare(
      {
        ...shared,
        name: 'undo of a drag',
        ours: async () => {
          await own.bringToFront();
          await own.evaluate((short) => window.measureDrag(short), { ...oursAt, frames: 3, first: 0 });
          return undoOurs();
        },
        peer: async () => {
          await peer.bringToFront();
          return timing(await peer.evaluate(movePeer, { ...at, by: null }));
        },
      },
      say,
    );
    const undo = await compare(
      {
        ...shared,
        name: 'undo of a move of all layers',
        ours: async () => {
          await own.bringToFront();
          await own.locator('[data-canvas]').focus();
          await own.keyboard.press('Control+a');
          await own.keyboard.press('ArrowRight');
          await own.keyboard.press('Escape');
          return undoOurs();
        },
        peer: async () => {
          await peer.bringToFront();
          return timing(await peer.evaluate(movePeer, { ...at, by: 1 }));
        },
      },
      say,
    );
    const open = await compare(
      {
        ...shared,
        name: 'open 1,000 layers',
        ours: async () => {
          await own.bringToFront();
          await saved();
          await close();
          return timing(await openOurs(own, ground.designId));
        },
        peer: async () => {
          await peer.bringToFront();
          return timing(await openPeer(peer, ground, script, scale));
        },
      },
      say,
    );
    return [drag, dragMiddle, undoOne, undo, open];
  } finally {
    await host.stop();
  }
});
