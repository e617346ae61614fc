import { useEffect, useMemo, useState } from 'react';
import { blocksOf } from '#shared/rich/read.ts';
import { finishArticle, themeOfTarget } from '#shared/wechat/article.ts';
import type { FrameProps } from '../frame-types.ts';
import { ArticleView } from '../../wechat/article-view.tsx';
import { useTokens } from '../../wechat/use-article.ts';
import classes from './themed-body.module.css';

/** Milliseconds between two drawings: dressing and cleaning a long article costs more than one key may. */
const pace = 160;

/** The newest value, at an even pace. */
function usePacedValue<T>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => {
    if (shown === value) return undefined;
    const timer = setTimeout(() => show(value), pace);
    return () => clearTimeout(timer);
  }, [shown, value]);
  return shown;
}

/** The article dressed in its theme, as it is after the platform's clean-up; dark as the app turns it by itself. */
export default function ThemedBody({ frame }: { frame: FrameProps }) {
  const { document, content, articleTheme, dark } = frame;
  const body = usePacedValue(content.body);
  const state = usePacedValue(document);
  const tokens = useTokens();
  const html = useMemo(
    () => finishArticle(blocksOf(state, body), themeOfTarget(articleTheme), tokens).html,
    [state, body, articleTheme, tokens],
  );
  return (
    <ArticleView
      html={html}
      dark={dark}
      {...(dark ? { className: classes['dark'] } : {})}
      label={frame.t('preview-china.partArticle')}
    />
  );
}
