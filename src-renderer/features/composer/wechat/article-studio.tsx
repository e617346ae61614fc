import { ActionIcon, Button, Menu, Modal, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconCopy,
  IconFileTypeHtml,
  IconListNumbers,
} from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useState } from 'react';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { articlePage, themeOfTarget, withNumberedPictures } from '#shared/wechat/article.ts';
import type { ArticleFix } from '#shared/wechat/clean/rules.ts';
import type { ArticleTheme } from '#shared/wechat/theme.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { articleLimits } from './article-limits.ts';
import { ArticleView } from './article-view.tsx';
import { copyHtml, saveText, withInlinePictures } from './copy-article.ts';
import { LongPicture } from './long-picture.tsx';
import { Losses } from './losses.tsx';
import classes from './studio.module.css';
import { ThemeEditor } from './theme-editor.tsx';
import { ThemeGallery } from './theme-gallery.tsx';
import { useArticle, useBlocks, useSettledPost, useTokens } from './use-article.ts';
import { useThemeHistory } from './use-theme-history.ts';

const fixed: Record<ArticleFix, (theme: ArticleTheme) => ArticleTheme> = {
  footnotes: (theme) => ({ ...theme, link: { ...theme.link, foreign: 'footnotes' } }),
  placeholder: (theme) => ({ ...theme, image: { ...theme.image, foreign: 'placeholder' } }),
};

/** How a WeChat article looks, what the platform would take out of it, and the ways out of the studio. */
export default function ArticleStudio({
  session,
  targetKey,
  profile,
  onClose,
}: {
  session: PostSession;
  targetKey: string;
  profile: FormatProfile;
  onClose(): void;
}) {
  const { t, locale } = useWords();
  const post = useSettledPost(session);
  const target = targetOf(post, targetKey);
  const keep = useCallback(
    (theme: ArticleTheme) => session.setArticleTheme(targetKey, theme),
    [session, targetKey],
  );
  const history = useThemeHistory(themeOfTarget(target?.overrides.articleTheme), keep);
  const { theme } = history;
  const tokens = useTokens();
  const { title, blocks } = useBlocks(post, targetKey);
  const article = useArticle(blocks, theme);
  const [tab, setTab] = useState<'theme' | 'lost'>('theme');
  const [copying, setCopying] = useState(false);
  const limits = articleLimits(article, profile);
  const number = new Intl.NumberFormat(locale);

  const copy = async (make: (html: string) => string | Promise<string>, said: string): Promise<void> => {
    setCopying(true);
    try {
      copyHtml(await make(article.html));
      notify(said);
    } catch {
      notifyFailure(
        new GalleyError('unavailable', {
          en: 'The article could not be put on the clipboard. Click into this window and try again, or save it as HTML.',
          zh: '无法将文章放入剪贴板。请点击此窗口后重试，或保存为 HTML。',
        }),
      );
    } finally {
      setCopying(false);
    }
  };
  const save = async (): Promise<void> => {
    const page = articlePage(title, await withInlinePictures(article.html));
    saveText(safeFileName(title || t('wechat.article'), 'html'), page);
  };
  const onKey = (event: KeyboardEvent): void => {
    const inText = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (!(event.ctrlKey || event.metaKey) || inText) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const forth = key === 'y' || (key === 'z' && event.shiftKey);
    if (!back && !forth) return;
    event.preventDefault();
    event.stopPropagation();
    if (back) history.undo();
    else history.redo();
  };

  return (
    <Modal.Root opened onClose={onClose} size="min(1320px, 96vw)" centered>
      <Modal.Overlay />
      <Modal.Content className={classes['window'] ?? ''} onKeyDown={onKey}>
        <Modal.Header className={classes['head'] ?? ''}>
          <Modal.Title>{t('wechat.studio')}</Modal.Title>
          <span className={classes['count']} data-over={limits.over}>
            {t('wechat.count', { count: number.format(limits.characters), most: number.format(limits.most) })}
          </span>
          <span className={classes['space']} />
          <Tooltip label={t('wechat.undo')}>
            <ActionIcon aria-label={t('wechat.undo')} disabled={!history.canUndo} onClick={history.undo}>
              <IconArrowBackUp size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('wechat.redo')}>
            <ActionIcon aria-label={t('wechat.redo')} disabled={!history.canRedo} onClick={history.redo}>
              <IconArrowForwardUp size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          {target && (
            <LongPicture postId={post.id} targetId={target.id} theme={theme} flush={session.flush} />
          )}
          <Button
            variant="default"
            leftSection={<IconFileTypeHtml size={16} stroke={1.5} />}
            onClick={() => void save().catch(notifyFailure)}
          >
            {t('wechat.save-html')}
          </Button>
          <Button.Group>
            <Button
              loading={copying}
              leftSection={<IconCopy size={16} stroke={1.5} />}
              onClick={() => void copy(withInlinePictures, t('wechat.copied'))}
            >
              {t('wechat.copy')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button className={classes['more'] ?? ''} aria-label={t('wechat.copy-more')}>
                  <IconChevronDown size={14} stroke={1.5} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconListNumbers size={16} stroke={1.5} />}
                  onClick={() => void copy(withNumberedPictures, t('wechat.copied-numbered'))}
                >
                  {t('wechat.copy-numbered')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Button.Group>
          <Modal.CloseButton aria-label={t('wechat.close')} />
        </Modal.Header>
        <Modal.Body className={classes['body'] ?? ''}>
          <ThemeGallery
            theme={theme}
            tokens={tokens}
            onChoose={(next) => history.change(next, `theme ${performance.now()}`)}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the article is scrolled by keys */}
          <div className={classes['table']} tabIndex={0}>
            <div className={classes['phone']}>
              <p className={classes['title']}>{title}</p>
              <ArticleView html={article.html} label={t('wechat.preview')} />
            </div>
          </div>
          <aside className={classes['side']}>
            <SegmentedControl
              fullWidth
              aria-label={t('wechat.side')}
              value={tab}
              onChange={(next) => setTab(next === 'lost' ? 'lost' : 'theme')}
              data={[
                { value: 'theme', label: t('wechat.tab-theme') },
                { value: 'lost', label: t('wechat.tab-lost', { count: limits.lost }) },
              ]}
            />
            <div className={classes['sideIn']}>
              {tab === 'theme' ? (
                <ThemeEditor theme={theme} tokens={tokens} onChange={history.change} />
              ) : (
                <Losses
                  lost={article.lost}
                  limits={limits}
                  onFix={(fixes) =>
                    history.change(
                      fixes.reduce((next, fix) => fixed[fix](next), theme),
                      `fix ${fixes.join(' ')}`,
                    )
                  }
                />
              )}
            </div>
          </aside>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
