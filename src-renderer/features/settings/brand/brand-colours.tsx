import { ActionIcon, Button, ColorInput, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Brand } from '#shared/domain/brand.ts';
import settings from '../settings.module.css';
import styles from './brand.module.css';

type Colours = Brand['colours'];

const icon = { size: 14, stroke: 1.5 };

/** Ink, paper and accent carry every starter template, so they stay. */
const kept = new Set(['ink', 'paper', 'accent']);

function freshToken(colours: Colours): string {
  for (let number = colours.length + 1; ; number += 1) {
    const token = `colour-${number}`;
    if (!colours.some((colour) => colour.token === token)) return token;
  }
}

function swapped(colours: Colours, index: number, by: 1 | -1): Colours {
  const next = [...colours];
  const [one, other] = [next[index], next[index + by]];
  if (one && other) {
    next[index] = other;
    next[index + by] = one;
  }
  return next;
}

/** The brand's colours in their order; what designs call them by stays when the name changes. */
export function BrandColours({ colours, onChange }: { colours: Colours; onChange(colours: Colours): void }) {
  const { t } = useWords();
  const change = (index: number, part: Partial<Colours[number]>): void =>
    onChange(colours.map((colour, place) => (place === index ? { ...colour, ...part } : colour)));
  return (
    <section aria-label={t('brand.colours')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('brand.colours')}</h3>
      </div>
      <ul className={styles.colours}>
        {colours.map((colour, index) => (
          <li key={colour.token} className={styles.colour}>
            <span className={styles.patch} style={{ background: colour.hex }} aria-hidden />
            <TextInput
              aria-label={t('brand.colour-name', { number: index + 1 })}
              maxLength={100}
              value={colour.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <ColorInput
              aria-label={t('brand.colour-value', { name: colour.name })}
              size="xs"
              w={140}
              format="hex"
              withPreview={false}
              value={colour.hex}
              eyeDropperButtonProps={{ 'aria-label': t('brand.eyedropper') }}
              onChange={(hex) => change(index, { hex })}
            />
            <code className={styles.token}>{colour.token}</code>
            <ActionIcon
              aria-label={t('brand.move-up', { name: colour.name })}
              disabled={index === 0}
              onClick={() => onChange(swapped(colours, index, -1))}
            >
              <IconArrowUp {...icon} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('brand.move-down', { name: colour.name })}
              disabled={index === colours.length - 1}
              onClick={() => onChange(swapped(colours, index, 1))}
            >
              <IconArrowDown {...icon} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('brand.remove-colour', { name: colour.name })}
              title={
                kept.has(colour.token) ? t('brand.kept') : t('brand.remove-colour', { name: colour.name })
              }
              disabled={kept.has(colour.token)}
              onClick={() => onChange(colours.filter((_, place) => place !== index))}
            >
              <IconTrash {...icon} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus {...icon} />}
        disabled={colours.length >= 60}
        onClick={() =>
          onChange([...colours, { token: freshToken(colours), name: t('brand.new-colour'), hex: '#6b7280' }])
        }
      >
        {t('brand.add-colour')}
      </Button>
    </section>
  );
}
