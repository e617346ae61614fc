import { Accordion } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveColour } from '#shared/design/colours.ts';
import type { ArticleTheme } from '#shared/wechat/theme.ts';
import { type ThemeSection, themeSections, valueAt, withValueAt } from './fields.ts';
import classes from './studio.module.css';
import { ThemeFieldRow } from './theme-field.tsx';

/** The first colours of a section, so that a closed one already shows what it is about. */
function SectionColours({
  section,
  theme,
  tokens,
}: {
  section: ThemeSection;
  theme: ArticleTheme;
  tokens: Readonly<Record<string, string>>;
}) {
  const colours = section.fields.flatMap((field) => {
    const value = field.kind === 'colour' ? valueAt(theme, field.path) : null;
    return typeof value === 'string' ? [{ key: field.path.join('.'), value }] : [];
  });
  return (
    <span className={classes['dots']} aria-hidden>
      {colours.slice(0, 4).map(({ key, value }) => (
        <i key={key} style={{ background: resolveColour(value, tokens) }} />
      ))}
    </span>
  );
}

/** Everything of a theme, by the parts of an article. */
export function ThemeEditor({
  theme,
  tokens,
  onChange,
}: {
  theme: ArticleTheme;
  tokens: Readonly<Record<string, string>>;
  onChange(theme: ArticleTheme, gesture: string): void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>('body');
  return (
    <Accordion value={open} onChange={setOpen} chevronPosition="left" className={classes['sections'] ?? ''}>
      {themeSections.map((section) => (
        <Accordion.Item key={section.id} value={section.id}>
          <Accordion.Control>
            <span className={classes['sectionName']}>
              {t(section.label)}
              <SectionColours section={section} theme={theme} tokens={tokens} />
            </span>
          </Accordion.Control>
          <Accordion.Panel>
            {open === section.id &&
              section.fields.map((field) => {
                const gesture = field.path.join('.');
                return (
                  <ThemeFieldRow
                    key={gesture}
                    field={field}
                    section={t(section.label)}
                    value={valueAt(theme, field.path)}
                    tokens={tokens}
                    onChange={(value) => onChange(withValueAt(theme, field.path, value), gesture)}
                  />
                );
              })}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
