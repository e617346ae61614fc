import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Attachment, Post, Target } from '#shared/domain/post.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { callStudio, expect } from '../drivers/studio.ts';

/** Flat shapes in few colours: the sheets stay small, and every crop shows which part was taken. */
function landscape(width: number, height: number, sky: string, hill: string, sun: string): string {
  const ground = height * 0.62;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${sky}"/>
    <circle cx="${width * 0.68}" cy="${height * 0.3}" r="${Math.min(width, height) * 0.14}" fill="${sun}"/>
    <path d="M0 ${ground} L${width * 0.3} ${height * 0.42} L${width * 0.55} ${ground} L${width * 0.8} ${height * 0.5} L${width} ${ground} V${height} H0 Z" fill="${hill}"/>
    <rect x="0" y="0" width="100%" height="100%" fill="none" stroke="${sun}" stroke-width="${width / 60}"/>
  </svg>`;
}

const pictures: [name: string, svg: string][] = [
  ['one.png', landscape(900, 1200, '#bfd7e0', '#4f7358', '#f4c95d')],
  ['two.png', landscape(1200, 800, '#f2d6c2', '#8c4a3f', '#fff3d6')],
  ['three.png', landscape(1000, 1000, '#d9d4ee', '#4a4478', '#ffd9e8')],
  ['four.png', landscape(1200, 675, '#cfe8d5', '#2f5d62', '#fbf3c4')],
];

/** Files of four pictures and a clip, made here so that every machine has the same ones. */
export async function sheetFiles(folder: string): Promise<string[]> {
  const files = await Promise.all(
    pictures.map(async ([name, svg]) => {
      const path = join(folder, name);
      await writeFile(path, await sharp(Buffer.from(svg)).png().toBuffer());
      return path;
    }),
  );
  const clip = join(folder, 'clip.mp4');
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=c=0x3d5a80:size=720x1280:rate=25:duration=8'],
    ...['-vf', 'drawbox=x=120:y=700:w=480:h=340:color=0xee6c4d:t=fill'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p', clip],
  ]);
  return [...files, clip];
}

const longBody = [
  '🌅 清晨六点，老城的豆浆铺已经亮起了灯。师傅把前一晚泡好的黄豆倒进石磨，一圈一圈地推，白色的豆浆顺着磨盘流下来。',
  'Morning light falls on the old street, and the first cup is always for the neighbours.',
  '我们在这里拍了三天：第一天看火候，第二天学点卤，第三天终于端出一碗像样的豆腐脑。想学的朋友请看到最后，方法都写在里面了 #老城早餐 @豆浆铺',
  '**小贴士**：豆子要泡足八小时，水温不超过二十度；滤布洗净晾干，下一次才不会有异味。',
  '做好以后趁热喝，配一根刚出锅的油条，就是这座城市最踏实的早晨。明天同一时间，我们在街角见。',
].join('\n\n');

const attachment = (id: string, index: number, alt: string): Attachment => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  kind: 'asset',
  refId: id,
  alt,
  crop: null,
  trim: null,
  coverAt: null,
});

/** A post with long text, pictures and a clip for every format of one platform of the rule pack. */
export async function platformPost(
  page: Page,
  pack: RulePack,
  platformId: string,
  assets: { id: string; name: string }[],
): Promise<{ post: Post; formats: string[] }> {
  const idOf = (name: string): string => assets.find((each) => each.name === name)?.id ?? '';
  const stills = pictures.map(([name], index) =>
    attachment(idOf(name), index, index < 2 ? `Alt of ${name}` : ''),
  );
  const clip = attachment(idOf('clip.mp4'), 9, 'Alt of the clip');
  const formats = pack.platforms.find(({ id }) => id === platformId)?.formats ?? [];
  const targets = formats.map(
    ({ id, galley }): Partial<Target> => ({
      format: `${platformId}/${id}`,
      overrides: galley.kind === 'video' ? { attachments: [clip] } : {},
    }),
  );
  const post = await callStudio<Post>(page, 'posts.create', {
    change: {
      title: '豆浆铺的早晨 Soy milk at six',
      body: longBody,
      hashtags: ['老城早餐', 'breakfast'],
      link: 'https://www.example.com/morning',
      firstComment: 'First comment: 配方在这里 https://www.example.com/recipe',
      attachments: stills,
      targets,
    },
  });
  return { post, formats: targets.map(({ format }) => format ?? '') };
}

/** Sets how the wall looks before a post is opened, the side panel as wide as it gets. */
export async function setLook(page: Page, look: Record<string, unknown>): Promise<void> {
  await page.evaluate((kept) => {
    localStorage.setItem('galley.composer.previews', JSON.stringify(kept));
    localStorage.setItem('galley.composer.width', '1100');
    localStorage.setItem('galley.composer.panel', JSON.stringify('preview'));
  }, look);
}

/** Waits until so many frames stand there, with their pictures and letters. */
async function settled(page: Page, frames: string, count: number): Promise<void> {
  await expect(page.locator(frames)).toHaveCount(count, { timeout: 60_000 });
  await expect
    .poll(() =>
      page
        .locator(`${frames} img`)
        .evaluateAll((images) =>
          images.every(
            (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
          ),
        ),
    )
    .toBe(true);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens the post afresh, with the look that was set. */
export async function openWall(page: Page, post: Post, frames: number): Promise<void> {
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await page.reload();
  await settled(page, '[data-frame-scheme]', frames);
}

/** Another post in the window as it is. */
export async function showPost(page: Page, post: Post, platform: string, frames: number): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/posts/${id}`;
  }, post.id);
  await settled(page, `[data-frame-scheme][data-platform="${platform}"]`, frames);
}

/** Changes how the wall looks while it stands there, as another window of the studio would. */
export async function changeLook(page: Page, look: Record<string, unknown>): Promise<void> {
  await page.evaluate((change) => {
    const key = 'galley.composer.previews';
    const before: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const newValue = JSON.stringify(Object.assign({}, before, change));
    localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
  }, look);
}

/** Lets the frames speak the language. */
export async function speak(page: Page, language: 'zh' | 'en', frames: number): Promise<void> {
  await changeLook(page, { language });
  await settled(page, `[data-frame-scheme][lang^="${language}"]`, frames);
}

/** Letters of the bundled fonts only, at a third of a phone: what no other machine draws differently. */
const sheetStyle = `
  [data-frame-scheme] { zoom: 0.33 !important; max-height: 1250px; box-shadow: none !important; }
  [data-frame-scheme], [data-frame-scheme] * {
    font-family: "Inter Variable", "Noto Sans SC Variable", "Galley Emoji", sans-serif !important;
    scrollbar-width: none !important; transition: none !important; animation: none !important;
  }
`;

/** Frames as small and as plain as sheets take them, until the page is loaded anew. */
export async function dressForSheets(page: Page): Promise<void> {
  await page.addStyleTag({ content: sheetStyle });
}

/** All frames of the open post as one picture. */
export async function sheetOf(page: Page): Promise<Buffer> {
  const wall = page.locator('[data-view=all]');
  await expect(wall).toBeVisible();
  return wall.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Sheets under each other, in few colours. */
export async function stacked(sheets: Buffer[]): Promise<Buffer> {
  const trimmed = await Promise.all(
    sheets.map((sheet) => sharp(sheet).trim({ threshold: 4 }).png().toBuffer({ resolveWithObject: true })),
  );
  const width = Math.max(...trimmed.map(({ info }) => info.width));
  const height = trimmed.reduce((sum, { info }) => sum + info.height + 12, 0);
  let top = 0;
  const layers = trimmed.map(({ data, info }) => {
    const layer = { input: data, left: 0, top };
    top += info.height + 12;
    return layer;
  });
  return sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(layers)
    .png({ palette: true, colours: 28, dither: 0, effort: 8 })
    .toBuffer();
}
