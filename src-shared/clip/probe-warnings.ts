import type { ClipProbe, ClipWarning } from './probe.ts';

/** Codecs that no ffmpeg we use can decode yet. */
const undecodable = new Set(['vvc', 'unknown']);

/** True when the picture cannot be decoded, so only a refusal is honest. */
export function cannotDecode(probe: Pick<ClipProbe, 'video'>): boolean {
  return probe.video !== null && (undecodable.has(probe.video.codec) || probe.video.pixelFormat === '');
}

/** Plain words about what will matter when this clip is cut or published. */
export function probeWarnings(probe: ClipProbe): ClipWarning[] {
  const warnings: ClipWarning[] = [];
  const add = (code: string, en: string, zh: string) => warnings.push({ code, message: { en, zh } });
  const { video, audio } = probe;
  if (video && cannotDecode(probe)) {
    const name = video.codec === 'vvc' ? 'VVC (H.266)' : video.codec;
    add(
      'codec-unsupported',
      `The picture is stored as ${name}, which cannot be opened here yet. Export it as H.264 or HEVC.`,
      `画面使用 ${name} 编码，目前无法打开。请改为导出 H.264 或 HEVC。`,
    );
  }
  if (!video) add('no-video', 'This file has sound only.', '此文件只有声音。');
  if (video && !audio) add('no-audio', 'This clip has no sound.', '此视频没有声音。');
  if (video?.vfr) {
    add(
      'vfr',
      'The frame rate varies; exports use the nearest steady rate.',
      '帧率不固定；导出时会使用最接近的固定帧率。',
    );
  }
  if (video?.hdr) {
    add(
      'hdr',
      'This is an HDR clip; exports that re-encode are converted to standard colours.',
      '这是 HDR 视频；重新编码的导出会转换为标准色彩。',
    );
  }
  if (video?.interlaced) {
    add(
      'interlaced',
      'The picture is interlaced; re-encoded exports are made progressive.',
      '画面为隔行扫描；重新编码时会转为逐行。',
    );
  }
  if (video?.mirrored) {
    add(
      'mirrored',
      'The picture is stored mirrored; it is turned right on export.',
      '画面以镜像方式存储；导出时会还原。',
    );
  }
  if (video && Math.abs(video.pixelAspect - 1) > 0.001) {
    add(
      'pixel-aspect',
      'Pixels are not square; exports are made with square pixels.',
      '像素不是正方形；导出时会转为正方形像素。',
    );
  }
  if (probe.hasLocation) {
    add(
      'location',
      'The file says where it was filmed; exports leave that out.',
      '文件中含有拍摄地点；导出时会去除。',
    );
  }
  if (probe.duration <= 0) {
    add('no-duration', 'The file does not say how long it is.', '文件没有注明时长。');
  }
  return warnings;
}
