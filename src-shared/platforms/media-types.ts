/** File types as the rule pack names them, as MIME types. */
const mimeOf: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heif: 'image/heif',
  avif: 'image/avif',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  avi: 'video/x-msvideo',
  wmv: 'video/x-ms-wmv',
  flv: 'video/x-flv',
  '3gp': 'video/3gpp',
};

/** Other names of the same type, as programs that look at the content give them. */
const sameType: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/heic': 'image/heif',
  'image/apng': 'image/png',
  'image/x-ms-bmp': 'image/bmp',
  'video/matroska': 'video/x-matroska',
  'video/avi': 'video/x-msvideo',
  'video/vnd.avi': 'video/x-msvideo',
  'video/m4v': 'video/x-m4v',
};

const anyImage = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/heif'];

/** MIME types for the words of a rule-pack list, without repeats; `image/*` becomes the usual picture types. */
export function mimeTypes(words: string[]): string[] {
  return [...new Set(words.flatMap((word) => (word === 'image/*' ? anyImage : (mimeOf[word] ?? []))))];
}

/** One name per type, so that two lists can be compared. */
export function canonicalType(type: string): string {
  const plain = type.toLowerCase().split(';')[0]?.trim() ?? '';
  return sameType[plain] ?? plain;
}

const codecNames: Record<string, string> = {
  h265: 'hevc',
  avc: 'h264',
  avc1: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
};

/** ffmpeg's name of a video codec. */
export function canonicalCodec(codec: string): string {
  const plain = codec.toLowerCase().replaceAll('.', '');
  return codecNames[plain] ?? plain;
}

/** What people call a type: `JPEG`, `MOV`. */
export function typeLabel(type: string): string {
  const plain = canonicalType(type);
  const word = Object.entries(mimeOf).findLast(([, mime]) => mime === plain)?.[0];
  return (word ?? plain.split('/')[1] ?? plain).toUpperCase();
}
