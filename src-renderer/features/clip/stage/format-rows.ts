import { useMemo } from 'react';
import type { Words } from '#renderer/ui/words.tsx';
import type { ClipFrame } from '#shared/clip/edit/schema.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** One choice of a frame; null is the size of the first recording. */
export interface FormatRow {
  key: string;
  frame: ClipFrame | null;
  name(say: Words['say'], t: Words['t']): string;
}

/** Shapes that every editor offers, at a full HD short side. */
const shapes: readonly { name: string; width: number; height: number }[] = [
  { name: '9:16', width: 1080, height: 1920 },
  { name: '1:1', width: 1080, height: 1080 },
  { name: '4:5', width: 1080, height: 1350 },
  { name: '16:9', width: 1920, height: 1080 },
];

/** Every way to choose the frame: own size, common shapes, then the video formats of the platforms. */
function formatRows(pack: RulePack | undefined): FormatRow[] {
  const common: FormatRow[] = [
    { key: 'own', frame: null, name: (_, t) => t('clip-stage.own-size') },
    ...shapes.map(({ name, width, height }) => ({
      key: name,
      frame: { width, height, format: '' },
      name: () => name,
    })),
  ];
  const platforms = (pack ? offeredPlatforms(pack) : []).flatMap((platform) =>
    platform.formats.flatMap((format): FormatRow[] => {
      const id = `${platform.id}/${format.id}`;
      const video = pack ? formatProfile(pack, id).video : null;
      if (!video || format.galley.kind !== 'video') return [];
      const { width, height } = video.primary.value;
      return [
        {
          key: id,
          frame: { width: width - (width % 2), height: height - (height % 2), format: id },
          name: (say) => `${say(platform.name)} · ${say(format.name)}`,
        },
      ];
    }),
  );
  return [...common, ...platforms];
}

export function useFormatRows(pack: RulePack | undefined): FormatRow[] {
  return useMemo(() => formatRows(pack), [pack]);
}

/** Whether a row answers to what was typed: its name in either language, or its px (“1080x1920”). */
export function matches(row: FormatRow, search: string, say: Words['say']): boolean {
  const other: Words['say'] = (sentence) => `${sentence.en} ${sentence.zh}`;
  const size = row.frame
    ? `${row.frame.width}x${row.frame.height} ${row.frame.width}×${row.frame.height}`
    : '';
  const name = `${row.name(say, (key) => key)} ${row.name(other, (key) => key)}`;
  const text = `${name} ${size} ${row.key}`.toLowerCase();
  return search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
