import { unreadable } from '#main/media/identify/identify-file.ts';
import { GalleyError, isCancellation } from '#shared/contract/failure.ts';
import { maximumInputPixels } from './factory.ts';

/** Errors of the system or of our own pass through; anything a decoder says becomes a sentence about the file. */
export function imageFailure(path: string, error: unknown): unknown {
  if (error instanceof GalleyError || isCancellation(error)) return error;
  if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) return error;
  const detail = error instanceof Error ? error.message.trim().slice(0, 500) : String(error);
  if (/no space left on device|ENOSPC/i.test(detail)) return error;
  if (/pixel limit/i.test(detail)) {
    const megapixels = maximumInputPixels / 1e6;
    return unreadable(
      path,
      {
        reason: {
          en: `claims more than ${megapixels} megapixels`,
          zh: `声称超过 ${megapixels / 100} 亿像素`,
        },
        hint: { en: 'Scale it down in another program first.', zh: '请先用其他软件缩小。' },
      },
      detail,
    );
  }
  if (/^timeout/i.test(detail)) {
    return unreadable(
      path,
      {
        reason: { en: 'takes too long to decode', zh: '解码时间过长' },
        hint: {
          en: 'It may be damaged; save it again as JPEG or PNG.',
          zh: '文件可能已损坏；请重新保存为 JPEG 或 PNG。',
        },
      },
      detail,
    );
  }
  if (/unsupported image format/i.test(detail)) {
    return unreadable(
      path,
      {
        reason: { en: 'is of a variant that cannot be decoded', zh: '属于无法解码的变体' },
        hint: { en: 'Save it as JPEG or PNG and add that.', zh: '请另存为 JPEG 或 PNG 再添加。' },
      },
      detail,
    );
  }
  return unreadable(
    path,
    {
      reason: { en: 'is damaged or incomplete', zh: '已损坏或不完整' },
      hint: {
        en: 'Copy or download it again from its source, or save it again as JPEG or PNG.',
        zh: '请从来源重新复制或下载，或重新保存为 JPEG 或 PNG。',
      },
    },
    detail,
  );
}
