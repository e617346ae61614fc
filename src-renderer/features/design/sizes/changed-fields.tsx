import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import { clearBackground, clearOverride, clearVariant } from '#shared/design/variants/edits.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useLayerWord } from '../drawer/layer-word.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { fieldGroupOf } from './field-groups.ts';
import type { FieldGroup } from './field-groups.ts';
import styles from './sizes.module.css';

/** What a size has of its own, each with a way back to the design. */
export function ChangedFields({
  store,
  master,
  variant,
}: {
  store: EditorStore;
  master: DesignBody;
  variant: Variant;
}) {
  const { t } = useWords();
  const layerWord = useLayerWord();
  const words: Record<FieldGroup, string> = {
    position: t('design-sizes.field-position'),
    size: t('design-sizes.field-size'),
    rotation: t('design-sizes.field-rotation'),
    words: t('design-sizes.field-words'),
    type: t('design-sizes.field-type'),
    colour: t('design-sizes.field-colour'),
    picture: t('design-sizes.field-picture'),
    visibility: t('design-sizes.field-visibility'),
    order: t('design-sizes.field-order'),
    looks: t('design-sizes.field-looks'),
  };
  const layers = Object.entries(variant.overrides).flatMap(([id, fields]) => {
    const node = master.nodes[id];
    if (!node) return [];
    const groups = Map.groupBy(Object.keys(fields), fieldGroupOf);
    return [...groups].map(([group, names]) => ({ id, layer: layerWord(node), group, names }));
  });
  const pages = pagesInOrder(master).filter((page) => variant.backgrounds[page.id] !== undefined);
  if (layers.length === 0 && pages.length === 0) {
    return <p className={styles.dim}>{t('design-sizes.nothing-changed')}</p>;
  }
  const revert = (id: string, names: readonly string[]): void => {
    for (const [index, name] of names.entries()) {
      const edit = clearOverride(store.snapshot().master, variant.id, id, name);
      store.applyToMaster(edit, { amend: index > 0 });
    }
  };
  return (
    <>
      <ul className={styles.changes}>
        {layers.map(({ id, layer, group, names }) => (
          <li key={`${id} ${group}`}>
            <span className={styles.change}>{t('design-sizes.change', { what: words[group], layer })}</span>
            <Tooltip label={t('design-sizes.revert')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('design-sizes.revert-change', { what: words[group], layer })}
                onClick={() => revert(id, names)}
              >
                <IconArrowBackUp size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
        {pages.map((page) => (
          <li key={page.id}>
            <span className={styles.change}>{t('design-sizes.change-background')}</span>
            <Tooltip label={t('design-sizes.revert')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('design-sizes.revert-background')}
                onClick={() => store.applyToMaster(clearBackground(master, variant.id, page.id))}
              >
                <IconArrowBackUp size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        size="xs"
        onClick={() => store.applyToMaster(clearVariant(store.snapshot().master, variant.id))}
      >
        {t('design-sizes.revert-all')}
      </Button>
    </>
  );
}
