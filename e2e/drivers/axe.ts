import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong at the levels that keep people out, as lines a person can act on. Without the rule that takes
 * every text inside a control for its label: a shortcut on a button or the posts in a day are not (WCAG 2.5.3).
 */
export async function violations(page: Page, where: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .disableRules(['label-content-name-mismatch'])
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${where}: ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
}
