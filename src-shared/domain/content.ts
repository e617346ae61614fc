/** The words of one post as they are handed to a platform: plain text (Markdown marks allowed in `body`). */
export interface PostContent {
  title: string;
  body: string;
  /** Without the # sign, in order. */
  hashtags: string[];
  link: string;
  firstComment: string;
}

/** What is known about a media file that would be attached to a target; all lengths as shown (after rotation). */
export interface MediaFacts {
  kind: 'image' | 'video' | 'audio';
  /** MIME type decided by content. */
  type: string;
  bytes: number;
  /** Pixels as shown; 0 for audio. */
  width: number;
  height: number;
  /** Seconds; 0 for stills. */
  duration: number;
  /** ffmpeg codec name, videos only. */
  codec?: string;
  fps?: number;
  hasAudio?: boolean;
  animated?: boolean;
  /** The first sound of a clip, where somebody looked: ffmpeg codec name, channels, hertz. */
  audio?: { codec: string; channels: number; sampleRate: number };
  /** Words and logos in a design's page, as fractions 0..1 of its size. */
  boxes?: { name: string; kind: 'text' | 'logo'; x: number; y: number; width: number; height: number }[];
  alt?: string;
  name?: string;
  /** A frame of the clip was chosen for its cover. */
  hasCover?: boolean;
}
