import type { Bilingual } from '#shared/contract/failure.ts';
import type { Finding, FindingCode, FixCode } from './finding.ts';
import type { Limit } from './profile-types.ts';
import type { Confidence } from './rule-pack.ts';

const refusing: ReadonlySet<Confidence> = new Set(['user', 'official', 'official-quoted', 'ui-observed']);

const fixLabels: Record<FixCode, Bilingual> = {
  'shorten-text': { en: 'Go to the overflow', zh: '跳到超出处' },
  'fill-text': { en: 'Fill in', zh: '填写' },
  'remove-hashtags': { en: 'Remove the last hashtags', zh: '删除多余话题' },
  'remove-links': { en: 'Remove the link', zh: '删除链接' },
  'add-media': { en: 'Add media', zh: '添加媒体' },
  'remove-media': { en: 'Remove the surplus', zh: '移除多余媒体' },
  'convert-image': { en: 'Convert the picture', zh: '转换图片格式' },
  'compress-image': { en: 'Compress to the limit', zh: '压缩到上限内' },
  'crop-image': { en: 'Crop to fit', zh: '裁剪到合适比例' },
  'trim-clip': { en: 'Trim the clip', zh: '裁剪时长' },
  'fit-clip': { en: 'Re-encode to fit', zh: '转码以符合要求' },
  'reframe-clip': { en: 'Reframe the clip', zh: '调整画面比例' },
  'write-alt': { en: 'Write alt text', zh: '填写替代文本' },
  'choose-cover': { en: 'Choose a cover', zh: '选择封面' },
};

const fixOf: Record<FindingCode, FixCode | null> = {
  'text-too-long': 'shorten-text',
  'text-too-short': 'fill-text',
  'text-required': 'fill-text',
  'hashtags-too-many': 'remove-hashtags',
  'links-too-many': 'remove-links',
  'link-not-clickable': 'remove-links',
  'media-missing': 'add-media',
  'media-too-many': 'remove-media',
  'media-type': 'convert-image',
  'media-mixed': 'remove-media',
  'image-too-large-bytes': 'compress-image',
  'image-too-large-pixels': 'compress-image',
  'image-aspect': 'crop-image',
  'video-too-long': 'trim-clip',
  'video-too-short': null,
  'video-bytes': 'fit-clip',
  'video-container': 'fit-clip',
  'video-codec': 'fit-clip',
  'video-aspect': 'reframe-clip',
  fps: 'fit-clip',
  'alt-missing': 'write-alt',
  'alt-too-long': 'write-alt',
  'cover-missing': 'choose-cover',
};

/**
 * How grave it is to pass a limit: only what the platform itself states, or the user sets, refuses; what others say, or what
 * another way of publishing may allow, warns; advice and values without any source are notes.
 */
function severityOf(limit: Limit<unknown> | null): Finding['severity'] {
  if (limit === null) return 'warning';
  if (limit.advised || limit.source === 'none') return 'note';
  return refusing.has(limit.confidence) && !limit.soft ? 'error' : 'warning';
}

/** A finding with the severity, source and one-click repair that belong to it. */
export function find(
  code: FindingCode,
  limit: Limit<unknown> | null,
  message: Bilingual,
  fix = fixOf[code],
): Finding {
  return {
    code,
    severity: severityOf(limit),
    message,
    ...(fix === null ? {} : { fix: { code: fix, label: fixLabels[fix] } }),
    ...(limit === null ? {} : { source: limit.source, confidence: limit.confidence }),
  };
}
