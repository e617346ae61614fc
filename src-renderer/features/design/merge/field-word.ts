import type { Words } from '#renderer/ui/words.tsx';

/** How a column is named in a text, as an example: {{column}}. */
export function fieldWord(t: Words['t']): string {
  return `{{${t('design-merge.column')}}}`;
}
