import { callStudio, expect, test } from '../drivers/studio.ts';
import { ofType, slow, stored } from './editor.ts';

const head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

const drawing = `${head} viewBox="0 0 200 100">
  <style>.a { fill: #2f5fb3; stroke: gold; stroke-width: 4 }</style>
  <defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="#0000ff"/></linearGradient></defs>
  <rect class="a" x="10" y="10" width="80" height="50" transform="translate(10 0)"/>
  <g opacity="0.5" transform="scale(2)"><circle cx="75" cy="25" r="20" fill="url(#g)"/></g>
  <text x="20" y="90" font-size="20" fill="teal">Words</text>
</svg>`;

const hostile: Record<string, { text: string; layers: number; says: RegExp }> = {
  'a script, an event and another server': {
    text: `${head} viewBox="0 0 10 10" onload="window.hacked = 1"><script>window.hacked = 1</script>
      <image href="http://other.example/x.png" width="5" height="5"/>
      <use href="http://other.example/y.svg#a"/><foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>
      <rect width="5" height="5" onclick="window.hacked = 1"/></svg>`,
    layers: 1,
    says: /4 parts of the SVG could not be taken over/,
  },
  'entities that grow without end': {
    text: `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">
      <!ENTITY f SYSTEM "file:///etc/passwd">]>${head} viewBox="0 0 10 10"><text y="5">&c;&f;</text></svg>`,
    layers: 0,
    says: /holds nothing that can be edited/,
  },
  'a circle of references': {
    text: `${head} viewBox="0 0 10 10"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><use href="#a"/></g></svg>`,
    layers: 0,
    says: /too large to edit|holds nothing that can be edited/,
  },
  'no SVG at all': { text: '<html><body>no</body></html>', layers: 0, says: /no SVG that can be read/ },
};

test('an SVG becomes paths and words, and a hostile one does no harm', async ({ studioPage: page }) => {
  const design = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Vectors',
    width: 1000,
    height: 1000,
  });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const bring = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser', { timeout: slow });
    await page.getByRole('button', { name: 'SVG as vectors…' }).click({ timeout: slow });
    await (await chooser).setFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
  };

  await bring('drawing.svg', drawing);
  await expect(page.getByText('1 selected')).toBeVisible({ timeout: slow });
  const body = await stored(page);
  const [group] = ofType(body, 'group');
  const [box, ball] = ofType(body, 'path').toSorted((one, other) => one.x - other.x);
  const [words] = ofType(body, 'text');
  // 200 units across are half of the page's side: 2.5 px each, around the page's middle.
  expect(group).toMatchObject({ width: 500, height: 250 });
  expect(box).toMatchObject({ x: 300, y: 400, width: 200, height: 125, fill: '#2f5fb3', stroke: '#ffd700' });
  expect(box?.strokeWidth).toBeCloseTo(10);
  expect(ball).toMatchObject({ x: 525, y: 400, width: 200, height: 200, opacity: 0.5 });
  expect(ball?.fill).toMatchObject({ kind: 'linear', angle: 0 });
  expect(words).toMatchObject({ text: 'Words', fontSize: 50, colour: '#008080' });

  await page.keyboard.press('Control+z');
  for (const [name, { text, layers, says }] of Object.entries(hostile)) {
    await bring(`${name}.svg`, text);
    await expect(page.getByText(says).first()).toBeVisible({ timeout: slow });
    const after = await stored(page);
    expect(ofType(after, 'path').length, name).toBe(layers);
    if (layers > 0) await page.keyboard.press('Control+z');
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(asked.filter((address) => address.includes('other.example'))).toEqual([]);
});
