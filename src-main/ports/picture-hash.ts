/**
 * The difference hash of a picture, 16 hexadecimal digits; see `differenceHash`.
 * @throws GalleyError `unreadable-file`, `not-found`, `cancelled`
 */
export type HashPicture = (path: string, signal?: AbortSignal) => Promise<string>;
