import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fontFamilies } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { TextFingerprint } from '#shared/design/text/fingerprint.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const root = join(import.meta.dirname, '../..');
const templateFolder = join(root, 'resources/templates');

/** A small generator with a fixed seed, so that a failure can be repeated. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pieces = [
  '今天',
  '排版',
  '，',
  '。',
  '“限时”',
  '（三天）',
  '199',
  '元',
  'Galley',
  ' ',
  '《书名》',
  '！',
  'don’t ',
  'AVAST ',
  '1,299.00',
  '20%',
  '—',
  '……',
  'extraordinarily',
  '\n',
  'fi fl ',
  '設計',
  'https://example.com/a?b=1',
  '：',
  '、',
  '24小时',
  'iPhone 17',
  '🎉',
  '👨‍👩‍👧‍👦',
  '❤️ ',
  '“It’s fine” ',
];

/** What a text may have beside its words; the same for the window and for Node. */
const features: readonly Partial<TextNode>[] = [
  {},
  {},
  { list: 'number', paragraphSpacing: 12 },
  { list: 'bullet', capitals: true },
  { overflow: 'shrink', sizing: 'fixed' },
  { overflow: 'ellipsis', sizing: 'fixed' },
  { writing: 'vertical', sizing: 'fixed', height: 400 },
  { path: { kind: 'arc', bend: 55 } },
];

const families = fontFamilies.filter(({ script }) => script !== 'emoji').map(({ family }) => family);

/** Two hundred texts of mixed words in every bundled family, at many widths and sizes, with every feature of text. */
function generated(): DesignBody {
  const random = numbers(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nodes: Record<string, DesignNode> = {};
  for (let index = 0; index < 200; index += 1) {
    const id = `t${String(index).padStart(3, '0')}`;
    const start = Math.floor(random() * 12);
    const length = 3 + Math.floor(random() * 22);
    nodes[id] = {
      ...textDefaults,
      id,
      pageId: 'page-1',
      order: `a${index % 10}`,
      text: Array.from({ length }, () => pick(pieces)).join(''),
      fontFamily: pick(families),
      fontWeight: pick([400, 600, 700]),
      fontSize: 12 + Math.floor(random() * 120),
      letterSpacing: pick([0, 0, 2, -1, 6.5]),
      width: 120 + Math.floor(random() * 900),
      align: pick(['left', 'center', 'right'] as const),
      sizing: pick(['auto-height', 'auto-height', 'fixed', 'auto-width'] as const),
      ...pick(features),
      ...(index % 3 === 0 && {
        runs: [{ start, end: start + 9, fontFamily: pick(families), fontWeight: 700, fontSize: 60 }],
      }),
    };
  }
  const page = { id: 'page-1', name: '', order: 'a0', background: '#ffffff' };
  return { width: 1080, height: 1350, pages: { 'page-1': page }, nodes };
}

function templates(): DesignBody[] {
  const files = readdirSync(templateFolder).filter((name) => name.endsWith('.json'));
  return files.map((name) => {
    const { body } = JSON.parse(readFileSync(join(templateFolder, name), 'utf8')) as { body: DesignBody };
    return body;
  });
}

function inNode(bodies: readonly DesignBody[]): string[] {
  const script = join(import.meta.dirname, 'node-layout.ts');
  const answer = execFileSync(process.execPath, [script], {
    cwd: root,
    input: JSON.stringify(bodies),
    maxBuffer: 256_000_000,
  });
  return JSON.parse(answer.toString()) as string[];
}

function inWindow(page: Page, bodies: readonly DesignBody[]): Promise<string[]> {
  return page.evaluate(async (given) => {
    const probe = (window as unknown as { galleyLayout: (body: unknown) => Promise<string> }).galleyLayout;
    const found: string[] = [];
    for (const body of given) found.push(await probe(body));
    return found;
  }, bodies as unknown[]);
}

/** What is compared: the words of each line exactly, their place within a fifth of a pixel. */
function linesOf(fingerprint: string): Map<string, TextFingerprint['lines']> {
  const texts = JSON.parse(fingerprint) as TextFingerprint[];
  return new Map(texts.map(({ nodeId, lines }) => [nodeId, lines]));
}

type Lines = TextFingerprint['lines'];

/** Numbers of two hosts count as equal within a fifth of a px (or degree). */
function apart(one: number, other: number | undefined): boolean {
  return !(Math.abs(one - (other ?? Number.NaN)) < 0.2);
}

/** What differs between two layouts of one text, in words. */
function differencesOf(painted: Lines, shown: Lines): string[] {
  const [one, other] = [painted, shown].map((lines) => lines.map((line) => line.text).join('|'));
  if (one !== other) return [`lines ${one} but ${other}`];
  return painted.flatMap((line, place) => {
    const seen = shown[place];
    const found: string[] = [];
    if (apart(line.x, seen?.x)) found.push(`line ${place} x ${line.x} but ${seen?.x}`);
    if (apart(line.width, seen?.width)) found.push(`line ${place} width ${line.width} but ${seen?.width}`);
    if (line.fragments.length !== seen?.fragments.length) found.push(`line ${place} is cut otherwise`);
    for (const [order, fragment] of line.fragments.entries()) {
      const twin = seen?.fragments[order];
      if (fragment.shown !== twin?.shown || fragment.font !== twin.font) {
        found.push(`${fragment.shown} in ${fragment.font} but ${twin?.shown} in ${twin?.font}`);
      }
      for (const field of ['x', 'baseline', 'width', 'turn', 'size'] as const) {
        if (apart(fragment[field], twin?.[field])) {
          found.push(`${field} of “${fragment.shown}” ${fragment[field]} but ${twin?.[field]}`);
        }
      }
    }
    return found;
  });
}

test('the canvas breaks every text where the painter does', async ({ studioPage: page }) => {
  await page.addInitScript(() => sessionStorage.setItem('galley.layout-probe', 'on'));
  const design = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Lines',
    width: 1080,
    height: 1350,
  });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  await page.reload();
  await page.waitForFunction(() => 'galleyLayout' in window, undefined, { timeout: 60_000 });

  const bodies = [generated(), ...templates()];
  expect(bodies.length).toBeGreaterThan(8);
  const window = await inWindow(page, bodies);
  const node = inNode(bodies);
  const differences: string[] = [];
  let texts = 0;
  for (const [index, fingerprint] of node.entries()) {
    const painted = linesOf(fingerprint);
    const shown = linesOf(window[index] ?? '[]');
    expect([...shown.keys()]).toEqual([...painted.keys()]);
    for (const [nodeId, lines] of painted) {
      texts += 1;
      differences.push(...differencesOf(lines, shown.get(nodeId) ?? []).map((each) => `${nodeId}: ${each}`));
    }
  }
  expect(differences).toEqual([]);
  expect(texts).toBeGreaterThan(230);
});
