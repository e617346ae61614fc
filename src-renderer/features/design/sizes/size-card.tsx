import { IconAlertTriangle, IconCheck, IconLink, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import type { VariantState } from '#shared/design/variants/review.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import { PageOverlays } from './page-overlays.tsx';
import type { OverlayChoice } from './page-overlays.tsx';
import { useSizeName } from './size-names.ts';
import styles from './sizes.module.css';

/** CSS px that a preview may take. */
const largest = { width: 208, height: 208 };

const icons = {
  fresh: IconLink,
  'needs-review': IconAlertTriangle,
  reviewed: IconCheck,
  overridden: IconPencil,
};

/** How far a size is looked after, as a mark with words. */
export function StateMark({ state }: { state: VariantState }) {
  const { t } = useWords();
  const words: Record<VariantState, string> = {
    fresh: t('design-sizes.state-fresh'),
    'needs-review': t('design-sizes.state-needs-review'),
    reviewed: t('design-sizes.state-reviewed'),
    overridden: t('design-sizes.state-overridden'),
  };
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={14} stroke={1.5} aria-hidden />
      {words[state]}
    </span>
  );
}

/** One size in the overview: painted, named, marked. A click chooses it; Enter or a double click opens it. */
export function SizeCard({
  variant,
  body,
  pageId,
  state,
  chosen,
  overlays,
  onChoose,
  onOpen,
  onRemove,
}: {
  /** Null: the design itself. */
  variant: Variant | null;
  body: DesignBody;
  pageId: string;
  state: VariantState | null;
  chosen: boolean;
  overlays: OverlayChoice;
  onChoose(): void;
  onOpen(): void;
  onRemove?(): void;
}) {
  const { t } = useWords();
  const sizeName = useSizeName();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const name = variant ? sizeName(variant).name : t('design-sizes.master');
  return (
    <li className={styles.item}>
      <button
        ref={button}
        type="button"
        className={styles.card}
        aria-pressed={chosen}
        onClick={onChoose}
        onDoubleClick={onOpen}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            onOpen();
          } else if ((event.key === 'Delete' || event.key === 'Backspace') && onRemove) {
            event.preventDefault();
            event.stopPropagation();
            onRemove();
          }
        }}
      >
        <span className={styles.stage}>
          <span className={styles.paper}>
            <PagePainting body={body} pageId={pageId} largest={largest} className={styles.page ?? ''} />
            <PageOverlays body={body} variant={variant} show={overlays} />
          </span>
        </span>
        <span className={styles.title}>
          {variant && variant.format !== '' && <PlatformBadge format={variant.format} size={16} />}
          <span className={styles.name}>{name}</span>
        </span>
        <span className={styles.facts}>
          <span className={styles.measures}>
            {body.width} × {body.height}
          </span>
          {state && <StateMark state={state} />}
        </span>
      </button>
    </li>
  );
}
