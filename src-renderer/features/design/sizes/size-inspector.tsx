import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import { bodyOfVariant } from '#shared/design/variants/derive.ts';
import {
  markReviewed,
  moveVariant,
  removeVariant,
  renameVariant,
  variantsInOrder,
} from '#shared/design/variants/edits.ts';
import { variantState } from '#shared/design/variants/review.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { ChangedFields } from './changed-fields.tsx';
import { StateMark } from './size-card.tsx';
import { useSizeName } from './size-names.ts';
import styles from './sizes.module.css';

function NameField({ store, variant }: { store: EditorStore; variant: Variant }) {
  const { t } = useWords();
  const sizeName = useSizeName();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null && draft.trim() !== variant.name) {
      store.applyToMaster(renameVariant(store.snapshot().master, variant.id, draft.trim()));
    }
    setDraft(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('design-sizes.name')}
      placeholder={sizeName({ ...variant, name: '' }).name}
      value={draft ?? variant.name}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

/** Everything of the chosen size: what it is, whether to look at it and why, and what it has of its own. */
export function SizeInspector({
  store,
  master,
  variant,
  onOpen,
  onNext,
}: {
  store: EditorStore;
  master: DesignBody;
  variant: Variant | null;
  onOpen(variantId: string): void;
  /** Chooses the next size that needs a look; absent when there is none. */
  onNext: (() => void) | null;
}) {
  const { t, say } = useWords();
  if (!variant) return <p className={styles.hint}>{t('design-sizes.choose')}</p>;
  const own = bodyOfVariant(master, variant.id);
  const state = variantState(master, variant.id);
  const order = variantsInOrder(master);
  const place = order.findIndex((each) => each.id === variant.id);
  const move = (by: number): void =>
    store.applyToMaster(moveVariant(store.snapshot().master, variant.id, place + by));
  return (
    <>
      <Panel title={t('design-sizes.this-size')}>
        <NameField key={variant.id} store={store} variant={variant} />
        <p className={styles.row}>
          <span className={styles.measures}>
            {variant.width} × {variant.height} px
          </span>
          <StateMark state={state} />
        </p>
        {state === 'needs-review' && own && (
          <ul className={styles.reasons}>
            {own.report.reasons.map((reason) => (
              <li key={reason.en}>{say(reason)}</li>
            ))}
          </ul>
        )}
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={14} stroke={1.5} />}
            onClick={() => onOpen(variant.id)}
          >
            {t('design-sizes.edit')}
          </Button>
          {state !== 'reviewed' && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconCheck size={14} stroke={1.5} />}
              onClick={() => store.applyToMaster(markReviewed(store.snapshot().master, variant.id))}
            >
              {t('design-sizes.looks-good')}
            </Button>
          )}
          {onNext && (
            <Button variant="default" size="xs" onClick={onNext}>
              {t('design-sizes.next')}
            </Button>
          )}
        </div>
      </Panel>
      <Panel title={t('design-sizes.changed')}>
        <ChangedFields store={store} master={master} variant={variant} />
      </Panel>
      <Panel title={t('design-sizes.place')}>
        <div className={styles.buttons}>
          <Button variant="default" size="xs" disabled={place <= 0} onClick={() => move(-1)}>
            {t('design-sizes.earlier')}
          </Button>
          <Button variant="default" size="xs" disabled={place >= order.length - 1} onClick={() => move(1)}>
            {t('design-sizes.later')}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => store.applyToMaster(removeVariant(store.snapshot().master, variant.id))}
          >
            {t('design-sizes.remove')}
          </Button>
        </div>
      </Panel>
    </>
  );
}
