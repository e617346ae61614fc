import { Button, Popover } from '@mantine/core';
import { IconAspectRatio } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { useEditor, useEditorState } from '../session/editor.ts';
import { ChangedFields } from './changed-fields.tsx';
import { useSizeName } from './size-names.ts';
import styles from './sizes.module.css';
import { SizesOverview } from './sizes-overview.tsx';

/** Says which size is being edited, what it has of its own, and leads back. */
function SizeBanner({ onBack }: { onBack(): void }) {
  const { t } = useWords();
  const { store } = useEditor();
  const { master, variantId } = useEditorState();
  const sizeName = useSizeName();
  const variant = variantId === null ? undefined : master.variants?.[variantId];
  if (!variant) return null;
  const { platform, name } = sizeName(variant);
  const changed = Object.keys(variant.overrides).length + Object.keys(variant.backgrounds).length;
  return (
    <div className={styles.banner} role="status">
      <p>{t('design-sizes.editing', { name: [platform, name].filter(Boolean).join(' ') })}</p>
      <Popover position="bottom-end" width={340} trapFocus>
        <Popover.Target>
          <Button variant="default" size="xs">
            {t('design-sizes.changed-count', { count: changed })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ChangedFields store={store} master={master} variant={variant} />
        </Popover.Dropdown>
      </Popover>
      <Button variant="default" size="xs" onClick={onBack}>
        {t('design-sizes.back')}
      </Button>
    </div>
  );
}

/** The action that opens all sizes, the overview while it is open, and the banner while a size is edited. */
export function useSizes(): { open: Action; overview: ReactNode | null; banner: ReactNode } {
  const { store } = useEditor();
  const [shown, setShown] = useState(false);
  // Back in the overview, the size that was edited is the chosen one.
  const [chosen, setChosen] = useState<string | null>(null);
  const open = useMemo<Action>(
    () => ({
      id: 'design-sizes.open',
      icon: IconAspectRatio,
      keys: ['alt+mod+S'],
      run: () => {
        store.openVariant(null);
        store.select([]);
        setShown((before) => !before);
      },
    }),
    [store],
  );
  useActions(useMemo(() => [open], [open]));
  const show = (variantId: string | null): void => {
    store.openVariant(variantId);
    setChosen(variantId);
    setShown(false);
  };
  return {
    open,
    overview: shown ? <SizesOverview chosenId={chosen} onChoose={setChosen} onOpen={show} /> : null,
    banner: <SizeBanner onBack={open.run} />,
  };
}
