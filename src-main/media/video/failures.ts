import { GalleyError } from '#shared/contract/failure.ts';

/** What ffmpeg's last words mean for the person who waits. */
const meanings: readonly { pattern: RegExp; failure: () => GalleyError }[] = [
  {
    pattern: /No space left on device/i,
    failure: () =>
      new GalleyError('disk-full', {
        en: 'The disk is full. Free some space and try again; nothing half-written was kept.',
        zh: '磁盘已满。请清理空间后重试；没有留下未写完的文件。',
      }),
  },
  {
    pattern: /\[image2 @/,
    failure: () =>
      new GalleyError('unreadable-file', {
        en: 'This is a picture, not a clip. Add it to the library or open it as an image.',
        zh: '这是图片，不是视频。请将其加入媒体库，或作为图片打开。',
      }),
  },
  {
    pattern: /whitelist/i,
    failure: () =>
      new GalleyError('unreadable-file', {
        en: 'This is a playlist or a list of other files, not a clip, whatever its name says. Choose the clip itself.',
        zh: '无论文件名如何，这是播放列表或文件清单，不是视频。请选择视频文件本身。',
      }),
  },
  {
    pattern: /moov atom not found|End of file|Truncated/i,
    failure: () =>
      new GalleyError('unreadable-file', {
        en: 'The clip is incomplete: its index is missing. The recording or download was probably cut off; copy it again from its source.',
        zh: '视频不完整：缺少索引。可能是录制或下载中断；请从来源重新复制。',
      }),
  },
  {
    pattern: /ENOENT|EACCES.*spawn|spawn .*EACCES/,
    failure: () =>
      new GalleyError('missing-tool', {
        en: 'ffmpeg could not be started. Check its path in Settings.',
        zh: '无法启动 ffmpeg。请检查设置中的路径。',
      }),
  },
  {
    pattern: /Read-only file system|Permission denied/i,
    failure: () =>
      new GalleyError('unavailable', {
        en: 'The file could not be written or read: no permission here. Choose another place.',
        zh: '没有权限在此读写文件。请另选位置。',
      }),
  },
  {
    pattern: /Could not find tag for codec|codec not currently supported in container|Only VP8 or VP9/i,
    failure: () =>
      new GalleyError('invalid-input', {
        en: 'This kind of picture or sound cannot be stored in that container unchanged. Save as .mkv, or use the exact mode.',
        zh: '该画面或声音无法原样存入此格式。请另存为 .mkv，或使用精确模式。',
      }),
  },
];

/** A failure of ffmpeg or ffprobe in a sentence, with its last lines as detail. */
export function toolFailure(error: unknown, tail: readonly string[]): GalleyError {
  const said = `${tail.join('\n')}\n${error instanceof Error ? error.message : String(error)}`;
  const lines = tail.filter((line) => line.trim() !== '').slice(-12);
  const known = meanings.find(({ pattern }) => pattern.test(said))?.failure();
  if (known) return new GalleyError(known.code, known.sentence, { lines });
  return new GalleyError(
    'unreadable-file',
    {
      en: 'The clip could not be read. It may be damaged or of an unknown kind; export it again from where it came.',
      zh: '无法读取此视频。文件可能已损坏或类型未知；请从来源重新导出。',
    },
    { lines },
  );
}
