/** What a file that begins with text turns out to be. */
export type TextContent = 'svg' | 'playlist' | 'text' | 'binary';

function decode(head: Uint8Array): string {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(head);
}

/** The first element of an XML or HTML text, past declarations, comments and the document type. */
function rootElement(text: string): string | undefined {
  const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/i;
  let rest = text;
  for (let match = prolog.exec(rest); match !== null; match = prolog.exec(rest))
    rest = rest.slice(match[0].length);
  return /^<([\w:.-]+)/.exec(rest)?.[1];
}

/**
 * Classifies the first bytes of a file that has no known signature.
 * Playlists and manifests matter most: a player that is handed one opens whatever files it lists.
 * @param head the first kilobytes of the file
 */
export function classifyText(head: Uint8Array): TextContent {
  const text = decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^#EXTM3U|^\[playlist\]|^\[Reference\]|^#EXT-X-|^ffconcat|^<asx\b/i.test(text)) return 'playlist';
  const root = rootElement(text)?.replace(/^.*:/, '').toLowerCase();
  if (root === 'svg') return 'svg';
  if (root === 'mpd' || root === 'smil' || root === 'playlist' || root === 'smoothstreamingmedia')
    return 'playlist';
  const unprintable =
    text.match(/[\p{Cc}\ufffd]/gu)?.filter((character) => character.trim() !== '').length ?? 0;
  return unprintable > text.length / 50 ? 'binary' : 'text';
}
