import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { startStudio } from '../e2e/drivers/studio.ts';
import { percentile } from './editor-page.ts';
import { inChromium, studioIn } from './ground.ts';
import { compare, type Timing } from './measure.ts';

const execute = promisify(execFile);
const pairs = 5;
const moves = 40;
const seconds = 60;
/** Milliseconds from the pointer to the frame that are asked of the studio on an idle machine. */
const aim = 80;

declare global {
  interface Window {
    /** Resolves with the milliseconds from the next move of the pointer to the frame that it brings. */
    nextFrameAfterMove: () => Promise<number>;
  }
}

interface Ground {
  workspace: string;
  clipId: string;
  assetId: string;
}

/** A recording of which every frame is whole, as those made for the preview are, and a clip of all of it. */
async function makeClip(folder: string, say: (line: string) => void): Promise<Ground> {
  say(`scrub: making a film of ${seconds} s`);
  const film = join(folder, 'intra.mp4');
  const picture = `-f lavfi -i testsrc2=size=960x540:rate=30 -t ${seconds}`;
  const encoder = '-c:v libx264 -preset ultrafast -g 1 -pix_fmt yuv420p -movflags +faststart';
  await execute('ffmpeg', [...`-v error -nostdin -y ${picture} ${encoder}`.split(' '), film]);
  const workspace = join(folder, 'Bench');
  const studio = await studioIn(folder);
  try {
    await studio.call('workspace.create', { path: workspace, name: 'Bench', zone: 'UTC' });
    const { jobId } = await studio.call('assets.import', { sources: [{ kind: 'path', path: film }] });
    await studio.jobs.finished(jobId);
    const [asset] = (await studio.call('assets.list', { limit: 1 })).items;
    if (!asset) throw new Error('The film is not in the library.');
    const clip = await studio.call('clips.create', { assetId: asset.id });
    return { workspace, clipId: clip.id, assetId: asset.id };
  } finally {
    await studio.close();
  }
}

/** Runs in the page before anything else. A frame counts when it is another one than before the move. */
async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let last = Number.NaN;
    window.nextFrameAfterMove = () =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('No frame came within ten seconds.')), 10_000);
        const begin = (event: PointerEvent): void => {
          let found = false;
          for (const video of document.querySelectorAll('video')) {
            const look = (_now: number, frame: VideoFrameCallbackMetadata): void => {
              if (found) return;
              if (frame.mediaTime === last) {
                video.requestVideoFrameCallback(look);
                return;
              }
              found = true;
              last = frame.mediaTime;
              resolve(performance.now() - event.timeStamp);
            };
            video.requestVideoFrameCallback(look);
          }
        };
        window.addEventListener('pointermove', begin, { capture: true, once: true });
      });
  });
}

/** The 95th percentile of moves to and fro over `from` … `to`, each after the frame before it. */
async function scrubOver(page: Page, line: { from: number; to: number; y: number }): Promise<Timing> {
  await page.bringToFront();
  const costs: number[] = [];
  for (let move = 0; move <= moves; move += 1) {
    // Far apart and never the same: steps of the golden section.
    const x = line.from + ((0.3 + move * 0.618) % 1) * (line.to - line.from);
    const cost = page.evaluate(() => window.nextFrameAfterMove());
    // Its listener is there before the pointer moves.
    await page.evaluate(() => 0);
    await page.mouse.move(x, line.y);
    const took = await cost;
    if (move > 0) costs.push(took);
  }
  const wall = percentile(costs, 0.95);
  return { wall, cpu: wall };
}

/** Scrubbing over the ruler of a clip, against a page that does nothing but seek in the same file. */
export const scrub = inChromium('scrub', makeClip, async ({ browser, folder, ground, say }) => {
  const host = await startStudio({ home: folder, workspace: ground.workspace });
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    });
    const own = await context.newPage();
    await watchFrames(own);
    await own.goto(host.url);
    await own.goto(new URL(`/#/clips/${ground.clipId}`, host.url).href);
    const shown = own.locator('[data-testid="clip-frame"] [data-shown="true"] video');
    await shown.waitFor();
    const lane = await own.getByTestId('clip-lane').boundingBox();
    if (!lane) throw new Error('The timeline is not on the screen.');
    const ruler = { from: lane.x + 8, to: lane.x + lane.width * 0.9, y: lane.y + 8 };
    const address = await shown.evaluate((video: HTMLVideoElement) => video.currentSrc);
    await own.mouse.move(ruler.from, ruler.y);
    await own.mouse.down();

    const bare = await context.newPage();
    await watchFrames(bare);
    // Of the same origin, so that the same file is served the same way.
    await bare.route('**/bare', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<video preload="auto" muted width="960"></video>',
      }),
    );
    await bare.goto(new URL('/bare', host.url).href);
    await bare.evaluate(async (source) => {
      const video = document.querySelector('video');
      if (!video) return;
      await new Promise((resolve) => {
        video.addEventListener('canplaythrough', resolve, { once: true });
        video.src = source;
      });
      window.addEventListener('pointermove', ({ clientX }) => {
        video.currentTime = (clientX / innerWidth) * video.duration;
      });
    }, address);

    const line = await compare(
      {
        name: 'scrubbing, pointer to frame, p95',
        target: null,
        pairs,
        inProcess: false,
        ours: () => scrubOver(own, ruler),
        peer: () => scrubOver(bare, { from: 8, to: 1290, y: 400 }),
      },
      say,
    );
    say(`scrub: ${line.ours.toFixed(0)} ms of ours, the aim is ${aim} ms on an idle machine`);
    return [line];
  } finally {
    await host.stop();
  }
});
