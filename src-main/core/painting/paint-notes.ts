import type { Bilingual } from '#shared/contract/failure.ts';
import type { DesignFileType } from '#shared/contract/designs.ts';
import type { PaintedFile } from '#main/ports/painter.ts';

/** What somebody should know about a painted file. */
export function notesOn(
  painted: PaintedFile,
  wanted: { type: DesignFileType; scale: number; transparent: boolean },
): Bilingual[] {
  const notes: Bilingual[] = [];
  const pictures = painted.missingAssets.length;
  if (pictures > 0) {
    notes.push({
      en: `${pictures === 1 ? 'A picture is' : `${pictures} pictures are`} missing or unreadable; a grey field stands in.`,
      zh: `有 ${pictures} 张图片缺失或无法读取，以灰色占位。`,
    });
  }
  if (painted.missingGlyphs.length > 0) {
    const shown = painted.missingGlyphs.slice(0, 12).join(' ');
    notes.push({
      en: `The fonts do not have: ${shown}. A font of this computer drew them, or nothing did.`,
      zh: `字体中没有这些字符：${shown}。已用本机字体代替，或未能显示。`,
    });
  }
  if (painted.scale < wanted.scale * 0.999) {
    const percent = Math.round((painted.scale / wanted.scale) * 100);
    notes.push({
      en: `Made smaller, to ${percent} %, to keep the byte limit.`,
      zh: `为满足文件大小上限，已缩小到 ${percent}%。`,
    });
  }
  if (wanted.transparent && wanted.type === 'jpeg') {
    notes.push({
      en: 'JPEG has no transparency, so the background was painted.',
      zh: 'JPEG 不支持透明，已绘制背景。',
    });
  }
  return notes;
}
