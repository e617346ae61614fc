import type { Locator, Page } from '@playwright/test';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { callStudio, expect } from '../drivers/studio.ts';

/** Milliseconds that a busy machine may take for what is quick on an idle one. */
export const slow = 60_000;

/** A stored design, as `designs.get` answers it. */
export interface Stored {
  id: string;
  revision: number;
  document: { body: DesignBody };
}

/** The id of the design that is open. */
export function idOf(page: Page): string {
  return /designs\/([\w-]+)/.exec(page.url())?.[1] ?? '';
}

/** Saves what is open and reads it back. */
export async function stored(page: Page): Promise<DesignBody> {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible({
    timeout: slow,
  });
  return (await callStudio<Stored>(page, 'designs.get', { id: idOf(page) })).document.body;
}

/** The layers of one type. */
export function ofType<T extends DesignNode['type']>(
  body: DesignBody,
  type: T,
): Extract<DesignNode, { type: T }>[] {
  return Object.values(body.nodes).filter(
    (node): node is Extract<DesignNode, { type: T }> => node.type === type,
  );
}

/** Turns page px into screen px. */
export async function pointer(page: Page, body: DesignBody) {
  const paper = await page.locator('[data-paper]').boundingBox();
  if (!paper) throw new Error('The page is not on the screen.');
  const scale = paper.width / body.width;
  return (x: number, y: number) => ({ x: paper.x + x * scale, y: paper.y + y * scale });
}

/** A slow hand: press, move in steps, let go. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Opens a new blank design; answers its canvas. */
export async function openNew(page: Page, width: number, height: number): Promise<Locator> {
  const design = await callStudio<{ id: string }>(page, 'designs.create', { name: 'Spec', width, height });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await expect(canvas).toBeVisible({ timeout: slow });
  return canvas;
}
