/**
 * Content security policy of the window's pages, the same in both hosts. `style-src 'unsafe-inline'`: Mantine and
 * Konva set style attributes and one style element.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For files of the user, which must not run anything when one (an SVG) is opened as a page of its own. */
export const mediaPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** On every answer. There is no CORS header anywhere, on purpose. */
export const commonHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  // The microphone records a voice over a clip, after the browser has asked the user.
  'Permissions-Policy': 'camera=(), microphone=(self), geolocation=(), display-capture=(), usb=(), serial=()',
};
