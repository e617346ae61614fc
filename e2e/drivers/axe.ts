import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong at the levels that keep people out, as lines a person can act on. Without the rule that takes
 * every text inside a control for its label: a shortcut on a button or the posts in a day are not (WCAG 2.5.3).
 * `part` is a CSS selector, where only that part of the page has changed since it was looked at. `drawings` is one of
 * what shows other apps and articles in their own colours: their contrast is not ours to choose.
 */
export async function violations(
  page: Page,
  where: string,
  part?: string,
  drawings?: string,
): Promise<string[]> {
  const builder = new AxeBuilder({ page }).disableRules(['label-content-name-mismatch']);
  if (part !== undefined) builder.include(part);
  const { violations: found } = await builder.analyze();
  const drawn = async (selector: unknown): Promise<boolean> =>
    drawings !== undefined &&
    typeof selector === 'string' &&
    (await page
      .locator(selector)
      .first()
      .evaluate((element, all) => element.closest(all) !== null, drawings));
  for (const finding of found.filter(({ id }) => id === 'color-contrast')) {
    const ours = [];
    for (const node of finding.nodes) if (!(await drawn([node.target[0]].flat()[0]))) ours.push(node);
    finding.nodes = ours;
  }
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${where}: ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
}
