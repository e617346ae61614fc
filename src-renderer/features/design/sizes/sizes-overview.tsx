import { Button, Checkbox } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconAspectRatio, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Variant } from '#shared/design/schema.ts';
import { bodyOfVariant } from '#shared/design/variants/derive.ts';
import { addVariants, removeVariant, variantsInOrder } from '#shared/design/variants/edits.ts';
import { variantState } from '#shared/design/variants/review.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { AddSizesDialog } from './add-sizes-dialog.tsx';
import type { OverlayChoice } from './page-overlays.tsx';
import { SizeCard } from './size-card.tsx';
import { SizeInspector } from './size-inspector.tsx';
import { useSizeName } from './size-names.ts';
import styles from './sizes.module.css';

/** All sizes of the design side by side, by platform. */
export function SizesOverview({
  chosenId,
  onChoose: setChosen,
  onOpen,
}: {
  chosenId: string | null;
  onChoose(variantId: string | null): void;
  onOpen(variantId: string | null): void;
}) {
  const { t } = useWords();
  const { store } = useEditor();
  const { master, pageId, readOnly } = useEditorState();
  const sizeName = useSizeName();
  const [adding, setAdding] = useState(false);
  const [overlays, setOverlays] = useLocalStorage<OverlayChoice>({
    key: 'galley.design.size-overlays',
    defaultValue: { safe: false, crop: false, furniture: false },
    getInitialValueInEffect: false,
  });
  const variants = variantsInOrder(master);
  const platforms = Map.groupBy(variants, (variant) => variant.format.split('/')[0] ?? '');
  const waiting = variants.filter((variant) => variantState(master, variant.id) === 'needs-review');
  const chosen = chosenId === null ? null : (master.variants?.[chosenId] ?? null);
  const nextToReview = waiting.find((variant) => variant.id !== chosenId) ?? null;
  const toggles: readonly [keyof OverlayChoice, string][] = [
    ['safe', t('design-sizes.overlay-safe')],
    ['crop', t('design-sizes.overlay-crop')],
    ['furniture', t('design-sizes.overlay-furniture')],
  ];
  const card = (variant: Variant) => {
    const own = bodyOfVariant(master, variant.id);
    return (
      own && (
        <SizeCard
          key={variant.id}
          variant={variant}
          body={own.body}
          pageId={pageId}
          state={variantState(master, variant.id)}
          chosen={variant.id === chosenId}
          overlays={overlays}
          onChoose={() => setChosen(variant.id)}
          onOpen={() => onOpen(variant.id)}
          onRemove={() => store.applyToMaster(removeVariant(store.snapshot().master, variant.id))}
        />
      )
    );
  };
  return (
    <div className={styles.overview}>
      <Slot name="inspector">
        <SizeInspector
          store={store}
          master={master}
          variant={chosen}
          onOpen={onOpen}
          onNext={nextToReview ? () => setChosen(nextToReview.id) : null}
        />
      </Slot>
      <header className={styles.bar}>
        <Button variant="default" size="xs" onClick={() => onOpen(null)}>
          {t('design-sizes.back-to-design')}
        </Button>
        {!readOnly && (
          <Button size="xs" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setAdding(true)}>
            {t('design-sizes.add')}
          </Button>
        )}
        <span className={styles.count} role="status">
          {variants.length > 0 &&
            (waiting.length > 0
              ? t('design-sizes.count-waiting', { count: variants.length, waiting: waiting.length })
              : t('design-sizes.count', { count: variants.length }))}
        </span>
        <span className={styles.toggles}>
          {toggles.map(([key, label]) => (
            <Checkbox
              key={key}
              size="xs"
              label={label}
              checked={overlays[key]}
              onChange={(event) => setOverlays({ ...overlays, [key]: event.currentTarget.checked })}
            />
          ))}
        </span>
      </header>
      <div className={styles.scroll}>
        {variants.length === 0 ? (
          <EmptyState
            icon={IconAspectRatio}
            title={t('design-sizes.empty')}
            body={t('design-sizes.empty-body')}
          >
            {!readOnly && <Button onClick={() => setAdding(true)}>{t('design-sizes.add')}</Button>}
          </EmptyState>
        ) : (
          <div className={styles.groups}>
            <section aria-label={t('design-sizes.master')}>
              <h2 className={styles.heading}>{t('design-sizes.master')}</h2>
              <ul className={styles.cards}>
                <SizeCard
                  variant={null}
                  body={master}
                  pageId={pageId}
                  state={null}
                  chosen={false}
                  overlays={overlays}
                  onChoose={() => setChosen(null)}
                  onOpen={() => onOpen(null)}
                />
              </ul>
            </section>
            {[...platforms].map(([platformId, list]) => {
              const [first] = list;
              const platform = first ? sizeName(first).platform : '';
              const title = platform === '' ? t('design-sizes.free') : platform;
              return (
                <section key={platformId} aria-label={title}>
                  <h2 className={styles.heading}>{title}</h2>
                  <ul className={styles.cards}>{list.map(card)}</ul>
                </section>
              );
            })}
          </div>
        )}
      </div>
      {adding && (
        <AddSizesDialog
          master={master}
          onClose={() => setAdding(false)}
          onAdd={(added) => {
            store.applyToMaster(addVariants(store.snapshot().master, added));
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}
