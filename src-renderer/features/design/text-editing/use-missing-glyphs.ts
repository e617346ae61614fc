import { useDebouncedValue } from '@mantine/hooks';
import { useCall } from '#renderer/bridge/use-call.ts';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { styledSegments } from '#shared/design/text/runs.ts';

/** Milliseconds of quiet before a text is looked at again. */
const quiet = 500;

/** Characters of some texts that no font has, and a family that has most of them; null until that is known. */
export function useMissingGlyphs(
  texts: readonly TextNode[],
): { missing: string[]; substitute: string | null } | null {
  const [rested] = useDebouncedValue(texts, quiet);
  const pieces = rested.flatMap((node) =>
    styledSegments(node).map(({ start, end, style }) => ({
      text: node.text.slice(start, end),
      family: resolveFontFamily(style.fontFamily),
      weight: style.fontWeight,
    })),
  );
  const { data } = useCall('designs.missingGlyphs', pieces.length === 0 ? null : { pieces }, [
    'records.changed',
  ]);
  return data ?? null;
}

/** Where characters of a set stand in a text (UTF-16, each end exclusive); neighbours are one stretch. */
export function stretchesOf(text: string, characters: ReadonlySet<string>): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  for (const character of text) {
    const to = at + character.length;
    const last = found.at(-1);
    if (characters.has(character)) {
      if (last?.to === at) last.to = to;
      else found.push({ from: at, to });
    }
    at = to;
  }
  return found;
}
