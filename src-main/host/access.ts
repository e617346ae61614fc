import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 256 bits, in letters that need no escaping in an address or a cookie. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

export interface Access {
  /** A new one-time token; earlier ones that were not used stop working. */
  mint(): string;
  /** Uses up the token and answers the `Set-Cookie` value, or null when the token is wrong or was used. */
  exchange(token: string): string | null;
  /** The request carries our session cookie. */
  signedIn(headers: IncomingHttpHeaders): boolean;
  /** The request was addressed to us by name: a page of another site that re-points its DNS at us is not. */
  hostIsOurs(headers: IncomingHttpHeaders): boolean;
  /** `Origin` is exactly the address the request was sent to. */
  originIsOurs(headers: IncomingHttpHeaders): boolean;
  /**
   * The browser says that one of our own pages (or the user, by typing) asked. Pages on other ports of this machine
   * are “same-site”, so the cookie alone does not keep them out. Clients that say nothing pass: they need the cookie.
   */
  siteIsOurs(headers: IncomingHttpHeaders): boolean;
}

/** Who may talk to the web host on `port`. */
export function createAccess(port: number): Access {
  const session = secret();
  // Cookies do not tell ports apart: the name does, so that two studios on one machine don't sign each other out.
  const cookie = `galley-${port}`;
  const names = ['127.0.0.1', '[::1]', 'localhost'];
  const hosts = new Set(names.map((name) => `${name}:${port}`).concat(port === 80 ? names : []));
  let token: string | null = null;

  const hostIsOurs = (headers: IncomingHttpHeaders) => hosts.has(headers.host ?? '');
  return {
    mint() {
      token = secret();
      return token;
    },
    exchange(offered) {
      if (token === null || !same(offered, token)) return null;
      token = null;
      return `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    signedIn(headers) {
      const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
      return value !== undefined && same(value, session);
    },
    hostIsOurs,
    originIsOurs: (headers) => hostIsOurs(headers) && headers.origin === `http://${headers.host}`,
    siteIsOurs(headers) {
      const site = headers['sec-fetch-site'];
      if (site === undefined || site === 'same-origin' || site === 'none') return true;
      // A link that the user follows to our page: harmless, and the Strict cookie does not come along.
      return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
    },
  };
}
