import { sumCounter } from './counter.ts';

const link = /https?:\/\/[a-z0-9]+(?:\.[a-z0-9]+)+[-a-z0-9$.+!_*()/,:;@&=?~#%]*/giu;
const shortLink = /^http:\/\/t\.cn/i;
const ownLink = /^http:\/\/(?:t\.sina\.(?:com\.)?cn|weibo\.c(?:om|n))/i;

/** Half-width units of a link, as the site's own editor script has them. */
function linkHalves(url: string): number {
  if (shortLink.test(url)) return url.length;
  if (ownLink.test(url) && url.length <= 41) return url.length;
  return url.length <= 140 ? 20 : url.length - 140 + 20;
}

/** Weibo: a UTF-16 unit above U+00FF is one 字, others a half, a link ten; rounded up. */
export const weiboZi = sumCounter({
  unit: 'weibo-zi',
  walk: (text, visit) => {
    let index = 0;
    const plain = (until: number) => {
      for (; index < until; index++) visit(index, text.charCodeAt(index) > 0xff ? 2 : 1);
    };
    if (text.includes('://')) {
      for (const { 0: url, index: start } of text.matchAll(link)) {
        plain(start);
        visit(start, linkHalves(url));
        index = start + url.length;
      }
    }
    plain(text.length);
  },
  total: (halves) => Math.ceil(halves / 2),
});
