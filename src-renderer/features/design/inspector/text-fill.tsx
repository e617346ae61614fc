import { useWords } from '#renderer/ui/words.tsx';
import type { Fill } from '#shared/design/paint.ts';
import { withStyle } from '../text-editing/text-styles.ts';
import { sharedBy, type TextFields } from '../text-editing/use-text-fields.ts';
import { FillField } from './fill-field.tsx';

/** The colour of the chosen characters, or what fills the letters of whole layers. */
export function TextFill({ fields, bare = false }: { fields: TextFields; bare?: boolean | 'patch' }) {
  const { t } = useWords();
  const { texts, range, disabled } = fields;
  const colour = fields.value<string>('colour');
  const fill = sharedBy<Fill | null>(texts, (node) => node.fill ?? null);
  if (range) {
    return (
      <FillField
        bare={bare}
        label={t('design.colour')}
        value={colour}
        mixed={colour === null}
        disabled={disabled}
        allow="colour"
        onChange={(next) => fields.set({ colour: next })}
      />
    );
  }
  return (
    <FillField
      bare={bare}
      label={t('design.colour')}
      value={fill ?? colour}
      mixed={fill === undefined || (fill === null && colour === null)}
      disabled={disabled}
      onChange={(next) =>
        fields.change('fill', (node) =>
          // A plain colour takes the gradient or picture out of the letters.
          typeof next === 'string' ? withStyle(node, null, { colour: next }) : { ...node, fill: next },
        )
      }
    />
  );
}
