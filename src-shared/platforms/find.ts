import type { Bilingual } from '#shared/contract/failure.ts';
import type { Finding, FindingCode, FixCode } from './finding.ts';
import type { Limit } from './profile-types.ts';
import type { Confidence } from './rule-pack.ts';

/** Only what a platform states itself, what was seen in its form, and what the user set may refuse a post. */
const refusing: ReadonlySet<Confidence> = new Set(['user', 'official', 'official-quoted', 'ui-observed']);

/** Words of the buttons. */
export const fixLabels: Record<FixCode, Bilingual> = {
  'shorten-text': { en: 'Shorten at a sentence', zh: '在句末截短' },
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
  'clean-hashtags': { en: 'Clean the hashtags', zh: '修正话题' },
  'remove-mentions': { en: 'Remove the last mentions', zh: '删除多余的 @' },
  'move-layers': { en: 'Open the design', zh: '打开设计' },
  'change-time': { en: 'Change the time', zh: '修改时间' },
  'replace-words': { en: 'Replace', zh: '替换' },
  'add-label': { en: 'Add the label', zh: '添加标识' },
  'mark-disclosure': { en: 'Mark as advertising', zh: '标记为广告' },
  'use-https': { en: 'Use https', zh: '改为 https' },
  'mend-link': { en: 'Mend the link', zh: '修正链接' },
  'hide-personal': { en: 'Hide it', zh: '打码隐藏' },
  'add-source': { en: 'Note the source', zh: '注明来源' },
  'set-licence': { en: 'Set the licence', zh: '填写授权' },
};

const fixOf: Record<FindingCode, FixCode | null> = {
  'text-too-long': 'shorten-text',
  'text-too-short': 'fill-text',
  'text-required': 'fill-text',
  'hashtags-too-many': 'remove-hashtags',
  'hashtag-invalid': 'clean-hashtags',
  'hashtag-too-long': null,
  'mentions-too-many': 'remove-mentions',
  'links-too-many': 'remove-links',
  'link-not-clickable': 'remove-links',
  'media-missing': 'add-media',
  'media-too-many': 'remove-media',
  'media-type': 'convert-image',
  'media-mixed': 'remove-media',
  'image-too-large-bytes': 'compress-image',
  'image-too-large-pixels': 'compress-image',
  'image-too-large-side': 'compress-image',
  'image-too-small': null,
  'image-aspect': 'crop-image',
  'video-too-long': 'trim-clip',
  'video-too-short': null,
  'video-bytes': 'fit-clip',
  'video-container': 'fit-clip',
  'video-codec': 'fit-clip',
  'video-aspect': 'reframe-clip',
  'video-dimensions': 'fit-clip',
  'video-bitrate': 'fit-clip',
  'video-audio': 'fit-clip',
  fps: 'fit-clip',
  'alt-missing': 'write-alt',
  'alt-too-long': 'write-alt',
  'cover-missing': 'choose-cover',
  'cover-aspect': 'crop-image',
  'safe-area': 'move-layers',
  'schedule-past': 'change-time',
  'schedule-too-soon': 'change-time',
  'schedule-too-late': 'change-time',
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
