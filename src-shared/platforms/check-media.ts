import type { MediaFacts } from '#shared/domain/content.ts';
import { altFindings, imageFindings } from './check-image.ts';
import { videoFindings } from './check-video.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile, Limit } from './profile-types.ts';

function oneMedia(profile: FormatProfile, media: MediaFacts): Finding[] {
  if (media.kind === 'image') {
    const picture = profile.image ?? profile.cover;
    const isCover = profile.image === null;
    if (picture)
      return [...imageFindings(picture, media, isCover), ...(isCover ? [] : altFindings(profile, media))];
  }
  if (media.kind === 'video' && profile.video) {
    return videoFindings(profile.video, media);
  }
  const kinds = {
    image: { en: 'pictures', zh: '图片' },
    video: { en: 'videos', zh: '视频' },
    audio: { en: 'sound files', zh: '音频' },
  };
  const kind = kinds[media.kind];
  const limit = profile.image?.types ?? profile.video?.containers ?? null;
  return [
    find(
      'media-type',
      limit,
      {
        en: `${profile.platformName.en} – ${profile.name.en} takes no ${kind.en}. Remove it or choose another format.`,
        zh: `${profile.platformName.zh}「${profile.name.zh}」不支持${kind.zh}。请移除或换一种格式。`,
      },
      'remove-media',
    ),
  ];
}

function tooMany(limit: Limit<number> | null, count: number, what: { en: string; zh: string }): Finding[] {
  if (!limit || count <= limit.value) return [];
  return [
    find('media-too-many', limit, {
      en: `${count} ${what.en}; at most ${limit.value} are taken. Remove ${count - limit.value}.`,
      zh: `共 ${count} ${what.zh}，最多 ${limit.value}。请移除 ${count - limit.value} 个。`,
    }),
  ];
}

function countFindings(profile: FormatProfile, media: readonly MediaFacts[]): Finding[] {
  const images = media.filter((each) => each.kind === 'image').length;
  const videos = media.filter((each) => each.kind === 'video').length;
  const { image, video, kind } = profile;
  const found: Finding[] = [];
  if (kind === 'video' && video && videos === 0) {
    found.push(
      find('media-missing', video.containers, {
        en: 'This format needs a clip. Add one.',
        zh: '此格式需要视频。请添加。',
      }),
    );
  }
  const minimum = image?.minCount?.value ?? 1;
  if (kind === 'image' && image && images < minimum && (video === null || videos === 0)) {
    found.push(
      find(
        'media-missing',
        image.minCount ?? (image.types.source === 'none' ? image.maxCount : image.types),
        {
          en: `This format needs at least ${minimum} ${video ? 'picture or clip' : minimum === 1 ? 'picture' : 'pictures'}. Add media.`,
          zh: `此格式至少需要 ${minimum} ${video ? '张图片或一段视频' : '张图片'}。请添加。`,
        },
      ),
    );
  }
  if (image) found.push(...tooMany(image.maxCount, images, { en: 'pictures', zh: '张图片' }));
  if (video) {
    const one =
      kind === 'video' && video.maxCount === null ? { ...video.containers, value: 1 } : video.maxCount;
    found.push(...tooMany(one, videos, { en: 'clips', zh: '段视频' }));
  }
  const limit = video?.maxCount ?? null;
  if (kind === 'text' && images > 0 && videos > 0 && limit?.value === 1) {
    found.push(
      find(
        'media-mixed',
        { ...limit, soft: true },
        {
          en: 'Pictures and a clip in one post may be refused. Keep one kind.',
          zh: '同一条内容同时包含图片和视频可能被拒绝。请只保留一种。',
        },
      ),
    );
  }
  const hasCover = images > 0 || media.some((each) => each.hasCover === true);
  if (profile.cover?.required && videos > 0 && !hasCover) {
    found.push(
      find('cover-missing', null, {
        en: 'A cover picture is needed. Choose one.',
        zh: '需要封面图。请选择。',
      }),
    );
  }
  return found;
}

/** Rules on pictures and clips: how many, which types, how large, how long, which shape, alt text. */
export function checkMedia(profile: FormatProfile, media: readonly MediaFacts[]): Finding[] {
  const each = media.flatMap((facts, index) =>
    oneMedia(profile, facts).map((finding) => ({ ...finding, media: index })),
  );
  return [...countFindings(profile, media), ...each];
}
