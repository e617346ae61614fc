import type { Bilingual } from '#shared/contract/failure.ts';
import type { VideoProfile } from '#shared/platforms/profile-types.ts';
import type { ChosenTarget } from './choose-target.ts';
import type { EditFacts } from './edit-facts.ts';

const seconds = (value: number): string => String(Math.round(value * 10) / 10);

function about(facts: EditFacts, { target, fps }: ChosenTarget): Bilingual[] {
  const notes: Bilingual[] = [];
  if (target.fit === 'blur') {
    notes.push({
      en: 'Another shape: the whole picture over a blurred copy of itself.',
      zh: '画面比例不同：保留完整画面，四周以模糊副本填充。',
    });
  } else if (Math.abs(Math.log(facts.width / facts.height / (target.width / target.height))) > 0.02) {
    notes.push({
      en: 'Another shape: cut to it as the clip says.',
      zh: '画面比例不同：按剪辑的设置裁切。',
    });
  }
  if (fps < facts.fps - 0.01) {
    notes.push({
      en: `Fewer frames: ${seconds(fps)} a second instead of ${seconds(facts.fps)}.`,
      zh: `降低帧率：每秒 ${seconds(fps)} 帧（原为 ${seconds(facts.fps)} 帧）。`,
    });
  }
  return notes;
}

/** What the limits of a format do to a clip, in sentences. */
export function limitNotes(facts: EditFacts, chosen: ChosenTarget, video: VideoProfile | null): Bilingual[] {
  const notes = about(facts, chosen);
  if (chosen.duration < facts.duration - 0.001) {
    notes.push({
      en: `Cut at ${seconds(chosen.duration)} s: the platform takes no longer clips.`,
      zh: `在 ${seconds(chosen.duration)} 秒处截断：该平台不接受更长的视频。`,
    });
  }
  const least = video?.minDuration?.value;
  if (least !== undefined && facts.duration < least) {
    notes.push({
      en: `Too short: the platform wants at least ${seconds(least)} s.`,
      zh: `时长不足：该平台要求至少 ${seconds(least)} 秒。`,
    });
  }
  const slowest = video?.minFps?.value;
  if (slowest !== undefined && chosen.fps < slowest - 0.01) {
    notes.push({
      en: `The platform wants at least ${seconds(slowest)} frames a second; this clip has ${seconds(chosen.fps)}.`,
      zh: `该平台要求每秒至少 ${seconds(slowest)} 帧；此剪辑为 ${seconds(chosen.fps)} 帧。`,
    });
  }
  if ((chosen.type === 'gif' || chosen.type === 'webp') && facts.hasAudio) {
    notes.push({ en: 'Moving pictures have no sound.', zh: '动图没有声音。' });
  }
  return notes;
}
