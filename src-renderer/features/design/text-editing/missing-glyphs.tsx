import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { useFonts } from '#renderer/ui/fonts/use-fonts.ts';
import styles from './missing-glyphs.module.css';
import { withSubstitute } from './text-styles.ts';
import { useMissingGlyphs } from './use-missing-glyphs.ts';
import type { TextFields } from './use-text-fields.ts';

/** Characters that are named; the rest is counted only. */
const named = 6;

/** Says which characters no font has, so that nothing looks different elsewhere by surprise; offers one that has. */
export function MissingGlyphs({ fields }: { fields: TextFields }) {
  const { t, say } = useWords();
  const fonts = useFonts();
  const found = useMissingGlyphs(fields.texts);
  if (!found || found.missing.length === 0) return null;
  const { missing, substitute } = found;
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
