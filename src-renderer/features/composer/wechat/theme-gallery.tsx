import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconCheck, IconDeviceFloppy, IconDots, IconTrash } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { finishArticle } from '#shared/wechat/article.ts';
import { type ArticleTheme, articleThemeSchema } from '#shared/wechat/theme.ts';
import { shippedThemes } from '#shared/wechat/themes/shipped.ts';
import { ArticleView } from './article-view.tsx';
import { sampleBlocks } from './sample-blocks.ts';
import classes from './studio.module.css';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A theme as it looks on a few lines. */
const ThemeThumb = memo(function ThemeThumb({
  theme,
  tokens,
}: {
  theme: ArticleTheme;
  tokens: Readonly<Record<string, string>>;
}) {
  const html = useMemo(() => finishArticle(sampleBlocks, theme, tokens).html, [theme, tokens]);
  return (
    <span className={classes['thumb']}>
      <ArticleView html={html} className={classes['thumbPage']} />
    </span>
  );
});

function ThemeCard({
  name,
  theme,
  tokens,
  chosen,
  onChoose,
}: {
  name: string;
  theme: ArticleTheme;
  tokens: Readonly<Record<string, string>>;
  chosen: boolean;
  onChoose(): void;
}) {
  return (
    <button type="button" className={classes['theme']} aria-pressed={chosen} onClick={onChoose}>
      <ThemeThumb theme={theme} tokens={tokens} />
      <span className={classes['themeName']}>
        {name}
        {chosen && <IconCheck size={14} stroke={2} aria-hidden />}
      </span>
    </button>
  );
}

/** The workspace's own themes; broken ones are left out. */
function useOwnThemes(): { item: KitItem<'article-theme'>; theme: ArticleTheme }[] {
  const kept = useKit('article-theme');
  return useMemo(
    () =>
      (kept ?? []).flatMap((item) => {
        const parsed = articleThemeSchema.safeParse(item.body.theme);
        return parsed.success ? [{ item, theme: parsed.data }] : [];
      }),
    [kept],
  );
}

/** All themes to choose from, and keeping the one at hand as one's own. */
export function ThemeGallery({
  theme,
  tokens,
  onChoose,
}: {
  theme: ArticleTheme;
  tokens: Readonly<Record<string, string>>;
  onChoose(theme: ArticleTheme): void;
}) {
  const { t, say } = useWords();
  const own = useOwnThemes();
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return;
    await call('kit.save', { kind: 'article-theme', name: wanted, body: { theme } });
    setName('');
    notify(t('wechat.kept', { name: wanted }));
  };
  const replace = async (item: KitItem): Promise<void> => {
    const { id, revision } = item;
    const before = item.body;
    const saved = await call('kit.save', {
      kind: 'article-theme',
      id,
      revision,
      name: item.name,
      body: { theme },
    });
    notifyUndo(t('wechat.replaced', { name: item.name }), async () => {
      await call('kit.save', {
        kind: 'article-theme',
        id,
        revision: saved.revision,
        name: item.name,
        body: before,
      });
    });
  };
  const trash = async (item: KitItem): Promise<void> => {
    await call('kit.trash', { ids: [item.id], trashed: true });
    notifyUndo(t('wechat.trashed', { name: item.name }), async () => {
      await call('kit.trash', { ids: [item.id], trashed: false });
    });
  };
  return (
    <div className={classes['gallery']}>
      <h3>{t('wechat.themes')}</h3>
      <div className={classes['themes']}>
        {shippedThemes.map((each) => (
          <ThemeCard
            key={each.id}
            name={say(each.name)}
            theme={each.theme}
            tokens={tokens}
            chosen={same(each.theme, theme)}
            onChoose={() => onChoose(each.theme)}
          />
        ))}
      </div>
      <h3>{t('wechat.own-themes')}</h3>
      <div className={classes['themes']}>
        {own.map(({ item, theme: each }) => (
          <div key={item.id} className={classes['ownTheme']}>
            <ThemeCard
              name={item.name}
              theme={each}
              tokens={tokens}
              chosen={same(each, theme)}
              onChoose={() => {
                onChoose(each);
                call('kit.used', { id: item.id }).catch(notifyFailure);
              }}
            />
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  className={classes['themeMenu'] ?? ''}
                  size={22}
                  aria-label={t('wechat.theme-menu', { name: item.name })}
                >
                  <IconDots size={14} stroke={1.5} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconDeviceFloppy size={16} stroke={1.5} />}
                  onClick={() => void replace(item).catch(notifyFailure)}
                >
                  {t('wechat.replace')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={16} stroke={1.5} />}
                  onClick={() => void trash(item).catch(notifyFailure)}
                >
                  {t('wechat.trash')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        ))}
      </div>
      <form
        className={classes['keep']}
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(notifyFailure);
        }}
      >
        <TextInput
          aria-label={t('wechat.keep-name')}
          placeholder={t('wechat.keep-name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ActionIcon
          type="submit"
          variant="default"
          disabled={name.trim() === ''}
          aria-label={t('wechat.keep')}
        >
          <IconDeviceFloppy size={16} stroke={1.5} />
        </ActionIcon>
      </form>
    </div>
  );
}
