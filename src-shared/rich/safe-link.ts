/**
 * The address a link of a text may have: http, https or mailto, in full. Null for every other scheme, for addresses
 * inside a page and for what is no address at all; the words of such a link stay, the link goes.
 */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string') return null;
  // A browser reads past control characters and line ends inside an address, so `java\nscript:` is one word to it.
  const plain = address.replace(/\p{Cc}/gu, '').trim();
  const full = plain.startsWith('//') ? `https:${plain}` : plain;
  if (full.length > 4096 || /[\s<>"`\\]/.test(full)) return null;
  if (/^https?:\/\/[^/?#]/i.test(full)) return full;
  return /^mailto:[^?]+@[^?]+/i.test(full) ? full : null;
}
