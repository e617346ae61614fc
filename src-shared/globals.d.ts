/**
 * What every host of the shared code has (Node, browser, Electron) and the ECMAScript library does not name.
 * Declared one by one, so that nothing else of a host is in reach here.
 */
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare function structuredClone<T>(value: T): T;

declare class URLSearchParams {
  keys(): IterableIterator<string>;
  set(name: string, value: string): void;
  delete(name: string): void;
}

declare class URL {
  static canParse(url: string, base?: string): boolean;
  constructor(url: string, base?: string);
  readonly searchParams: URLSearchParams;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}
