import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Starts to watch for one key: a mark when it comes, another when everything it changes has been painted. */
    watchKey: (key: number, watched: readonly string[]) => void;
    keyPainted: Promise<void>;
  }
}

/** Main-thread work of one key, in milliseconds of processor time. */
export interface KeyCost {
  /** From the key until the frame that shows its letter, the count and the preview has been handed over. */
  painted: number;
  /** All tasks until the next key: what is saved, checked and drawn afterwards is among them. */
  all: number;
  /** The longest single task until the next key. */
  longest: number;
}

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Microseconds that the thread was really running. */
  tdur?: number;
}

/** Runs in the page before anything else. */
export async function prepareTyping(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.watchKey = (key, watched) => {
      window.keyPainted = new Promise((resolve, reject) => {
        const missing = setTimeout(() => reject(new Error(`Key ${key} changed nothing of the count.`)), 5000);
        const waiting = new Set(watched);
        const watch = new MutationObserver((changes) => {
          for (const { target } of changes) {
            const element = target instanceof Element ? target : target.parentElement;
            for (const selector of waiting) if (element?.closest(selector)) waiting.delete(selector);
          }
          if (waiting.size > 0) return;
          watch.disconnect();
          clearTimeout(missing);
          // The frame with the last change, then whatever is queued behind it.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              performance.mark(`painted ${key}`);
              resolve();
            };
            channel.port2.postMessage(null);
          });
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        const begin = (): void => void performance.mark(`key ${key}`);
        window.addEventListener('beforeinput', begin, { capture: true, once: true });
      });
      // The rejection is told where the promise is awaited.
      window.keyPainted.catch(() => {});
    };
  });
}

async function traced(client: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  await work();
  const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await done;
  client.off('Tracing.dataCollected', collect);
  return events;
}

/** Sums the tasks of the main thread between the marks of each key. */
function costsOf(events: readonly TraceEvent[], keys: number): KeyCost[] {
  const marks = new Map(
    events.filter(({ cat }) => cat.includes('blink.user_timing')).map((event) => [event.name, event]),
  );
  const first = marks.get('key 0');
  if (!first) throw new Error('The trace holds no key.');
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        name.endsWith('RunTask') && ph === 'X' && pid === first.pid && tid === first.tid,
    )
    .map(({ ts, dur = 0, tdur = dur }) => ({ ts, end: ts + dur, took: tdur / 1000 }));
  return Array.from({ length: keys }, (_, key) => {
    const from = marks.get(`key ${key}`)?.ts ?? Number.NaN;
    const painted = marks.get(`painted ${key}`)?.ts ?? Number.NaN;
    const next = marks.get(`key ${key + 1}`)?.ts ?? Number.POSITIVE_INFINITY;
    // The key's own task began a little before its mark.
    const own = tasks.filter((task) => task.end > from && task.end <= next);
    const sum = (some: typeof own): number => some.reduce((total, { took }) => total + took, 0);
    return {
      painted: sum(own.filter(({ ts }) => ts < painted)),
      all: sum(own),
      longest: Math.max(0, ...own.map(({ took }) => took)),
    };
  });
}

/**
 * Types into whatever has the focus, at the pace of a fast writer.
 * @param watched selectors of what every key must change before it counts as painted
 * @param letters one key each
 */
export async function typeTraced(
  page: Page,
  watched: readonly string[],
  letters: readonly string[],
  pause: number,
): Promise<KeyCost[]> {
  const client = await page.context().newCDPSession(page);
  const events = await traced(client, async () => {
    for (const [key, letter] of letters.entries()) {
      await page.evaluate(([at, names]) => window.watchKey(at, names), [key, watched] as const);
      const next = page.waitForTimeout(pause);
      await page.keyboard.type(letter);
      await page.evaluate(() => window.keyPainted);
      await next;
    }
  });
  await client.detach();
  return costsOf(events, letters.length);
}
