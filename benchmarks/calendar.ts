import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { dueInstant } from '#shared/domain/due.ts';
import { openConnection } from '#main/db/connection.ts';
import { rangeSql } from '#main/db/repositories/posts.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { startStudio } from '../e2e/drivers/studio.ts';
import { type CalendarGround, inMonth, makePlan, month, openPlan, zone } from './calendar-posts.ts';
import type { PeerPost } from './calendar-peers.ts';
import { percentile, prepare } from './editor-page.ts';
import { inChromium } from './ground.ts';
import { compare, type Line, type Timing } from './measure.ts';

const pairs = 5;
const viewport = { width: 1440, height: 900 };
/** What was promised, in milliseconds. */
const aims = { month: 100, drag: 8, filter: 50, query: 5 };

const timing = (wall: number): Timing => ({ wall, cpu: wall });

/** A figure beside the most that was promised. */
function beside(name: string, values: readonly number[], aim: number): Line {
  const ours = percentile(values, 0.5);
  return { name, ours, peer: aim, ratio: ours / aim, cpuRatio: null, target: 1, pairs: values.length };
}

const buttons = ['mantine-month', 'mantine-none', 'full-month', 'full-week']
  .map((id) => `<button id="${id}">${id}</button>`)
  .concat('<input id="full-filter">')
  .join('');

async function peersPage(folder: string): Promise<string> {
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'peers'),
      emptyOutDir: true,
      lib: {
        entry: join(projectRoot, 'benchmarks/calendar-peers.ts'),
        formats: ['es'],
        fileName: 'peers',
        cssFileName: 'peers',
      },
    },
  });
  const script = await readFile(join(folder, 'peers/peers.js'), 'utf8');
  const style = await readFile(join(folder, 'peers/peers.css'), 'utf8');
  const page = join(folder, 'peers.html');
  const safe = script.replaceAll('</script', '<\\/script');
  await writeFile(
    page,
    `<!doctype html><style>${style}</style>${buttons}<div id="mantine"></div><div id="full"></div><script type="module">${safe}</script>`,
  );
  return page;
}

/** Milliseconds of script that the work takes until two frames after it are painted. */
async function scripting(session: CDPSession, page: Page, work: () => Promise<unknown>): Promise<number> {
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const before = await spent();
  await work();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  return (await spent()) - before;
}

async function open(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: zone });
  const page = await context.newPage();
  await prepare(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session };
}

/** Megabytes that live on the heap of a page. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

function queryLines(folder: string, workspace: string): Line[] {
  const range = { from: dueInstant({ local: `${month}-01T00:00`, zone }), to: '' };
  range.to = dueInstant({ local: '2027-06-01T00:00', zone });
  const rounds = <T>(work: () => T): number[] =>
    Array.from({ length: 20 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
  const connection = openConnection(join(workspace, 'workspace.db'), false);
  // Everything is looked up, joined and ordered, and read once, without leaving SQLite.
  const inside = `SELECT count(*) AS found, sum(length(title)) FROM (${rangeSql})`;
  const found = connection.get<{ found: number }>(inside, range)?.found;
  if (found !== inMonth) throw new Error(`The month has ${found} posts.`);
  const asked = rounds(() => connection.get(inside, range));
  connection.close();
  const session = openPlan(folder, workspace);
  const read = rounds(() => session.repositories.posts.range(range.from, range.to));
  session.close();
  return [
    beside('month query in SQLite, 2,000 of 10,000', asked, aims.query),
    { ...beside('the same, read into 2,000 entries', read, aims.query), target: null },
  ];
}

async function dragOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`There is no ${selector}.`);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const costs = await page.evaluate((drag) => window.measureDrag(drag), {
    ...{ from, selector, events: 'pointer' as const, frames: 60, first: 5 },
  });
  await page.keyboard.press('Escape');
  return percentile(costs, 0.95);
}

const shown = '[data-calendar-grid] [data-post]';
/** The calendar with 10,000 posts, 2,000 of them in the month, beside `@mantine/schedule` and FullCalendar. */
export const calendar = inChromium(
  'calendar',
  async (folder, say): Promise<CalendarGround> => {
    say('calendar: making 10,000 posts');
    return makePlan(folder);
  },
  async ({ browser, folder, ground, say }) => {
    const queries = queryLines(folder, ground.workspace);
    const posts = ground.posts.flatMap(({ id, title, schedule }): PeerPost[] =>
      schedule ? [{ id, title, start: schedule.local }] : [],
    );
    const file = await peersPage(folder);
    const host = await startStudio({ home: folder, workspace: ground.workspace });
    try {
      const own = await open(browser);
      await own.page.goto(host.url);
      await own.page.evaluate((day) => {
        sessionStorage.setItem('galley.calendar.day', day);
        localStorage.setItem('galley.calendar.view', 'week');
      }, `${month}-12`);
      await own.page.goto(new URL('/#/calendar', host.url).href);
      await own.page.locator(shown).first().waitFor();
      const view = (name: string) => own.page.getByRole('radio', { name, exact: true });
      const show = async (name: string): Promise<void> => {
        await view(name).locator('xpath=following-sibling::label').click();
        await own.page.getByRole('grid', { name, exact: true }).waitFor();
      };
      const openPeers = async () => {
        const opened = await open(browser);
        await opened.page.goto(`file://${file}`);
        await opened.page.waitForFunction(() => 'readPosts' in window);
        await opened.page.evaluate(([all, at]) => window.readPosts(all, at), [posts, month] as const);
        return opened;
      };
      const peer = await openPeers();
      const full = await openPeers();

      const switches: number[] = [];
      const filters: number[] = [];
      const drags: number[] = [];
      const ourMonth = async (): Promise<Timing> => {
        await own.page.bringToFront();
        const spent = await scripting(own.session, own.page, () => show('Month'));
        await show('Week');
        switches.push(spent);
        return timing(spent);
      };
      const shared = { pairs, inProcess: false, target: null };
      const besideMantine = await compare(
        {
          ...shared,
          name: 'switch to month, script; peer @mantine/schedule',
          ours: ourMonth,
          peer: async () => {
            await peer.page.bringToFront();
            const spent = await scripting(peer.session, peer.page, () =>
              peer.page.dispatchEvent('#mantine-month', 'click'),
            );
            await peer.page.dispatchEvent('#mantine-none', 'click');
            return timing(spent);
          },
        },
        say,
      );
      const besideFull = await compare(
        {
          ...shared,
          name: 'switch to month, script; peer FullCalendar',
          ours: ourMonth,
          peer: async () => {
            await full.page.bringToFront();
            const spent = await scripting(full.session, full.page, () =>
              full.page.dispatchEvent('#full-month', 'click'),
            );
            await full.page.dispatchEvent('#full-week', 'click');
            return timing(spent);
          },
        },
        say,
      );
      await own.page.bringToFront();
      await show('Month');
      // FullCalendar takes hold of only some pointers that no hand moves: its drag cannot be measured alike.
      for (let round = 0; round <= pairs; round += 1) {
        drags.push(await dragOf(own.page, shown));
        say(`drag ${round}/${pairs}: ${drags.at(-1)?.toFixed(1)} ms`);
      }
      const search = own.page.locator('[data-calendar-search]');
      const filter = await compare(
        {
          ...shared,
          name: 'filter change, script; peer FullCalendar',
          ours: async (pair) => {
            await own.page.bringToFront();
            await search.focus();
            const spent = await scripting(own.session, own.page, () =>
              own.page.keyboard.insertText(String(pair % 10)),
            );
            filters.push(spent);
            await search.fill('');
            return timing(spent);
          },
          peer: async (pair) => {
            await full.page.bringToFront();
            const spent = await scripting(full.session, full.page, () =>
              full.page.fill('#full-filter', String(pair % 10)),
            );
            await full.page.fill('#full-filter', '');
            return timing(spent);
          },
        },
        say,
      );
      const memory = [await heap(own.session), await heap(full.session)] as const;
      return [
        ...queries,
        beside('switch to month, against its aim', switches.slice(1), aims.month),
        besideMantine,
        besideFull,
        beside('drag frame p95, against its aim', drags.slice(1), aims.drag),
        beside('filter change, against its aim', filters.slice(1), aims.filter),
        filter,
        {
          name: 'heap of the page; peer FullCalendar',
          ...{ unit: 'MB' as const, ours: memory[0], peer: memory[1], ratio: memory[0] / memory[1] },
          ...{ cpuRatio: null, target: null, pairs: 1 },
        },
      ];
    } finally {
      await host.stop();
    }
  },
);
