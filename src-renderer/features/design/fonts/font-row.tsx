import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import type { Family } from '#renderer/ui/fonts/families.ts';
import styles from './fonts.module.css';

/** Samples of the script that a family is made for (“zhong wen zi ti”, Chinese fonts); never translated. */
const samples = { han: '\u4e2d\u6587\u5b57\u4f53 Aa', latin: 'The quick brown fox', emoji: '' };

/** The CSS family of a design's family, with what stands in for missing characters. */
export function faceOf(family: string): string {
  return `"${resolveFontFamily(family).replaceAll(/["\\]/g, '')}", "Noto Sans SC"`;
}

/** True once an element has been seen: a face of ten megabytes is loaded for whoever scrolls to it only. */
function useSeen(family: string) {
  const row = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!row.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      loadFamilies([family]).then(() => setReady(true), notifyFailure);
    });
    watch.observe(row.current);
    return () => watch.disconnect();
  }, [family]);
  return { row, ready };
}

/** One family of the list, shown in its own letters. */
export function FontRow({
  id,
  family,
  value,
  label,
  active,
  chosen,
  onTake,
  onRemove,
}: {
  id: string;
  family: Family;
  /** What a text would store: the family, or a brand token. */
  value: string;
  label: string;
  active: boolean;
  chosen: boolean;
  onTake(): void;
  onRemove?: () => void;
}) {
  const { t, say } = useWords();
  const { row, ready } = useSeen(value);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active, row]);
  return (
    <div
      ref={row}
      id={id}
      className={styles.row}
      role="option"
      aria-selected={chosen}
      data-active={active}
      onClick={onTake}
      // The keys are the search field's: `aria-activedescendant` says where they are.
      onKeyDown={() => {}}
      tabIndex={-1}
    >
      <span className={styles.rowWords}>
        <span className={styles.sample} data-ready={ready} style={{ fontFamily: faceOf(value) }} aria-hidden>
          {samples[family.script]}
        </span>
        <span className={styles.rowName}>
          {label}
          {family.weights.length > 1 && <span className={styles.weights}>{family.weights.join(' · ')}</span>}
        </span>
      </span>
      {family.note && (
        <Tooltip label={say(family.note)} multiline w={260}>
          <IconInfoCircle size={16} stroke={1.5} aria-label={say(family.note)} />
        </Tooltip>
      )}
      {onRemove && (
        <ActionIcon
          size={22}
          tabIndex={-1}
          aria-label={t('design-fonts.remove', { name: label })}
          title={t('design-fonts.remove', { name: label })}
          onClick={(event) => {
            event.stopPropagation();
            onRemove();
          }}
        >
          <IconTrash size={14} stroke={1.5} />
        </ActionIcon>
      )}
    </div>
  );
}
