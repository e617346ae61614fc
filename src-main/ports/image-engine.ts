/** What a file really is, decided by its content and never by its name. */
export interface IdentifiedFile {
  kind: 'image' | 'video' | 'audio';
  /** MIME type by content, for example `image/heic`. */
  type: string;
  /** The usual extension of that type, without a dot. */
  extension: string;
}

/**
 * Reads the first bytes of a file and says what it is.
 * @throws GalleyError `unreadable-file` naming the file, the reason and what to do; `not-found`.
 */
export type IdentifyFile = (path: string) => Promise<IdentifiedFile>;

/** Something about a picture that a person should know before publishing it. */
export type ImageWarning =
  /** Part of the pixels could not be decoded; publishing it is refused. */
  | 'damaged'
  /** Several frames or pages; only the first is used as a still. */
  | 'first-frame-only'
  /** CMYK or Lab: converted to sRGB, colours may shift a little. */
  | 'converted-to-srgb'
  | 'has-location';

export interface ImageFacts {
  type: string;
  /** Pixels as shown, after orientation. */
  width: number;
  height: number;
  /** EXIF orientation 1–8 as written in the file; 1 where the format turns its pixels itself. */
  orientation: number;
  hasAlpha: boolean;
  animated: boolean;
  /** Frames of an animation, pages of a TIFF; 1 for a plain picture. */
  pages: number;
  /** libvips name of the colour space: `srgb`, `cmyk`, `b-w`, `rgb16`, `labs` … */
  space: string;
  hasProfile: boolean;
  /** A GPS position in EXIF or XMP. */
  hasLocation: boolean;
  /** Local time of the camera, ISO 8601, with an offset only when the camera wrote one. */
  takenAt?: string;
  camera?: string;
  warnings: ImageWarning[];
}

/** A file the engine wrote. */
export interface WrittenImage {
  out: string;
  type: string;
  width: number;
  height: number;
  bytes: number;
}

interface ThumbnailRequest {
  in: string;
  out: string;
  /** Longest side in pixels; small pictures are never enlarged. */
  maxSide: number;
  type: 'webp';
}

interface ProxyRequest {
  in: string;
  out: string;
  maxSide: number;
}

/** A rectangle in fractions (0–1) of the picture as shown. */
export interface FractionRectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type StillType = 'jpeg' | 'png' | 'webp' | 'avif';

export interface FitRequest {
  in: string;
  out: string;
  width: number;
  height: number;
  /** `cover` crops, `contain` adds bars of `background`, `blur` adds a blurred copy behind. */
  fit: 'cover' | 'contain' | 'blur';
  /** What `cover` keeps: `auto` looks for faces, colour and detail; a point is in fractions 0–1. */
  focus: 'auto' | 'center' | { x: number; y: number };
  type: StillType;
  /** 1–100; the highest the byte search tries. */
  quality?: number;
  maxBytes?: number;
  /** Only this part of the source is used. */
  crop?: FractionRectangle;
  /** CSS colour of the bars of `contain` and under transparent pixels of a JPEG; white unless given. */
  background?: string;
  /** Replace an existing file. */
  force?: boolean;
}

export interface CutoutRequest {
  in: string;
  /** A PNG with alpha. */
  out: string;
  /** '#rrggbb' of the background; absent: what the edges have most of. */
  colour?: string | undefined;
  /** How different a colour may be and still belong to the background: 0 to 100. */
  tolerance: number;
  /** Also inside the subject. */
  everywhere: boolean;
  /** Softening of the edge in px of the picture. */
  feather: number;
  /** Told shares of 0 to 1. */
  onProgress?: (share: number) => void;
}

/** What a source file carried that the result no longer does. */
export type StrippedPart =
  | 'exif'
  | 'gps'
  | 'xmp'
  | 'iptc'
  | 'icc→srgb'
  | 'comments'
  | 'gain-map'
  | 'motion-photo-video'
  | 'other-frames';

export interface FitResult extends WrittenImage {
  type: string;
  /** The quality that was used; 100 for lossless PNG. */
  quality: number;
  /** The part of the source that is shown, in fractions of the picture as shown. */
  crop: FractionRectangle;
  stripped: StrippedPart[];
}

export interface ImportImageRequest {
  in: string;
  /** Folder of originals named by hash; must exist. */
  assetsDir: string;
  /** Folder of thumbnails; must exist. */
  cacheDir: string;
  /** What the file was found to be, when the caller has looked already. */
  identified?: IdentifiedFile;
  /** The caller moves the file on from `assetsDir` and makes its final name durable. */
  passing?: boolean;
  /** Told the bytes copied so far. */
  onBytes?: (bytes: number) => void;
}

export interface ImportedImage {
  sha256: string;
  bytes: number;
  /** The original in `assetsDir`. */
  path: string;
  /** True when the same bytes were there already. */
  existed: boolean;
  extension: string;
  facts: ImageFacts;
  thumbnail: WrittenImage;
}

/**
 * Pictures in and out. Every method throws `unreadable-file` with the name of the file, the reason and
 * a hint, `invalid-input` for impossible wishes, `disk-full`, and `cancelled` when the signal fires;
 * whatever happens, no half-written file stays.
 */
export interface ImageEngine {
  inspect(path: string, signal?: AbortSignal): Promise<ImageFacts>;
  thumbnail(request: ThumbnailRequest, signal?: AbortSignal): Promise<WrittenImage>;
  /** A lossless sRGB PNG for the canvas, upright, at most `maxSide` pixels long. */
  proxy(request: ProxyRequest, signal?: AbortSignal): Promise<WrittenImage>;
  fit(request: FitRequest, signal?: AbortSignal): Promise<FitResult>;
  /** Takes the background away by colour. */
  cutOut(request: CutoutRequest, signal?: AbortSignal): Promise<WrittenImage>;
  importImage(request: ImportImageRequest, signal?: AbortSignal): Promise<ImportedImage>;
}
