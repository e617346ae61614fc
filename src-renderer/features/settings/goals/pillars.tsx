import { ActionIcon, Button, ColorInput, NumberInput, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import settings from '../settings.module.css';
import styles from './goals.module.css';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 500;
const hex = /^#[0-9a-f]{6}$/;

/** Hues of the first pillars, far from each other and legible on both grounds. */
const hues = ['#c8553d', '#3a7d44', '#3b6ea5', '#8f6bb3', '#b8862b', '#2f8f8b'];

type Pillar = KitItem<'pillar'>;

/** Themes of the plan with the share of all posts that each is to have. */
export function Pillars() {
  const { t, locale } = useWords();
  const pillars = useKit('pillar');
  if (!pillars) return null;
  const sum = pillars.reduce((total, { body }) => total + body.share, 0);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const add = async (): Promise<void> => {
    await call('plan.saveKit', {
      kind: 'pillar',
      name: t('insight.pillar-new', { number: pillars.length + 1 }),
      body: {
        share: Math.max(0, Math.min(100, 100 - sum)),
        hue: hues[pillars.length % hues.length] ?? null,
        description: '',
      },
    });
  };
  const trash = async (pillar: Pillar): Promise<void> => {
    await call('plan.trashKit', { ids: [pillar.id], trashed: true });
    notifyUndo(t('insight.removed', { name: pillar.name }), async () => {
      await call('plan.trashKit', { ids: [pillar.id], trashed: false });
    });
  };
  return (
    <section aria-label={t('insight.pillars')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('insight.pillars')}</h3>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => void add().catch(notifyFailure)}
        >
          {t('insight.pillar-add')}
        </Button>
      </div>
      {pillars.length === 0 && <p className={settings.hint}>{t('insight.pillars-empty')}</p>}
      <ul className={styles.list}>
        {pillars.map((pillar) => (
          <PillarFields
            key={pillar.id}
            pillar={pillar}
            onTrash={() => void trash(pillar).catch(notifyFailure)}
          />
        ))}
      </ul>
      {pillars.length > 0 && (
        <div className={styles.sum} data-off={Math.abs(sum - 100) > 0.05}>
          <span className={styles.shares} aria-hidden="true">
            {pillars.map(({ id, body }) => (
              <span
                key={id}
                style={{
                  width: `${(body.share / Math.max(100, sum)) * 100}%`,
                  background: body.hue ?? 'var(--g-text-faint)',
                }}
              />
            ))}
          </span>
          {Math.abs(sum - 100) <= 0.05
            ? t('insight.sum-whole')
            : t('insight.sum-off', { sum: percent.format(sum / 100) })}
        </div>
      )}
    </section>
  );
}

function PillarFields({ pillar, onTrash }: { pillar: Pillar; onTrash(): void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState({ name: pillar.name, body: pillar.body });
  const save = useDebouncedCallback(
    ({ name, body }: typeof draft) => {
      if (name.trim() === '') return;
      call('plan.saveKit', { kind: 'pillar', id: pillar.id, name: name.trim(), body }).catch(notifyFailure);
    },
    { delay: rest, flushOnUnmount: true },
  );
  const change = (part: Partial<Pillar['body']>, name = draft.name): void => {
    const next = { name, body: { ...draft.body, ...part } };
    setDraft(next);
    save(next);
  };
  return (
    <li className={styles.row}>
      <ColorInput
        className={styles.hue ?? ''}
        size="xs"
        format="hex"
        aria-label={`${t('insight.hue')}: ${pillar.name}`}
        value={draft.body.hue ?? ''}
        eyeDropperButtonProps={{ 'aria-label': t('insight.eyedropper') }}
        onChange={(hue) => {
          const plain = hue.toLowerCase();
          if (plain === '' || hex.test(plain)) change({ hue: plain || null });
        }}
      />
      <TextInput
        className={styles.name ?? ''}
        size="xs"
        aria-label={`${t('insight.name')}: ${pillar.name}`}
        value={draft.name}
        maxLength={200}
        onChange={(event) => change({}, event.currentTarget.value)}
      />
      <NumberInput
        className={styles.number ?? ''}
        size="xs"
        aria-label={t('insight.share-of', { name: pillar.name })}
        value={draft.body.share}
        min={0}
        max={100}
        clampBehavior="strict"
        decimalScale={1}
        onChange={(value) => change({ share: typeof value === 'number' ? value : 0 })}
      />
      <span className={styles.unit}>%</span>
      <Tooltip label={t('insight.remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('insight.remove')}: ${pillar.name}`}
          onClick={onTrash}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
