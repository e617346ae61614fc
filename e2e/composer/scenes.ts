import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { callStudio, expect } from '../drivers/studio.ts';
import { visit } from '../frame/screens.ts';

type Language = 'zh' | 'en';
/** Called with everything there is to see, one after the other; `part` is a CSS selector of what is new. */
type Look = (name: string, part?: string) => Promise<void>;
type Say = (key: string, values?: Record<string, string | number>) => string;

const locales = join(import.meta.dirname, '../../resources/locales');

/** The words of the window, by the keys that the window uses. */
function wordsOf(language: Language): Say {
  const folder = join(locales, language);
  const areas = new Map(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>,
    ]),
  );
  return (key, values = {}) => {
    const [area = '', ...rest] = key.split('.');
    const word = areas.get(area)?.[rest.join('.')];
    if (word === undefined) throw new Error(`No word ${key} in ${language}.`);
    return word.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

const body = `春天来了，这是国家级的好茶，电话 13800138000，请找 {{name}}。The first of the season.

## 三种茶 Three teas

| 茶 | 价格 |
| --- | --- |
| 乌龙 Oolong | 48 元 |

> [!TIP] 水温八十五度。

- [ ] 试喝 taste
- [x] 装袋 pack

\`\`\`ts
const grams = 5;
\`\`\`

${'春天来了，花都开了，我们去看看吧。'.repeat(16)}`;

const formats = ['x/post', 'weibo/post', 'wechat-article/article', 'xiaohongshu/image', 'instagram/feed'];

/** What the scenes need in an open workspace; answers the post to look at. */
export async function furnish(page: Page): Promise<Post> {
  const account = await callStudio<KitItem>(page, 'kit.save', {
    kind: 'account',
    name: '豆浆铺 Shanghai',
    body: { platform: 'weibo', handle: '@doujiangpu', language: 'zh', hue: null, note: '' },
  });
  const things = [
    {
      kind: 'hashtag-set',
      name: '暖色 Warm',
      body: { tags: ['amber', '琥珀'], perPlatform: {}, group: 'Colours' },
    },
    { kind: 'hashtag-set', name: 'Cold', body: { tags: ['azure'], perPlatform: {}, group: 'Colours' } },
    { kind: 'snippet', name: 'Greeting', body: { text: 'Hello {{name}}', shortcut: 'hi' } },
  ];
  for (const thing of things) await callStudio(page, 'kit.save', thing);
  const targets = formats.map((format) => ({
    format,
    accountId: format.startsWith('weibo') ? account.id : null,
    overrides: format.startsWith('weibo') ? { body: `自己的话。${body}`, hashtags: ['own'] } : {},
  }));
  const title = '春天的茶 Spring tea';
  const link = 'https://shop.example/tea?size=M';
  const post = await callStudio<Post>(page, 'posts.create', {
    change: { title, body, link, hashtags: ['春天', 'tea'], campaign: 'Spring', targets },
    schedule: { local: '2027-03-01T09:30', zone: 'Asia/Shanghai' },
  });
  await callStudio(page, 'posts.create', { change: { title: 'Second', body: '最好的茶', targets } });
  return post;
}

/** Opens by keyboard, looks, leaves by keyboard; the focus is where it was. */
async function opens(page: Page, opener: Locator, opened: Locator, look: () => Promise<void>): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(opened).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(opener).toBeFocused();
}

const dialogOf = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const menuOf = (page: Page) => page.getByRole('menu').filter({ visible: true });
const floating = '[data-portal]';

/** The composer: base and target, every tab beside the text, every menu and dialog. */
export async function walkComposer(page: Page, language: Language, post: Post, look: Look): Promise<void> {
  const t = wordsOf(language);
  const button = (key: string) => page.getByRole('button', { name: t(key), exact: true }).first();
  const targets = page.getByRole('listbox', { name: t('composer.targets') });
  const text = page.getByRole('textbox', { name: t('composer.body'), exact: true });
  const panel = page.getByRole('radiogroup', { name: t('composer.sidePanel'), exact: true });
  const tab = (key: string) => panel.getByText(t(key).replace(/\s*[（(].*/, ''));
  const choose = async (index: number): Promise<void> => {
    await targets.getByRole('option').nth(index).click();
    await expect(targets.getByRole('option').nth(index)).toHaveAttribute('aria-selected', 'true');
  };
  const atEnd = async (): Promise<void> => {
    await text.click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('ControlOrMeta+End');
  };
  const menu = async (name: string, opener: Locator): Promise<void> =>
    opens(page, opener, menuOf(page), () => look(name, floating));
  const dialog = async (name: string, opener: Locator): Promise<void> =>
    opens(page, opener, dialogOf(page), () => look(name, floating));

  await visit(page, `/posts/${post.id}`);
  await expect(text).toContainText('Oolong');
  await choose(0);
  await tab('composer.tabPreview').click();
  const view = page.getByRole('radiogroup', { name: t('preview.view') });
  await view.getByText(t('preview.one'), { exact: true }).click();
  await look('base');
  await choose(2);
  await look('target');
  await view.getByText(t('preview.all'), { exact: true }).click();
  await expect(page.locator('figure[data-target]')).not.toHaveCount(1);
  await look('wall', 'aside');
  await view.getByText(t('preview.one'), { exact: true }).click();
  await menu('look', button('preview.look'));
  await tab('composer.tabChecks').click();
  await expect(button('checks.why')).toBeVisible();
  await button('checks.why').click();
  await look('checks', 'aside');
  await tab('composer.tabHistory').click();
  await page.getByRole('textbox', { name: t('history.name') }).fill('Before lunch');
  await button('history.keep').click();
  await page
    .getByRole('list', { name: t('history.list') })
    .getByText('Before lunch')
    .first()
    .click();
  await look('history', 'aside');
  await tab('composer.tabPreview').click();

  const counters = page.getByRole('button', { name: t('adapt.counters') });
  await counters.click();
  await expect(page.getByRole('table', { name: t('adapt.counters') })).toBeVisible();
  await look('counters', 'table');
  await counters.click();
  await dialog('compare', button('adapt.compare'));
  await menu('adapt menu', button('adapt.menu'));
  await button('adapt.menu').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: t('adapt.spacesOut') }).press('Enter');
  await expect(dialogOf(page)).toBeVisible();
  await look('adapt', floating);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(button('adapt.menu')).toBeFocused();

  await dialog('targets', button('composer.addTargets'));
  await dialog('disclosure', page.getByRole('button', { name: t('adapt.disclosure') }).first());
  await menu(
    'field menu',
    page.getByRole('button', { name: t('adapt.fieldMore', { field: t('composer.body') }) }),
  );
  await menu('hashtag sets', button('kit.insert-set'));
  await dialog('link tagger', button('kit.tag-link'));
  await menu('more', button('composer.more'));
  await dialog('media', button('composer.addMediaLong').or(button('composer.addMedia')).first());
  await page.getByRole('button', { name: /^[\d,]+ (words|字)/ }).click();
  await look('word count', floating);
  await page.keyboard.press('Escape');

  const inserts = page.getByRole('listbox', { name: t('editor.menu') });
  await atEnd();
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(inserts.getByRole('option').first()).toBeVisible();
  await look('slash', '[role=listbox]');
  await page.keyboard.press('Escape');
  await expect(inserts).toBeHidden();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ControlOrMeta+Alt+e');
  await expect(page.getByRole('textbox', { name: t('editor.emojiSearch') })).toBeFocused();
  await look('emoji');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('toolbar', { name: t('editor.floating') })).toBeVisible();
  await look('floating tools', '[role=toolbar]');
  await page.keyboard.press('ControlOrMeta+Alt+h');
  await page.getByRole('textbox', { name: t('editor.findWords') }).fill('茶');
  await expect(page.getByRole('textbox', { name: t('editor.replaceWords') })).toBeVisible();
  await look('find', '[role=search]');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await text.getByText('48 元').click();
  await menu('table menu', button('editor.cellMenu'));

  await choose(3);
  const studio = page.getByRole('dialog', { name: t('wechat.studio') });
  await opens(page, button('wechat.studio'), studio, async () => {
    await look('article studio', floating);
    await studio
      .getByText(t('wechat.tab-lost').replace(/\s*[（(].*/, ''))
      .first()
      .click();
    await look('article, lost', floating);
  });
  await choose(1);
  await button('composer.handoff').focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeVisible();
  const make = dialogOf(page).getByRole('button', { name: t('handoff.make').replace(/\s*[（(].*/, '') });
  const steps = dialogOf(page).getByRole('list', { name: t('handoff.checklist') });
  await expect(make.or(steps).first()).toBeVisible({ timeout: 60_000 });
  if (await make.isVisible()) {
    await look('hand-off, targets', floating);
    await make.click();
  }
  await expect(steps).toBeVisible({ timeout: 120_000 });
  await look('hand-off', floating);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(button('composer.handoff')).toBeFocused();
}

/** The settings pages of words and platforms, with their tabs and dialogs. */
export async function walkSettings(page: Page, language: Language, look: Look): Promise<void> {
  const t = wordsOf(language);
  const button = (key: string, values = {}) =>
    page.getByRole('button', { name: t(key, values), exact: true }).first();
  const dialog = async (name: string, opener: Locator): Promise<void> =>
    opens(page, opener, dialogOf(page), () => look(name, floating));
  const tabs = (group: string) => page.getByRole('radiogroup', { name: t(group) });
  const open = async (name: string): Promise<void> => visit(page, `/settings/${name}`);

  await open('kit');
  for (const [key, name] of [
    ['kit.snippets', 'snippet'],
    ['kit.sets', 'set'],
    ['kit.utm', 'utm'],
    ['kit.templates', 'template'],
  ] as const) {
    await tabs('kit.kind').getByText(t(key), { exact: true }).click();
    await look(`kit, ${name}`);
    if (name === 'snippet') await page.getByText('Greeting').first().click();
    if (name === 'set') await page.getByText('暖色 Warm').first().click();
    if (name === 'snippet' || name === 'set') await look(`kit, ${name} open`);
  }
  await open('accounts');
  await look('accounts');
  await dialog('accounts, new', button('accounts.add'));
  await dialog('accounts, set', button('accounts.new-set'));

  await open('rules');
  await look('rules');
  const edit = page.getByRole('button', { name: t('rules.edit-of', { name: '' }) }).first();
  await edit.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form')).toBeVisible();
  await look('rules, edit');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form')).toBeHidden();
  await expect(edit).toBeFocused();
  const part = (key: string) => tabs('rules.pages').getByText(t(key).replace(/\s*[（(].*/, ''));
  await part('rules.compare').click();
  await look('rules, compare');
  await part('rules.changes-tab').click();
  await look('rules, changes');
  await part('rules.platforms-tab').click();
  await look('rules, platforms');
  await dialog('rules, new platform', button('rules.new-platform'));

  await open('words');
  await look('words');
  await open('checks');
  await button('checks.run').click();
  await expect(page.getByRole('status').filter({ hasText: /\d/ }).first()).toBeVisible();
  await look('checks');
  await open('connections');
  await look('connections');
}
