import { Tooltip } from '@mantine/core';
import styles from './platform-badge.module.css';
import { useRulePack } from './rule-pack.ts';
import { useWords } from './words.tsx';

/** Ink on light hues, paper on dark ones: the better of the two contrasts. */
function letterColour(hue: string): string {
  const channel = (at: number): number => {
    const value = Number.parseInt(hue.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.19 ? 'black' : 'white';
}

/** Our own two-letter mark of a platform. `format` is `platform/format` or just the platform's id. */
export function PlatformBadge({ format, size = 18 }: { format: string; size?: number }) {
  const { say } = useWords();
  const pack = useRulePack();
  const [platformId, formatId] = format.split('/');
  const platform = pack?.platforms.find((each) => each.id === platformId);
  const formatName = platform?.formats.find((each) => each.id === formatId)?.name;
  const name = platform ? [say(platform.name), formatName ? say(formatName) : ''].join(' ').trim() : format;
  const hue = platform?.badge.hue ?? '#767d88';
  return (
    <Tooltip label={name}>
      <span
        className={styles.badge}
        role="img"
        aria-label={name}
        style={{
          width: size * 1.25,
          height: size,
          fontSize: Math.round(size * 0.58),
          background: hue,
          color: letterColour(hue),
        }}
      >
        {platform?.badge.letters ?? (platformId ?? '').slice(0, 2)}
      </span>
    </Tooltip>
  );
}
