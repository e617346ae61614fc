import type { Bilingual } from '#shared/contract/failure.ts';
import type { NamedSize } from './format-name.ts';
import type { Confidence, FieldRole, Platform, PlatformFormat, Unit } from './rule-pack.ts';

/** A value with where it comes from; `source` is a key of the rule pack's sources, or `none`. */
export interface Limit<T> {
  value: T;
  confidence: Confidence;
  source: string;
  note?: string;
  /** A recommendation of the platform, or how it shows things; never a reason to refuse. */
  advised?: true;
  /** Another way of publishing may allow more, so passing it is a warning. */
  soft?: true;
}

/** A closed range; a missing end has no limit. */
export interface Range {
  min?: number;
  max?: number;
}

/** One box of the platform's publishing form. */
export interface TextField {
  id: string;
  role: FieldRole;
  unit: Unit;
  max: Limit<number> | null;
  min: Limit<number> | null;
  /** Second limit, UTF-8 bytes. */
  maxBytes: Limit<number> | null;
  required: boolean;
  /** Standing of the rule that asks for the field, else of its limit. */
  confidence: Confidence;
  source: string;
}

export interface TextProfile {
  fields: TextField[];
  /** What shows before “…more”. */
  fold: { count: Limit<number>; unit: Unit } | null;
  hashtag: { syntax: '#tag' | '#tag#' | 'none'; max: Limit<number> | null };
  /** `clickable` in the text, `field` of its own, `plain`: no reader can follow it. */
  links: 'clickable' | 'field' | 'plain';
  maxLinks: Limit<number> | null;
  /** What every link counts as, in the body's unit. */
  urlLength: Limit<number> | null;
  /** Formatting that survives: none, or the platform's rich text. */
  markup: 'plain' | 'rich';
}

/** Still pictures of a format, or the cover of a video; bytes and pixels. */
export interface ImageProfile {
  maxCount: Limit<number> | null;
  minCount: Limit<number> | null;
  /** MIME types. */
  types: Limit<string[]>;
  maxBytes: Limit<number> | null;
  /** Where GIF files may be larger than other pictures. */
  maxGifBytes: Limit<number> | null;
  sizes: NamedSize[];
  /** The size to make first, or the one that was asked for by name. */
  primary: Limit<{ width: number; height: number }>;
  /** Width divided by height. */
  aspect: Limit<Range> | null;
  maxPixels: Limit<number> | null;
}

/** Moving pictures of a format; seconds, bytes, pixels, frames per second. */
export interface VideoProfile {
  maxCount: Limit<number> | null;
  /** MIME types of the container. */
  containers: Limit<string[]>;
  /** ffmpeg names: h264, hevc, vp8, vp9, av1. */
  codecs: Limit<string[]>;
  maxBytes: Limit<number> | null;
  minDuration: Limit<number> | null;
  maxDuration: Limit<number> | null;
  minFps: Limit<number> | null;
  maxFps: Limit<number> | null;
  maxWidth: Limit<number> | null;
  maxHeight: Limit<number> | null;
  /** Kilobits per second. */
  maxBitrate: Limit<number> | null;
  primary: Limit<{ width: number; height: number }>;
  aspect: Limit<Range> | null;
}

/** Pixels of a canvas that the platform's own buttons and words cover; keep faces and text out of them. */
export interface SafeZone {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  confidence: Confidence;
  source: string;
}

/** Everything that the rest of Galley needs to know about one format of one platform. */
export interface FormatProfile {
  /** `platform/format`, without the size. */
  id: string;
  platformId: string;
  formatId: string;
  /** Name of the size that was asked for. */
  size: string | null;
  kind: PlatformFormat['galley']['kind'];
  name: Bilingual;
  platformName: Bilingual;
  badge: Platform['badge'];
  text: TextProfile;
  image: ImageProfile | null;
  video: VideoProfile | null;
  /** The picture shown before a video plays, or an article's head picture. */
  cover: (ImageProfile & { required: boolean }) | null;
  safeZone: SafeZone | null;
  /** Safe zone of the cover picture. */
  coverSafeZone: SafeZone | null;
  alt: { expected: boolean; required: boolean; max: Limit<number> | null; unit: Unit };
  firstComment: boolean;
  /** https page where posting starts in a browser; null where none is known. */
  publishPage: string | null;
}
