import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { Brand } from '#shared/domain/brand.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { idOf, ofType, slow, stored, type Stored } from './editor.ts';

const on = { pageId: 'p' };
const nodes = [
  { ...rectangleDefaults, ...on, id: 'logo', order: 'a0', width: 400, height: 200, locked: true },
  { ...textDefaults, ...on, id: 'words', order: 'a1', y: 250, width: 400, height: 70, text: '{{Title}}' },
  { ...rectangleDefaults, ...on, id: 'card', order: 'a2', y: 340, width: 60, height: 60 },
].map((node) => (node.id === 'card' ? { ...node, bound: { colour: 'Tone' } } : node));
const body: DesignBody = {
  width: 400,
  height: 400,
  pages: { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } },
  nodes: Object.fromEntries(nodes.map((node) => [node.id, node as DesignNode])),
};

test('a locked template starts a design, a table makes designs but for its bad row, a new brand repaints', async ({
  studioPage: page,
}) => {
  test.slow();
  const size = { width: 400, height: 400 };
  const design = await callStudio<Stored>(page, 'designs.create', { name: 'Card', ...size });
  const document = { ...design.document, body };
  await callStudio(page, 'designs.save', { id: design.id, revision: design.revision, document });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await expect(canvas).toBeVisible({ timeout: slow });
  const command = async (words: string): Promise<void> => {
    await canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.getByRole('option', { name: words }).first().click();
  };

  await test.step('a new brand colour repaints the open design', async () => {
    const brand = await callStudio<Brand>(page, 'brand.get');
    const before = await canvas.screenshot();
    const colours = brand.colours.map((each) =>
      each.token === 'accent' ? { ...each, hex: '#00aa55' } : each,
    );
    await callStudio(page, 'brand.save', { brand: { ...brand, colours } });
    await expect.poll(async () => (await canvas.screenshot()).equals(before), { timeout: slow }).toBe(false);
  });

  await test.step('saved as a template, it starts a design whose logo stays locked', async () => {
    await command('Save as template…');
    const dialog = page.getByRole('dialog', { name: 'Save as template…' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Our card');
    await dialog.getByLabel('Kind').fill('Cards');
    await dialog.getByRole('button', { name: 'Save template' }).click();
    await expect(dialog).toBeHidden({ timeout: slow });
    type Listed = { id: string; name: { en: string }; own?: boolean }[];
    const own = (await callStudio<Listed>(page, 'designs.templates')).find(
      ({ name }) => name.en === 'Our card',
    );
    const made = await callStudio<Stored>(page, 'designs.create', { name: 'Next', template: own?.id ?? '' });
    expect(ofType(made.document.body, 'rectangle').some(({ locked }) => locked)).toBe(true);
  });

  await test.step('rows become designs; the row that cannot is named with its reason', async () => {
    await command('Merge rows of a table…');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a CSV or Excel file…' }).click();
    const table = 'Title,Tone\nOne,#112233\nTwo,no colour\n';
    await (await chooser).setFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByRole('button', { name: 'Look at the rows' }).click({ timeout: slow });
    await expect(page.getByText('1 row(s) cannot be made: 2')).toBeVisible({ timeout: slow });
    await page.getByRole('button', { name: 'Make 1' }).click();
    await expect(page.getByText('Row 2: “no colour” is no colour', { exact: false })).toBeVisible({
      timeout: slow,
    });
    await page.getByRole('button', { name: 'Done' }).click();
    expect(idOf(page)).toBe(design.id);
    expect(ofType(await stored(page), 'text')[0]?.text).toBe('{{Title}}');
  });
});
