import type { Picture } from '#shared/design/draw/environment.ts';

interface Entry {
  picture: Picture;
  bytes: number;
  usedAt: number;
}

/** What was drawn this recently stays, however full the cache is: the next frame needs it again. */
const inUseFor = 2000;

/** Decoded pictures under a limit of memory; what was not drawn for longest goes first. */
export class BitmapCache {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;
  private readonly limit: number;
  private readonly now: () => number;

  constructor(limit: number, now: () => number = () => performance.now()) {
    this.limit = limit;
    this.now = now;
  }

  get(key: string): Picture | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    entry.usedAt = this.now();
    // To the end of the map: its order is that of use.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.picture;
  }

  set(key: string, picture: Picture): void {
    this.delete(key);
    const bytes = picture.width * picture.height * 4;
    this.entries.set(key, { picture, bytes, usedAt: this.now() });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit || this.now() - entry.usedAt < inUseFor) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }
}

/** 256 MB for everything that all open designs show. */
export const bitmaps = new BitmapCache(256_000_000);
