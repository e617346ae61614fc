import type { ClipProbe } from './probe.ts';

/** direct: plays as it is. remux: only the container is in the way. proxy: a light copy must be made. */
export type Playability = 'direct' | 'remux' | 'proxy';

/**
 * What Chromium plays: H.264 in 4:2:0, VP8, VP9, AV1; AAC, MP3, Opus, Vorbis, FLAC, PCM. HEVC depends on the
 * machine's hardware, so it is not relied on. Mirrored pictures are shown unmirrored, so they need a proxy too.
 */
export function playability(probe: ClipProbe): Playability {
  const { video, audio, container } = probe;
  const mp4 = container === 'mov';
  const matroska = container === 'matroska' || container === 'webm';
  if (video) {
    const h264 = video.codec === 'h264' && ['yuv420p', 'yuvj420p'].includes(video.pixelFormat);
    const open = ['vp8', 'vp9', 'av1'].includes(video.codec) && /^yuva?j?420p/.test(video.pixelFormat);
    if (!h264 && !open) return 'proxy';
    if (video.mirrored || video.interlaced || video.hdr) return 'proxy';
  }
  const anywhere = ['aac', 'mp3', 'opus', 'flac'];
  const sound = audio === null || anywhere.includes(audio.codec) || (audio.codec === 'vorbis' && matroska);
  if (!sound && video) return 'proxy';
  if (mp4 && sound) return 'direct';
  if (matroska && sound) {
    const webm = video === null || video.codec !== 'h264';
    const webmSound = audio === null || ['opus', 'vorbis'].includes(audio.codec);
    return webm && webmSound ? 'direct' : audio?.codec === 'vorbis' ? 'proxy' : 'remux';
  }
  if (!video && ['mp3', 'wav', 'ogg', 'flac', 'aac'].includes(container)) return 'direct';
  return sound && video ? 'remux' : 'proxy';
}
