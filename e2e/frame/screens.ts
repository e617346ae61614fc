import type { Page } from '@playwright/test';
import type { Job } from '../../src-shared/domain/job.ts';
import { callStudio, expect } from '../drivers/studio.ts';

/** Makes the sample workspace in that language and answers every screen's path after `#`, each with something on it. */
export async function openSample(page: Page, lang: 'zh' | 'en'): Promise<Record<string, string>> {
  const { jobId } = await callStudio<{ jobId: string }>(page, 'workspace.openSample', { lang });
  const state = async () => {
    const job = (await callStudio<Job[]>(page, 'jobs.list')).find(({ id }) => id === jobId);
    return job?.failure?.message.en ?? job?.state;
  };
  await expect.poll(state, { timeout: 200_000, intervals: [1000] }).toBe('done');
  await callStudio(page, 'jobs.dismiss', { id: jobId });
  const first = async (name: string): Promise<string> => {
    const { items } = await callStudio<{ items: { id: string }[] }>(page, name, { limit: 1 });
    if (!items[0]) throw new Error(`${name}: the sample has none.`);
    return items[0].id;
  };
  return {
    today: '/',
    calendar: '/calendar',
    posts: '/posts',
    post: `/posts/${await first('posts.list')}`,
    designs: '/designs',
    design: `/designs/${await first('designs.list')}`,
    clips: '/clips',
    clip: `/clips/${await first('clips.list')}`,
    library: '/library',
    insights: '/insights',
    ideas: '/ideas',
    campaigns: '/campaigns',
    campaign: `/campaigns/${await campaign(page)}`,
    'settings, appearance': '/settings/appearance',
    'settings, workspace': '/settings/workspace',
    'settings, engines': '/settings/engines',
    'settings, brand': '/settings/brand',
    'settings, kit': '/settings/kit',
    'settings, accounts': '/settings/accounts',
    'settings, words': '/settings/words',
    'settings, checks': '/settings/checks',
    'settings, connections': '/settings/connections',
    'settings, rules': '/settings/rules',
    'settings, team': '/settings/team',
    'settings, slots': '/settings/slots',
    'settings, dates': '/settings/dates',
    'settings, goals': '/settings/goals',
    'settings, reminders': '/settings/reminders',
    'settings, about': '/settings/about',
  };
}

/** Goes to a screen and waits until it has drawn itself and nothing moves. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, path);
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForFunction(() => (document.querySelector('main')?.childElementCount ?? 0) > 0);
  await page.waitForLoadState('networkidle');
  // What still fades or slides, but for loops such as a busy bar and what was paused.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) =>
          animation.playState !== 'running' ||
          animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
}

/** Id of a campaign, made when there is none. */
async function campaign(page: Page): Promise<string> {
  const kept = await callStudio<{ id: string }[]>(page, 'kit.list', { kind: 'campaign' });
  if (kept[0]) return kept[0].id;
  const body = {
    ...{ goal: 'Bookings', from: null, to: null, budget: null, brief: '', audience: '', owner: '' },
    ...{ hue: null, checklist: [], results: '' },
  };
  const made = await callStudio<{ item: { id: string } }>(page, 'plan.saveKit', {
    kind: 'campaign',
    name: 'Spring 2026',
    body,
  });
  return made.item.id;
}
