import type { ReviewMedia, ReviewPackage, ReviewPost, ReviewTarget } from './package.ts';
import { fill, type PageWords, pageWords } from './page-words.ts';

/** The page's look and behaviour, with the SHA-256 (Base64) by which its policy allows them and nothing else. */
export interface PageParts {
  style: string;
  styleHash: string;
  script: string;
  scriptHash: string;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it can stand in HTML and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Data inside a script element: nothing in it can end the element or begin a comment. */
function scriptData(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function mediaHtml(media: ReviewMedia, number: number, words: PageWords): string {
  const name = fill(words.picture, { number });
  const caption = [name, media.facts].filter(Boolean).join(' · ');
  const picture =
    media.source === ''
      ? `<div class="no-picture">${escapeHtml(media.alt || name)}</div>`
      : `<button type="button" class="picture" aria-label="${escapeHtml(fill(words.pin, { number }))}" title="${escapeHtml(words.pinHint)}"><img src="${escapeHtml(media.source)}" alt="${escapeHtml(media.alt)}" width="${media.width}" height="${media.height}"></button>`;
  return `<figure data-picture="${escapeHtml(media.key)}">${picture}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

function targetHtml(target: ReviewTarget, words: PageWords): string {
  const head = [`${target.platform} · ${target.format}`, target.account, target.time].filter(Boolean);
  const texts = target.texts.map(
    ({ name, text }) =>
      `<div class="field"><h5>${escapeHtml(name)}</h5><p class="text" dir="auto">${escapeHtml(text)}</p></div>`,
  );
  const pictures =
    target.pictures && target.pictures.length > 0
      ? `<p class="shows">${escapeHtml(fill(words.shows, { list: target.pictures.join(', ') }))}</p>`
      : '';
  return `<section class="target"><h4>${head.map((part) => `<span>${escapeHtml(part)}</span>`).join('')}</h4>${texts.join('')}${pictures}</section>`;
}

function answerHtml(post: ReviewPost, words: PageWords): string {
  const label = escapeHtml(`${post.id}-comment`);
  return `<div class="answer" data-scripted hidden>
<div class="decide" role="group" aria-label="${escapeHtml(words.decision)}"><button type="button" data-decision="approved" aria-pressed="false">${escapeHtml(words.approve)}</button><button type="button" data-decision="changes" aria-pressed="false">${escapeHtml(words.changes)}</button></div>
<ol class="comments"></ol>
<label for="${label}">${escapeHtml(words.comment)}</label>
<p class="pinned" hidden><span></span> <button type="button" class="plain" data-unpin>${escapeHtml(words.unpin)}</button></p>
<textarea id="${label}" rows="3" maxlength="10000" placeholder="${escapeHtml(words.placeholder)}"></textarea>
<button type="button" class="add" data-add>${escapeHtml(words.add)}</button>
</div>`;
}

function postHtml(post: ReviewPost, number: number, words: PageWords): string {
  const media = post.media.map((each, index) => mediaHtml(each, index + 1, words)).join('');
  const notes = post.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('');
  return `<article class="post" id="post-${number}" data-post="${escapeHtml(post.id)}" aria-labelledby="title-${number}">
<header><p class="time">${escapeHtml(post.time)}</p><h3 id="title-${number}" dir="auto">${escapeHtml(post.title)}</h3>${notes ? `<ul class="notes">${notes}</ul>` : ''}</header>
${media ? `<div class="media" data-count="${post.media.length}">${media}</div>` : ''}
<div class="targets">${post.targets.map((target) => targetHtml(target, words)).join('')}</div>
${answerHtml(post, words)}
</article>`;
}

function daysHtml(posts: readonly ReviewPost[], words: PageWords): string {
  let day: string | null = null;
  return posts
    .map((post, index) => {
      const head =
        post.day === day ? '' : `<h2 class="day">${escapeHtml(post.day || words.unscheduled)}</h2>`;
      day = post.day;
      return head + postHtml(post, index + 1, words);
    })
    .join('\n');
}

/**
 * The package as one HTML file that fetches nothing, sends nothing, and runs only the one script that it is given.
 * Every text of the workspace is escaped.
 */
export function reviewPage(review: ReviewPackage, parts: PageParts): string {
  const words = pageWords[review.language];
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${parts.styleHash}'`,
    `script-src 'sha256-${parts.scriptHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = {
    id: review.id,
    title: review.title,
    posts: review.posts.map(({ id, shown }) => ({ id, shown })),
    words,
  };
  return `<!doctype html>
<html lang="${review.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Galley">
<title>${escapeHtml(review.title)}</title>
<style>${parts.style}</style>
</head>
<body>
<header class="top"><p class="kicker">${escapeHtml(words.kicker)} · ${escapeHtml(review.from)}</p><h1 dir="auto">${escapeHtml(review.title)}</h1>
${review.message ? `<p class="message" dir="auto">${escapeHtml(review.message)}</p>` : ''}
<p class="how">${escapeHtml(words.how)}</p><noscript><p class="how">${escapeHtml(words.noScript)}</p></noscript></header>
<main aria-label="${escapeHtml(words.posts)}">
${daysHtml(review.posts, words)}
</main>
<footer class="bar" data-scripted hidden>
<label for="reviewer">${escapeHtml(words.name)}</label><input id="reviewer" maxlength="120" autocomplete="name" placeholder="${escapeHtml(words.name)}">
<p class="progress"></p><p class="status" role="status"></p>
<button type="button" class="save">${escapeHtml(words.save)}</button>
</footer>
<script type="application/json" id="galley-review">${scriptData(data)}</script>
<script>${parts.script}</script>
</body>
</html>
`;
}
