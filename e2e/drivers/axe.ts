import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong at the levels that keep people out, as lines a person can act on. Without the rule that takes
 * every text inside a control for its label: a shortcut on a button or the posts in a day are not (WCAG 2.5.3).
 * `part` is a CSS selector, where only that part of the page has changed since it was looked at.
 */
export async function violations(page: Page, where: string, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page }).disableRules(['label-content-name-mismatch']);
  if (part !== undefined) builder.include(part);
  const { violations: found } = await builder.analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${where}: ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
}
