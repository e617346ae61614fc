import { expect, test } from 'vitest';
import { articleThemeSchema } from '#shared/wechat/theme.ts';
import { shippedThemes, usualTheme } from '#shared/wechat/themes/shipped.ts';
import { choiceWords, themeSections, valueAt, withValueAt } from './fields.ts';

/** Every place of a theme that holds a value. */
function leaves(value: unknown, path: (string | number)[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
}

const fields = themeSections.flatMap((section) => section.fields);

test('everything of a theme can be edited, once', () => {
  const edited = fields.map(({ path }) => path.join('.'));
  expect(edited.toSorted()).toEqual(
    leaves(usualTheme)
      .filter((path) => path !== 'version')
      .toSorted(),
  );
});

test('whatever a field can be set to is a theme', () => {
  for (const field of fields) {
    const values: unknown[] =
      field.kind === 'number'
        ? [field.min, field.max]
        : field.kind === 'choice'
          ? [...field.options]
          : field.kind === 'switch'
            ? [true, false]
            : field.kind === 'colour'
              ? ['#123456', 'token:accent', ...(field.optional ? [null] : [])]
              : ['', '字'];
    for (const value of values) {
      const next = withValueAt(usualTheme, field.path, value);
      expect(articleThemeSchema.parse(next)).toEqual(next);
      expect(valueAt(next, field.path)).toBe(value);
      expect(withValueAt(next, field.path, valueAt(usualTheme, field.path))).toEqual(usualTheme);
    }
    if (field.kind === 'choice' && !field.options.some((option) => option.length === 1))
      for (const option of field.options) expect(choiceWords).toHaveProperty(option);
  }
  expect(shippedThemes.length).toBeGreaterThanOrEqual(8);
});
