import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import { styledSegments } from '#shared/design/text/runs.ts';
import { useFonts } from '../fonts/use-fonts.ts';
import styles from './missing-glyphs.module.css';
import { withSubstitute } from './text-styles.ts';
import type { TextFields } from './use-text-fields.ts';

/** Milliseconds of quiet before a text is looked at again. */
const quiet = 500;
/** Characters that are named; the rest is counted only. */
const named = 6;

/** Says which characters no font has, so that nothing looks different elsewhere by surprise; offers one that has. */
export function MissingGlyphs({ fields }: { fields: TextFields }) {
  const { t, say } = useWords();
  const fonts = useFonts();
  const [texts] = useDebouncedValue(fields.texts, quiet);
  const pieces = texts.flatMap((node) =>
    styledSegments(node).map(({ start, end, style }) => ({
      text: node.text.slice(start, end),
      family: resolveFontFamily(style.fontFamily),
      weight: style.fontWeight,
    })),
  );
  const { data } = useCall('designs.missingGlyphs', pieces.length === 0 ? null : { pieces }, [
    'records.changed',
  ]);
  if (!data || data.missing.length === 0) return null;
  const { missing, substitute } = data;
  const shown = missing.slice(0, named).join(' ') + (missing.length > named ? ' …' : '');
  const name = fonts?.find((font) => font.family === substitute)?.name;
  return (
    <div className={styles.note} role="status">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <p>{t('design-text.missing', { count: missing.length, characters: shown })}</p>
      {substitute !== null && name && (
        <Button
          size="xs"
          variant="default"
          disabled={fields.disabled}
          onClick={() =>
            fields.change('substitute', (node) => withSubstitute(node, new Set(missing), substitute))
          }
        >
          {t('design-text.use-font', { font: say(name) })}
        </Button>
      )}
    </div>
  );
}
