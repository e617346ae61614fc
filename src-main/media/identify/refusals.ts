import type { Bilingual } from '#shared/contract/failure.ts';

const saveAsPicture: Bilingual = {
  en: 'Open it in the program that made it and save it as PNG or JPEG.',
  zh: '请在原来的软件中打开，另存为 PNG 或 JPEG。',
};
const saveAsVideo: Bilingual = {
  en: 'Save or download the video itself as MP4 and add that.',
  zh: '请把视频本身另存或下载为 MP4 再添加。',
};

/** Why a kind of file is refused, and what to do; `reason` completes "“name” …". */
export interface Refusal {
  reason: Bilingual;
  hint: Bilingual;
}

function picture(name: string): Refusal {
  return {
    reason: { en: `is ${name}, which Galley cannot read`, zh: `是 ${name}，Galley 无法读取` },
    hint: saveAsPicture,
  };
}

/** Well-known types that are media to people but that no engine here decodes. */
export const refusedTypes: Record<string, Refusal> = {
  'image/bmp': picture('a BMP picture'),
  'image/vnd.adobe.photoshop': picture('a Photoshop document'),
  'image/x-icon': picture('an icon file'),
  'image/jxl': picture('a JPEG XL picture'),
  'image/jp2': picture('a JPEG 2000 picture'),
  'image/jpx': picture('a JPEG 2000 picture'),
  'image/jpm': picture('a JPEG 2000 picture'),
  'image/vnd.ms-photo': picture('a JPEG XR picture'),
  'image/x-canon-cr2': picture('a camera raw file'),
  'image/x-canon-cr3': picture('a camera raw file'),
  'image/x-nikon-nef': picture('a camera raw file'),
  'image/x-sony-arw': picture('a camera raw file'),
  'image/x-adobe-dng': picture('a camera raw file'),
  'image/x-fujifilm-raf': picture('a camera raw file'),
  'image/x-olympus-orf': picture('a camera raw file'),
  'image/x-panasonic-rw2': picture('a camera raw file'),
  'application/pdf': {
    reason: { en: 'is a PDF document, not a picture', zh: '是 PDF 文档，不是图片' },
    hint: { en: 'Export its page as PNG or JPEG first.', zh: '请先把页面导出为 PNG 或 JPEG。' },
  },
  'audio/midi': {
    reason: { en: 'holds notes (MIDI), not sound', zh: '是 MIDI 音符文件，不含声音' },
    hint: { en: 'Export it as WAV or MP3 first.', zh: '请先导出为 WAV 或 MP3。' },
  },
};

export const emptyFile: Refusal = {
  reason: { en: 'is empty (0 bytes)', zh: '是空文件（0 字节）' },
  hint: { en: 'Copy or download it again from its source.', zh: '请从来源重新复制或下载。' },
};

export const notAFile: Refusal = {
  reason: { en: 'is a folder or a device, not a file', zh: '是文件夹或设备，不是文件' },
  hint: { en: 'Choose the pictures and clips inside it.', zh: '请选择其中的图片和视频文件。' },
};

export const playlist: Refusal = {
  reason: {
    en: 'is a streaming playlist: a list of addresses, not a video',
    zh: '是流媒体播放列表，只有地址，没有视频',
  },
  hint: saveAsVideo,
};

export const plainText: Refusal = {
  reason: { en: 'holds text, not a picture, video or sound', zh: '是文本文件，不是图片、视频或声音' },
  hint: {
    en: 'Check that it is the right file; renaming a file does not change what is in it.',
    zh: '请确认文件是否正确；只改扩展名不会改变内容。',
  },
};

export const unknownContent: Refusal = {
  reason: {
    en: 'is not a picture, video or sound that Galley knows, or it is damaged',
    zh: '不是 Galley 认识的图片、视频或声音，或已损坏',
  },
  hint: {
    en: 'Open it in another program to check it, and save it as JPEG, PNG or MP4.',
    zh: '请用其他软件打开检查，并另存为 JPEG、PNG 或 MP4。',
  },
};
