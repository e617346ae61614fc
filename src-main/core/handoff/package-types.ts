import type { PostContent } from '#shared/domain/content.ts';
import type { MediaFacts } from '#shared/domain/content.ts';
import type { Crop, Disclosure, Thread } from '#shared/domain/post.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';
import type { Painter, PaintLook } from '#main/ports/painter.ts';
import type { EditWorld } from '../renders/edit-world.ts';

/** The file of an asset that a design shows; null when it is not there. */
export type AssetFile = (assetId: string) => string | null | Promise<string | null>;

/** A picture or recording on disk, a page of a design, or an edited clip, as it hangs on a target. */
export interface PackageMedia {
  /** Shown in findings. */
  name: string;
  facts: MediaFacts;
  alt: string;
  crop: Crop | null;
  /** Seconds of the source. */
  trim: { from: number; to: number } | null;
  coverAt: number | null;
  source:
    | { kind: 'file'; path: string }
    | { kind: 'clip'; edit: ClipEdit; world: EditWorld }
    | {
        kind: 'design';
        body: DesignBody;
        pageId: string;
        assetFile: AssetFile;
        /** The brand of the design's workspace; absent for a file outside of one. */
        look?: PaintLook;
      };
}

export interface PackageTarget {
  /** `platform/format`, or with a size. */
  format: string;
  /** null for a file outside of a workspace. */
  targetId: string | null;
  accountId: string | null;
  /** Handle or name of the account; null where none was named. */
  account: string | null;
  /** Its folder's name in the package. */
  folder: string;
  /** When it is due, in words; null where it has no time. */
  scheduled: string | null;
  disclosure: Disclosure;
  thread: Thread | null;
  content: PostContent;
  media: PackageMedia[];
  /** Its article as an HTML file that needs nothing else; absent where the format is none. */
  article?: () => Promise<string>;
}

export interface PackageTools {
  pack: RulePack;
  images: ImageEngine;
  clips: ClipEngine;
  painter: Painter;
  files: FileStore;
}

/** One file of a package. */
export interface PackageFile {
  path: string;
  name: string;
  bytes: number;
  type: string;
  width: number;
  height: number;
  /** Seconds; 0 for stills. */
  duration: number;
  alt: string;
}
