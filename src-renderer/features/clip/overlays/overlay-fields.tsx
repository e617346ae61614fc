import { Button, SegmentedControl, Select, Slider } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { changeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Move, Overlay } from '#shared/clip/edit/schema.ts';
import { designFormat } from '#shared/design/document.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { useClipEditor } from '../session/editor.tsx';
import { useOverlayName } from './overlay-list.tsx';
import styles from './overlays.module.css';

/** Seconds of coming and going unless told otherwise. */
const usual = 0.4;

/** Which page of a design is shown, when it has several. */
function PageChoice({
  overlay,
  disabled,
  onPage,
}: {
  overlay: Overlay;
  disabled: boolean;
  onPage(page: string | null): void;
}) {
  const { t } = useWords();
  const design = useCall('designs.get', { id: overlay.source }, ['records.changed']);
  const pages = design.data ? pagesInOrder(readDocument(designFormat, design.data.document).body) : [];
  if (pages.length < 2) return null;
  return (
    <Select
      aria-label={t('clip-overlays.page')}
      disabled={disabled}
      allowDeselect={false}
      value={overlay.page ?? pages[0]?.id ?? null}
      data={pages.map((page, index) => ({
        value: page.id,
        label: t('clip-overlays.page-number', { number: index + 1 }),
      }))}
      onChange={onPage}
    />
  );
}

/** Time, size, opacity, coming and going of the chosen overlays. */
export function OverlayFields({ overlays, disabled }: { overlays: readonly Overlay[]; disabled: boolean }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { session, change } = useClipEditor();
  const nameOf = useOverlayName();
  const [first] = overlays;
  if (!first) return null;
  const ids = overlays.map((overlay) => overlay.id);
  const set = (next: (overlay: Overlay) => Overlay, gesture?: string): void =>
    change((edit) => changeBeside(edit, 'overlays', ids, next), gesture && `${gesture}:${ids.join()}`);
  const kinds: Record<Move['kind'], string> = {
    none: t('clip-overlays.move-none'),
    fade: t('clip-overlays.move-fade'),
    'slide-left': t('clip-overlays.move-slide-left'),
    'slide-right': t('clip-overlays.move-slide-right'),
    'slide-up': t('clip-overlays.move-slide-up'),
    'slide-down': t('clip-overlays.move-slide-down'),
    zoom: t('clip-overlays.move-zoom'),
  };
  const time = (side: 'from' | 'to') => (
    <NumberField
      label={side === 'from' ? t('clip-overlays.from') : t('clip-overlays.to')}
      mark={side === 'from' ? t('clip-overlays.from') : t('clip-overlays.to')}
      unit="s"
      min={0}
      step={0.1}
      disabled={disabled || overlays.length > 1}
      value={first[side]}
      onChange={(seconds) =>
        set((overlay) => {
          if (side === 'to') return { ...overlay, to: Math.max(seconds, overlay.from + 0.1) };
          return { ...overlay, from: seconds, to: seconds + overlay.to - overlay.from };
        }, side)
      }
    />
  );
  const move = (side: 'enter' | 'leave', label: string) => (
    <div className={styles.pair}>
      <Select
        aria-label={label}
        title={label}
        disabled={disabled}
        allowDeselect={false}
        value={first[side]?.kind ?? 'none'}
        data={Object.entries(kinds).map(([value, name]) => ({
          value,
          label: value === 'none' ? `${label}: ${name}` : name,
        }))}
        onChange={(value) =>
          set((overlay) => {
            const { [side]: was, ...rest } = overlay;
            const kind = value as Move['kind'];
            if (kind === 'none') return rest as Overlay;
            return { ...overlay, [side]: { kind, seconds: was?.seconds || usual } };
          })
        }
      />
      <NumberField
        label={`${label}, ${t('clip-overlays.seconds')}`}
        mark={t('clip-overlays.seconds')}
        unit="s"
        min={0.1}
        max={5}
        step={0.1}
        disabled={disabled || !first[side]}
        value={first[side]?.seconds ?? null}
        onChange={(seconds) =>
          set((overlay) => {
            const was = overlay[side];
            return was ? { ...overlay, [side]: { ...was, seconds } } : overlay;
          }, side)
        }
      />
    </div>
  );
  return (
    <Panel
      title={overlays.length === 1 ? nameOf(first) : t('clip-overlays.many', { count: overlays.length })}
      actions={
        overlays.length === 1 &&
        first.kind === 'design' && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPencil size={14} stroke={1.5} />}
            onClick={() => void session.flush().then(() => navigate(`/designs/${first.source}`))}
          >
            {t('clip-overlays.edit-design')}
          </Button>
        )
      }
    >
      <div className={styles.pair}>
        {time('from')}
        {time('to')}
      </div>
      {first.kind === 'design' && overlays.length === 1 && (
        <>
          <PageChoice
            overlay={first}
            disabled={disabled}
            onPage={(page) => set((overlay) => ({ ...overlay, page }))}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            disabled={disabled}
            aria-label={t('clip-overlays.paper')}
            value={first.cutOut ? 'without' : 'with'}
            data={[
              { value: 'without', label: t('clip-overlays.paper-without') },
              { value: 'with', label: t('clip-overlays.paper-with') },
            ]}
            onChange={(value) => set((overlay) => ({ ...overlay, cutOut: value === 'without' }))}
          />
        </>
      )}
      <div className={styles.line}>
        <span className={styles.label}>{t('clip-overlays.size')}</span>
        <Slider
          size="sm"
          label={null}
          thumbLabel={t('clip-overlays.size')}
          min={2}
          max={200}
          disabled={disabled}
          value={Math.round(first.width * 100)}
          onChange={(percent) =>
            set((overlay) => {
              const width = percent / 100;
              // Grows about its middle; the height follows the picture.
              const by = overlay.width - width;
              return { ...overlay, width, x: Math.max(-2, Math.min(2, overlay.x + by / 2)) };
            }, 'size')
          }
        />
        <span className={styles.value}>{`${Math.round(first.width * 100)}%`}</span>
      </div>
      <div className={styles.line}>
        <span className={styles.label}>{t('clip-overlays.opacity')}</span>
        <Slider
          size="sm"
          label={null}
          thumbLabel={t('clip-overlays.opacity')}
          min={0}
          max={100}
          disabled={disabled}
          value={Math.round((first.opacity ?? 1) * 100)}
          onChange={(percent) => set((overlay) => ({ ...overlay, opacity: percent / 100 }), 'opacity')}
        />
        <span className={styles.value}>{`${Math.round((first.opacity ?? 1) * 100)}%`}</span>
      </div>
      {move('enter', t('clip-overlays.enter'))}
      {move('leave', t('clip-overlays.leave'))}
    </Panel>
  );
}
