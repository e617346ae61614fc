import DOMPurify from 'dompurify';
import { memo, useLayoutEffect, useRef } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { withPictures } from '#shared/wechat/article.ts';

/** What the reader's page itself brings: nothing but the platform's own size, line and colour of letters. */
const pageStyle = `
:host { all: initial; display: block; }
div { font: 17px/1.6 var(--g-font, sans-serif); color: #1f1f1f; overflow-wrap: break-word; text-align: left; }
h1, h2, h3, p, section, pre, table { margin: 0; padding: 0; }
img { background: #0000000d; min-height: 2em; }
a { pointer-events: none; }
`;

/** Pictures turned back where the whole article is turned to dark. */
const darkPictures = 'img { filter: hue-rotate(180deg) invert(1); }';

/**
 * An article exactly as it is after the clean-up, in a tree of its own that no style of the studio reaches. Nothing in
 * it runs, and only pictures of the library are loaded.
 */
export const ArticleView = memo(function ArticleView({
  html,
  label,
  className,
  dark = false,
}: {
  html: string;
  /** Absent: a picture that says nothing beside the words around it. */
  label?: string;
  className?: string | undefined;
  /** The host turns its colours round as the app does in the dark; pictures are turned back. */
  dark?: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const shown = withPictures(html, (id) => mediaUrl(`picture/${id}`));
    // Pictures of WeChat's own hosts are kept in the article, but looking at it must not ask the network for them.
    const local = shown.replaceAll(/ src="https?:[^"]*"/g, '');
    const style = document.createElement('style');
    style.textContent = dark ? pageStyle + darkPictures : pageStyle;
    const page = document.createElement('div');
    page.innerHTML = DOMPurify.sanitize(local, { ADD_DATA_URI_TAGS: ['img'] });
    root.replaceChildren(style, page);
  }, [html, dark]);
  return (
    <div
      ref={host}
      className={className}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'document', 'aria-label': label })}
    />
  );
});
