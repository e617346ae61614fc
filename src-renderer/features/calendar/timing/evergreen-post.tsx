import { ActionIcon, Button, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { RowButton } from '#renderer/ui/row-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { dayIn, useTellingWords } from './telling-words.ts';
import styles from './timing.module.css';

type Known = CallOutput<'evergreen.next'>[number];
type Variant = { title: string; body: string };

/** Milliseconds of rest after which what was typed is kept. */
const rest = 500;

function Variants({
  variants,
  onChange,
}: {
  variants: readonly Variant[];
  onChange(variants: Variant[]): void;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState<readonly Variant[]>(variants);
  const keep = useDebouncedCallback(onChange, { delay: rest, flushOnUnmount: true });
  const change = (next: Variant[]): void => {
    setDraft(next);
    keep(next);
  };
  const edit = (index: number, part: Partial<Variant>): void =>
    change(draft.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className={styles.variants}>
      {draft.map((variant, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- versions are numbered
        <div key={index} className={styles.variant}>
          <span className={styles.variantHead}>
            <span className={styles.label}>{t('timing.evergreen-variant', { number: index + 2 })}</span>
            <ActionIcon
              size="sm"
              aria-label={t('timing.evergreen-variant-remove', { number: index + 2 })}
              onClick={() => change(draft.filter((_, at) => at !== index))}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </span>
          <TextInput
            aria-label={t('timing.evergreen-variant-title')}
            placeholder={t('timing.evergreen-variant-title')}
            value={variant.title}
            onChange={(event) => edit(index, { title: event.currentTarget.value })}
          />
          <Textarea
            aria-label={t('timing.evergreen-variant-body')}
            placeholder={t('timing.evergreen-variant-body')}
            autosize
            minRows={2}
            maxRows={6}
            value={variant.body}
            onChange={(event) => edit(index, { body: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        mr="auto"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        disabled={draft.length >= 20}
        onClick={() => change([...draft, { title: '', body: '' }])}
      >
        {t('timing.evergreen-variant-add')}
      </Button>
    </div>
  );
}

/** A post that is told again: when, in which words, and how often it was. */
export function EvergreenPost({
  known,
  today,
  variants,
  open,
  onToggle,
  onVariants,
  onRemove,
}: {
  known: Known;
  today: string;
  variants: readonly Variant[];
  open: boolean;
  onToggle(): void;
  onVariants(variants: Variant[]): void;
  onRemove(): void;
}) {
  const { t, locale } = useWords();
  const title = known.title || t('ui.untitled');
  const words = useTellingWords(known, today);
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <RowButton name={title} about={words.about} open={open} close onToggle={onToggle} />
        <span className={`${styles.dim} ${words.ready ? styles.ready : ''}`}>{words.turn}</span>
        <Tooltip label={t('timing.evergreen-remove', { title })}>
          <ActionIcon aria-label={t('timing.evergreen-remove', { title })} onClick={onRemove}>
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
      {open && (
        <div className={styles.itemBody}>
          <div>
            <span className={styles.label}>{t('timing.evergreen-variants')}</span>
            <Variants variants={variants} onChange={onVariants} />
          </div>
          <div>
            <span className={styles.label}>{t('timing.evergreen-told')}</span>
            {known.told.length === 0 ? (
              <p className={styles.hint}>{t('timing.evergreen-told-none')}</p>
            ) : (
              <ul className={styles.list}>
                {known.told.map(({ on, variant, as }) => (
                  <li key={as} className={styles.occurrence}>
                    {t('timing.evergreen-told-row', { day: dayIn(locale, on), version: variant + 1 })}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
    </li>
  );
}
