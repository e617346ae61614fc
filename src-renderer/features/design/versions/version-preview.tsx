import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconEye } from '@tabler/icons-react';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { designFormat } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import styles from './versions.module.css';

const icon = { size: 16, stroke: 1.5 };
/** CSS px between the large picture and the edges of its table. */
const margin = 24;

/** A kept state at large; while the button is held the state of now shows in its place. */
export function VersionPreview({
  version,
  busy,
  onRestore,
}: {
  version: string;
  busy: boolean;
  onRestore(): void;
}) {
  const { t } = useWords();
  const { id } = useEditor();
  const { master: now, pageId: pageNow, readOnly } = useEditorState();
  const { data, failure, reload } = useCall('designs.version', { id, version });
  const [ready, setReady] = useState<{ version: string; body: DesignBody } | null>(null);
  const [page, setPage] = useState(0);
  const [comparing, setComparing] = useState(false);
  const { ref: stage, width, height } = useElementSize();
  const largest = { width: Math.max(1, width - margin), height: Math.max(1, height - margin) };

  useEffect(() => {
    if (!data) return;
    let gone = false;
    const { body } = readDocument(designFormat, data.document);
    loadFamilies(familiesOf(body)).then(() => {
      if (!gone) setReady({ version, body });
    }, notifyFailure);
    return () => {
      gone = true;
    };
  }, [data, version]);

  if (failure) return <FailureNote error={failure} onRetry={reload} />;
  const kept = ready?.body;
  if (!kept) return <Skeleton className={styles.waiting ?? ''} radius={2} />;
  const shown = comparing ? now : kept;
  const pages = pagesInOrder(shown);
  const at = Math.min(page, pages.length - 1);
  const shownPage = pages[at]?.id ?? pageNow;
  const hold = { onPointerDown: () => setComparing(true), onPointerUp: () => setComparing(false) };
  const isHoldKey = (key: string): boolean => key === ' ' || key === 'Enter';
  return (
    <>
      <div ref={stage} className={styles.stage} data-comparing={comparing}>
        <PagePainting body={shown} pageId={shownPage} largest={largest} className={styles.painting ?? ''} />
        <span className={styles.caption} role="status">
          {comparing ? t('design-versions.now') : t('design-versions.then')}
        </span>
      </div>
      <div className={styles.tools}>
        {pages.length > 1 && (
          <span className={styles.pager}>
            <ActionIcon
              aria-label={t('design-versions.page-before')}
              disabled={at === 0}
              onClick={() => setPage(at - 1)}
            >
              <IconChevronLeft {...icon} />
            </ActionIcon>
            <span>{t('design-versions.page', { page: at + 1, pages: pages.length })}</span>
            <ActionIcon
              aria-label={t('design-versions.page-after')}
              disabled={at === pages.length - 1}
              onClick={() => setPage(at + 1)}
            >
              <IconChevronRight {...icon} />
            </ActionIcon>
          </span>
        )}
        <span className={styles.space} />
        <Button
          variant="default"
          leftSection={<IconEye {...icon} />}
          aria-pressed={comparing}
          {...hold}
          onPointerLeave={() => setComparing(false)}
          onBlur={() => setComparing(false)}
          onKeyDown={(event) => isHoldKey(event.key) && setComparing(true)}
          onKeyUp={(event) => isHoldKey(event.key) && setComparing(false)}
        >
          {t('design-versions.compare')}
        </Button>
        <Button
          leftSection={<IconArrowBackUp {...icon} />}
          disabled={readOnly}
          loading={busy}
          onClick={onRestore}
        >
          {t('design-versions.restore')}
        </Button>
      </div>
    </>
  );
}
