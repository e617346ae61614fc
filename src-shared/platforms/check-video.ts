import type { MediaFacts } from '#shared/domain/content.ts';
import { aspectFindings } from './check-aspect.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import { canonicalCodec, canonicalType, typeLabel } from './media-types.ts';
import type { VideoProfile } from './profile-types.ts';
import { readableOver, readableRange, readableSeconds } from './readable.ts';

/** Frame rates and seconds are measured; a hair over the limit is not over. */
const measureSlack = 0.05;

function durationFindings(video: VideoProfile, media: MediaFacts): Finding[] {
  const { minDuration, maxDuration } = video;
  const has = readableSeconds(media.duration);
  if (maxDuration && media.duration > maxDuration.value + measureSlack) {
    const limit = readableSeconds(maxDuration.value);
    return [
      find('video-too-long', maxDuration, {
        en: `The clip runs ${has.en}; the limit is ${limit.en}. Trim it.`,
        zh: `视频时长 ${has.zh}，上限 ${limit.zh}。请剪短。`,
      }),
    ];
  }
  if (minDuration && media.duration < minDuration.value - measureSlack) {
    const limit = readableSeconds(minDuration.value);
    return [
      find('video-too-short', minDuration, {
        en: `The clip runs ${has.en}; at least ${limit.en} are needed. Use a longer part.`,
        zh: `视频时长 ${has.zh}，至少需要 ${limit.zh}。请选取更长的片段。`,
      }),
    ];
  }
  return [];
}

function encodingFindings(video: VideoProfile, media: MediaFacts): Finding[] {
  const found: Finding[] = [];
  const { containers, codecs, maxBytes, minFps, maxFps } = video;
  if (!containers.value.includes(canonicalType(media.type))) {
    const taken = containers.value.map(typeLabel).join(', ');
    found.push(
      find('video-container', containers, {
        en: `${typeLabel(media.type)} files are not taken here; ${taken} are. Convert it.`,
        zh: `不支持 ${typeLabel(media.type)} 文件，支持 ${taken}。请转换。`,
      }),
    );
  }
  if (media.codec !== undefined && !codecs.value.includes(canonicalCodec(media.codec))) {
    const taken = codecs.value.join(', ');
    found.push(
      find('video-codec', codecs, {
        en: `The video is coded as ${media.codec}; ${taken} is expected. Re-encode it.`,
        zh: `视频编码为 ${media.codec}，要求 ${taken}。请转码。`,
      }),
    );
  }
  if (maxBytes && media.bytes > maxBytes.value) {
    const size = readableOver(media.bytes, maxBytes.value);
    found.push(
      find('video-bytes', maxBytes, {
        en: `The clip has ${size.has}; the limit is ${size.limit}. Re-encode it.`,
        zh: `视频大小为 ${size.has}，上限 ${size.limit}。请转码。`,
      }),
    );
  }
  const rate = media.fps;
  const slow = rate !== undefined && minFps !== null && rate < minFps.value - measureSlack;
  const fast = rate !== undefined && maxFps !== null && rate > maxFps.value + measureSlack;
  if (slow || fast) {
    const shown = Number(rate.toFixed(2));
    const range = readableRange({
      ...(minFps ? { min: minFps.value } : {}),
      ...(maxFps ? { max: maxFps.value } : {}),
    });
    found.push(
      find('fps', slow ? minFps : maxFps, {
        en: `The clip has ${shown} frames a second; ${range} is taken. Re-encode it.`,
        zh: `视频帧率为 ${shown}，要求 ${range}。请转码。`,
      }),
    );
  }
  return found;
}

/** Rules on one clip: length, container, codec, bytes, frame rate, shape. */
export function videoFindings(video: VideoProfile, media: MediaFacts): Finding[] {
  const found = [...durationFindings(video, media), ...encodingFindings(video, media)];
  return [...found, ...aspectFindings('video-aspect', video.aspect, media)];
}
