/** Scheme of the window's pages and of the media route. */
export const appScheme = 'galley';
/** The one address of the window. */
export const appAddress = 'galley://app/';

/** The address belongs to our own pages: parsed, since a prefix also fits `galley://app.evil.example`. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'galley:' && url.host === 'app' && url.username === '' && url.password === '';
}
