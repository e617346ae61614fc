import { memo } from 'react';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import styles from './card.module.css';

function luminance(hue: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hue.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

interface Mark {
  letters: string;
  name: { en: string; zh: string };
  background: string;
  color: string;
}

const made = new WeakMap<RulePack, Map<string, Mark>>();

function marksOf(pack: RulePack): Map<string, Mark> {
  let marks = made.get(pack);
  if (!marks) {
    marks = new Map(
      pack.platforms.map(({ id, name, badge }) => [
        id,
        {
          letters: badge.letters,
          name,
          background: badge.hue,
          color: luminance(badge.hue) > 0.19 ? 'black' : 'white',
        },
      ]),
    );
    made.set(pack, marks);
  }
  return marks;
}

/** The distinct platforms of a post, in order. */
export function platformsOf(formats: readonly string[]): string[] {
  return [...new Set(formats.map((format) => format.split('/', 1)[0] ?? ''))];
}

/** Names of platforms in the window's language. */
export function usePlatformNames(): (ids: readonly string[]) => string[] {
  const pack = useRulePack();
  const { say } = useWords();
  return (ids) =>
    ids.map((id) => {
      const name = pack && marksOf(pack).get(id)?.name;
      return name ? say(name) : id;
    });
}

/**
 * The marks of a card. Hundreds stand in one month, so they are plain elements: `PlatformBadge` with its tooltip is
 * for the peek card, and the card's own name says the platforms.
 */
export const PlatformMarks = memo(function PlatformMarks({
  formats,
  most,
}: {
  formats: readonly string[];
  most: number;
}) {
  const pack = useRulePack();
  const platforms = platformsOf(formats);
  if (!pack || platforms.length === 0) return null;
  const marks = marksOf(pack);
  const shown = platforms.length > most ? platforms.slice(0, most - 1) : platforms;
  return (
    <span className={styles.marks} aria-hidden>
      {shown.map((platform) => {
        const mark = marks.get(platform);
        return (
          <span
            key={platform}
            className={styles.mark}
            style={{ background: mark?.background ?? 'var(--g-note)', color: mark?.color ?? 'white' }}
          >
            {mark?.letters ?? platform.slice(0, 2)}
          </span>
        );
      })}
      {shown.length < platforms.length && (
        <span className={styles.rest}>+{platforms.length - shown.length}</span>
      )}
    </span>
  );
});
