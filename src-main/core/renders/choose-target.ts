import { even } from '#shared/clip/args/picture.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RenderTarget } from '#shared/clip/render/types.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import type { FormatProfile, VideoProfile } from '#shared/platforms/profile-types.ts';
import { recordingSize } from '../handoff/choose-size.ts';
import type { EditFacts } from './edit-facts.ts';
import { limitNotes } from './target-notes.ts';

type FileType = RenderWanted['type'];
type MovieType = 'mp4' | 'mov' | 'webm';

export const mimeOfType: Record<FileType, string> = {
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** What one render will be. */
export interface ChosenTarget {
  target: RenderTarget;
  type: FileType;
  /** Seconds and frames per second of the result. */
  duration: number;
  fps: number;
  /** What is done to the clip that one might not expect. */
  notes: Bilingual[];
}

/** GIF and animated WebP are pictures: they have no sound, no codec to choose, and limits of their own. */
const isMovie = (type: FileType): type is MovieType => type !== 'gif' && type !== 'webp';

/** The wanted container where the platform takes it, else the first that it takes and we write. */
function typeFor(video: VideoProfile | null, wanted: FileType, notes: Bilingual[]): FileType {
  if (!video || !isMovie(wanted) || video.containers.value.includes(mimeOfType[wanted])) return wanted;
  const order: readonly MovieType[] = ['mp4', 'mov', 'webm'];
  const taken = order.find((type) => video.containers.value.includes(mimeOfType[type])) ?? 'mp4';
  notes.push({
    en: `Written as ${taken.toUpperCase()}: the platform does not take ${wanted.toUpperCase()}.`,
    zh: `将写为 ${taken.toUpperCase()}：该平台不接受 ${wanted.toUpperCase()}。`,
  });
  return taken;
}

function codecFor(video: VideoProfile | null, type: FileType): RenderTarget['codec'] {
  if (type === 'webm') return 'vp9';
  const codecs = video?.codecs.value ?? ['h264'];
  return !codecs.includes('h264') && codecs.includes('hevc') ? 'hevc' : 'h264';
}

/** True when the editor has decided how pictures fill the frame: then that holds in every format. */
function fillsByItself(edit: ClipEdit): boolean {
  if (edit.fit) return true;
  return edit.segments.some(({ picture }) => picture?.fit !== undefined || (picture?.focus ?? []).length > 0);
}

function smallest(...values: (number | null | undefined)[]): number | undefined {
  const given = values.filter((value) => typeof value === 'number');
  return given.length > 0 ? Math.min(...given) : undefined;
}

function sizeFor(
  edit: ClipEdit,
  facts: EditFacts,
  wanted: RenderWanted,
  profile: FormatProfile | null,
): { width: number; height: number; fit?: 'crop' | 'blur' } {
  const video = profile?.video;
  if (profile && video) {
    const { fit, ...size } = recordingSize(profile, video, facts);
    // A frame that was drawn for this shape is filled as it was drawn.
    return fit === 'crop' || fillsByItself(edit) ? size : { ...size, fit };
  }
  const scale =
    wanted.maxSide === null ? 1 : Math.min(1, wanted.maxSide / Math.max(facts.width, facts.height));
  return { width: even(facts.width * scale), height: even(facts.height * scale) };
}

/**
 * The frame, type and limits of a render: the platform's where a format is named, else the clip's own.
 * @throws GalleyError invalid-input for a format that shows no moving pictures, and for an empty clip
 */
export function chooseTarget(
  edit: ClipEdit,
  facts: EditFacts,
  wanted: RenderWanted,
  profile: FormatProfile | null,
): ChosenTarget {
  if (edit.segments.length === 0) {
    throw new GalleyError('invalid-input', {
      en: 'This clip is empty. Put a recording or a picture on the timeline first.',
      zh: '此剪辑为空。请先在时间线上放入视频或图片。',
    });
  }
  const video = profile?.video ?? null;
  if (profile && !video) {
    throw new GalleyError('invalid-input', {
      en: `${profile.platformName.en} ${profile.name.en} shows no video. Choose a format that does.`,
      zh: `${profile.platformName.zh}“${profile.name.zh}”不支持视频。请选择支持视频的格式。`,
    });
  }
  const notes: Bilingual[] = [];
  const type = typeFor(video, wanted.type, notes);
  const { width, height, fit } = sizeFor(edit, facts, wanted, profile);
  const maxFps = smallest(wanted.maxFps, video?.maxFps?.value, isMovie(type) ? undefined : 15);
  const maxDuration = video?.maxDuration?.value;
  const pictureBytes =
    type === 'gif'
      ? (profile?.image?.maxGifBytes?.value ?? profile?.image?.maxBytes?.value)
      : profile?.image?.maxBytes?.value;
  const maxBytes = smallest(wanted.maxBytes, isMovie(type) ? video?.maxBytes?.value : pictureBytes);
  const chosen: ChosenTarget = {
    target: {
      width,
      height,
      kind: type === 'mov' || type === 'webm' ? type : 'mp4',
      codec: codecFor(video, type),
      quality: wanted.quality,
      ...(fit ? { fit } : {}),
      ...(maxFps === undefined ? {} : { maxFps }),
      ...(maxDuration === undefined ? {} : { maxDuration }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(video?.maxBitrate ? { maxBitrate: video.maxBitrate.value * 1000 } : {}),
    },
    type,
    duration: Math.min(facts.duration, maxDuration ?? facts.duration),
    fps: Math.min(facts.fps, maxFps ?? facts.fps),
    notes,
  };
  notes.push(...limitNotes(facts, chosen, video));
  return chosen;
}
