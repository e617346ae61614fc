import type { Bilingual } from '../contract/failure.ts';

/** A sentence with a stable code: usable both as a reason of a plan and as the words of a failure. */
function reason(code: string, en: string, zh: string): { code: string; message: Bilingual } & Bilingual {
  return { code, message: { en, zh }, en, zh };
}

/** Every reason that the planner gives, in the words people see. */
export const reasons = {
  badRange: reason(
    'bad-range',
    'The end must come after the start. Set the in and out points again.',
    '结束时间必须晚于开始时间。请重新设置入点和出点。',
  ),
  beyondEnd: reason(
    'beyond-end',
    'The start lies beyond the end of the clip. Choose an earlier start.',
    '开始时间超出了视频结尾。请选择更早的开始时间。',
  ),
  undecodable: reason(
    'codec-unsupported',
    'The picture of this clip uses a codec that cannot be opened here. Export it as H.264 or HEVC and try again.',
    '此视频的画面编码无法打开。请改为导出 H.264 或 HEVC 后重试。',
  ),
  clamped: reason(
    'clamped',
    'The end was beyond the clip; the cut ends where the clip ends.',
    '结束时间超出视频；剪切在视频结尾处结束。',
  ),
  earlierStart: reason(
    'earlier-start',
    'Without re-encoding the cut can only start at a keyframe, so it starts earlier than asked.',
    '不重新编码时只能从关键帧开始，因此实际起点早于所选位置。',
  ),
  laterEnd: reason(
    'later-end',
    'Frames are stored out of order here, so the cut ends a few frames later than asked.',
    '此处的画面并非按顺序存储，因此实际结尾比所选位置晚几帧。',
  ),
  smartCodec: reason(
    'smart-codec',
    'A smart cut needs 8-bit H.264; this clip is re-encoded instead.',
    '智能剪切需要 8 位 H.264；此视频改为重新编码。',
  ),
  smartContainer: reason(
    'smart-container',
    'A smart cut needs MP4, MOV or MKV; this clip is re-encoded instead.',
    '智能剪切需要 MP4、MOV 或 MKV；此视频改为重新编码。',
  ),
  smartInterlaced: reason(
    'smart-interlaced',
    'The picture is interlaced, so it is re-encoded.',
    '画面为隔行扫描，因此改为重新编码。',
  ),
  smartVfr: reason(
    'smart-vfr',
    'The frame rate varies, so the cut is re-encoded at a steady rate.',
    '帧率不固定，因此以固定帧率重新编码。',
  ),
  smartOpenGop: reason(
    'smart-open-gop',
    'The groups of frames depend on each other, so the cut is re-encoded.',
    '画面组之间相互依赖，因此改为重新编码。',
  ),
  smartShort: reason(
    'smart-short',
    'The cut is too short to keep any part unchanged, so it is re-encoded.',
    '剪切范围太短，没有可以原样保留的部分，因此改为重新编码。',
  ),
  smartUnverified: reason(
    'smart-unverified',
    'The joined parts did not pass the check, so the cut was re-encoded.',
    '拼接结果未通过检查，因此改为重新编码。',
  ),
  copyRefused: reason(
    'copy-refused',
    'The picture or sound cannot be stored in this container unchanged, so the cut was re-encoded.',
    '画面或声音无法原样存入此格式，因此改为重新编码。',
  ),
} as const;
