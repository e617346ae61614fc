import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPalette } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { themeOfTarget } from '#shared/wechat/article.ts';
import { resolveColour } from '#shared/design/colours.ts';
import { shippedThemes } from '#shared/wechat/themes/shipped.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { articleLimits } from './article-limits.ts';
import classes from './bar.module.css';
import { useArticle, useBlocks, useSettledPost, useTokens } from './use-article.ts';

/** Above the text of a WeChat article: its theme, its length with all marks, what would be lost, and the way in. */
export default function ArticleBar({
  session,
  targetKey,
  profile,
  onOpen,
}: {
  session: PostSession;
  targetKey: string;
  profile: FormatProfile;
  onOpen(): void;
}) {
  const { t, say, locale } = useWords();
  const post = useSettledPost(session);
  const theme = themeOfTarget(targetOf(post, targetKey)?.overrides.articleTheme);
  const tokens = useTokens();
  const { blocks } = useBlocks(post, targetKey);
  const limits = articleLimits(useArticle(blocks, theme), profile);
  const shipped = shippedThemes.find((each) => JSON.stringify(each.theme) === JSON.stringify(theme));
  const number = new Intl.NumberFormat(locale);
  return (
    <div className={classes['bar']} role="group" aria-label={t('wechat.article')}>
      <span className={classes['theme']}>
        <i style={{ background: resolveColour(theme.headings[1].accent, tokens) }} aria-hidden />
        {shipped ? say(shipped.name) : t('wechat.own-theme')}
      </span>
      <span className={classes['count']} data-over={limits.over}>
        {t('wechat.count', { count: number.format(limits.characters), most: number.format(limits.most) })}
      </span>
      {limits.lost > 0 && (
        <span className={classes['lost']}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {t('wechat.would-lose', { count: limits.lost })}
        </span>
      )}
      <span className={classes['space']} />
      <Button variant="default" leftSection={<IconPalette size={16} stroke={1.5} />} onClick={onOpen}>
        {t('wechat.studio')}
      </Button>
    </div>
  );
}
