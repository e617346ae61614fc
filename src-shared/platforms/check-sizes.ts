import type { MediaFacts } from '../domain/content.ts';
import type { CheckFacts } from './check-facts.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import { canonicalCodec } from './media-types.ts';
import type { FormatProfile } from './profile-types.ts';

/** A hair over a measured limit is not over. */
const slack = 1.03;

function pictureFindings(facts: CheckFacts, { width, height }: MediaFacts): Finding[] {
  const { maxSide, minSide } = facts;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const found: Finding[] = [];
  if (maxSide && long > maxSide.value) {
    found.push(
      find('image-too-large-side', maxSide, {
        en: `The picture is ${long} px long; ${maxSide.value} px are taken. Make it smaller.`,
        zh: `图片长边 ${long} 像素，上限 ${maxSide.value} 像素。请缩小。`,
      }),
    );
  }
  if (minSide && short > 0 && short < minSide.value) {
    found.push(
      find('image-too-small', minSide, {
        en: `The picture is ${short} px on its short side; ${minSide.value} px are needed. Use a larger one.`,
        zh: `图片短边 ${short} 像素，至少需要 ${minSide.value} 像素。请换大图。`,
      }),
    );
  }
  return found;
}

function dimensionFindings({ dimensions }: CheckFacts, { width, height }: MediaFacts): Finding[] {
  if (!dimensions || width === 0 || height === 0) return [];
  const { min, max } = dimensions.value;
  // The limit is stated for one way of lying; a clip may lie the other.
  const fits = (limit: [number, number], passes: (size: number, side: number) => boolean): boolean =>
    (passes(width, limit[0]) && passes(height, limit[1])) ||
    (passes(width, limit[1]) && passes(height, limit[0]));
  const size = `${width} × ${height}`;
  if (max && !fits(max, (has, most) => has <= most)) {
    const most = `${max[0]} × ${max[1]}`;
    return [
      find('video-dimensions', dimensions, {
        en: `The clip is ${size}; at most ${most} is taken. Re-encode it.`,
        zh: `视频为 ${size}，最大 ${most}。请转码。`,
      }),
    ];
  }
  if (min && !fits(min, (has, least) => has >= least)) {
    const least = min[0] === min[1] ? `${min[0]} px` : `${min[0]} × ${min[1]}`;
    return [
      find(
        'video-dimensions',
        dimensions,
        {
          en: `The clip is ${size}; at least ${least} is asked for. Use a sharper one.`,
          zh: `视频为 ${size}，至少需要 ${least}。请换更清晰的素材。`,
        },
        null,
      ),
    ];
  }
  return [];
}

function bitrateFindings({ bitrate }: CheckFacts, { bytes, duration }: MediaFacts): Finding[] {
  if (!bitrate || duration <= 0 || bytes === 0) return [];
  const rate = Math.round((bytes * 8) / duration / 1000);
  const { max = Number.POSITIVE_INFINITY } = bitrate.value;
  if (rate <= max * slack) return [];
  return [
    find('video-bitrate', bitrate, {
      en: `The clip has ${rate} kbit/s; ${max} are taken. Re-encode it.`,
      zh: `视频码率 ${rate} kbps，上限 ${max} kbps。请转码。`,
    }),
  ];
}

function soundFindings({ audio: limit }: CheckFacts, { audio }: MediaFacts): Finding[] {
  if (!limit || !audio) return [];
  const { codec, channels, sampleRate } = limit.value;
  const family = (name: string): string => canonicalCodec(name).replace(/-lc$/, '');
  const wrong = [
    codec !== undefined && family(audio.codec) !== family(codec)
      ? { en: `${audio.codec} instead of ${codec}`, zh: `编码 ${audio.codec}，要求 ${codec}` }
      : null,
    channels !== undefined && audio.channels > channels
      ? {
          en: `${audio.channels} channels instead of ${channels}`,
          zh: `${audio.channels} 声道，最多 ${channels}`,
        }
      : null,
    sampleRate !== undefined && audio.sampleRate > sampleRate
      ? {
          en: `${audio.sampleRate} Hz instead of ${sampleRate}`,
          zh: `采样率 ${audio.sampleRate} Hz，最高 ${sampleRate}`,
        }
      : null,
  ].filter((each) => each !== null);
  if (wrong.length === 0) return [];
  return [
    find('video-audio', limit, {
      en: `The sound is not taken as it is: ${wrong.map(({ en }) => en).join(', ')}. Re-encode it.`,
      zh: `音轨不符合要求：${wrong.map(({ zh }) => zh).join('，')}。请转码。`,
    }),
  ];
}

/** Proportions may be off by this share before a cover loses something that one sees. */
const coverSlack = 0.03;

function coverFindings(facts: CheckFacts, { width, height }: MediaFacts): Finding[] {
  const { coverAspects } = facts;
  if (!coverAspects || width === 0 || height === 0) return [];
  const ratio = width / height;
  if (coverAspects.value.some((each) => Math.abs(ratio / each - 1) <= coverSlack)) return [];
  const shapes = coverAspects.value.map((each) => Number(each.toFixed(2))).join(', ');
  return [
    find(
      'cover-aspect',
      { ...coverAspects, advised: true },
      {
        en: `The cover is ${Number(ratio.toFixed(2))} wide to high and is cut to ${shapes}. Crop it yourself.`,
        zh: `封面宽高比为 ${Number(ratio.toFixed(2))}，会被裁成 ${shapes}。请自行裁剪。`,
      },
    ),
  ];
}

/** Sizes, sound and covers that the checks know from facts of their own. */
export function sizeFindings(
  profile: FormatProfile,
  facts: CheckFacts,
  media: readonly MediaFacts[],
): Finding[] {
  return media.flatMap((each, index) => {
    const isCover = each.kind === 'image' && profile.image === null && profile.cover !== null;
    const found =
      each.kind === 'video'
        ? [...dimensionFindings(facts, each), ...bitrateFindings(facts, each), ...soundFindings(facts, each)]
        : each.kind === 'image'
          ? isCover
            ? coverFindings(facts, each)
            : pictureFindings(facts, each)
          : [];
    return found.map((finding) => ({ ...finding, media: index }));
  });
}
