import { useElementSize } from '@mantine/hooks';
import { IconArrowBackUp, IconEye, IconMovie, IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { AssetDetails } from './asset-details.tsx';
import { AssetTile } from './asset-tile.tsx';
import { nextSelection, stepInGrid } from './grid-moves.ts';
import { justify, shownRatio } from './justified.ts';
import styles from './library.module.css';
import { QuickLook } from './quick-look.tsx';

/** Pixels. */
const targetHeight = 168;
const gap = 6;

/** The justified grid as one list box: arrows move in two directions, Space looks, Delete moves to the trash. */
export function AssetGrid({ assets, trashed }: { assets: readonly Asset[]; trashed: boolean }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [searchParams] = useSearchParams();
  const wanted = searchParams.get('asset');
  const [currentId, setCurrentId] = useState<string | null>(wanted);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(wanted ? [wanted] : []));
  const [looking, setLooking] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize();
  const rows = useMemo(
    () =>
      justify(
        assets.map((asset) => shownRatio(asset.width, asset.height)),
        width,
        targetHeight,
        gap,
      ),
    [assets, width],
  );
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.height ?? targetHeight) + gap,
    overscan: 3,
  });
  useEffect(() => virtual.measure(), [virtual, rows]);
  useEffect(() => {
    if (wanted !== null) {
      setCurrentId(wanted);
      setChosen(new Set([wanted]));
    }
  }, [wanted]);

  const at = assets.findIndex((asset) => asset.id === currentId);
  const here = assets[at];
  const selected = assets.filter((asset) => chosen.has(asset.id));
  const ids = selected.map((asset) => asset.id);

  const trash = async (): Promise<void> => {
    await call('assets.trash', { ids });
    setChosen(new Set());
    notifyUndo(t('library.did-trash', { count: ids.length }), async () => {
      await call('assets.restore', { ids });
      setChosen(new Set(ids));
    });
  };
  const some = (): boolean => ids.length > 0;
  const actions: Action[] = [
    {
      id: 'library.look',
      icon: IconEye,
      keys: ['Space', 'Enter'],
      enabled: () => here !== undefined,
      run: () => setLooking(true),
    },
    {
      id: 'library.open-as-clip',
      icon: IconMovie,
      enabled: () => here?.kind === 'video' && !trashed,
      run: async () => {
        if (!here) return;
        const clip = await call('clips.create', { assetId: here.id });
        navigate(`/clips/${clip.id}`);
      },
    },
    trashed
      ? {
          id: 'library.restore',
          icon: IconArrowBackUp,
          keys: ['mod+Backspace'],
          enabled: some,
          run: async () => {
            await call('assets.restore', { ids });
            notify(t('library.did-restore', { count: ids.length }));
          },
        }
      : { id: 'library.trash', icon: IconTrash, keys: ['Delete', 'Backspace'], enabled: some, run: trash },
  ];
  useActions(actions);

  const choose = (index: number, how: 'one' | 'more' | 'range'): void => {
    const asset = assets[index];
    if (!asset) return;
    setChosen(nextSelection(assets, chosen, at, index, how));
    setCurrentId(asset.id);
    const row = rows.findLastIndex((each) => each.first <= index);
    if (row >= 0) virtual.scrollToIndex(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepInGrid(rows, Math.max(0, at), event.key, assets.length);
    if (next !== null) {
      event.preventDefault();
      choose(at < 0 ? 0 : next, event.shiftKey ? 'range' : 'one');
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setChosen(new Set(assets.map((asset) => asset.id)));
    } else if (event.key === 'Escape') setChosen(new Set());
  };

  return (
    <ContextMenu actions={actions}>
      <div
        className={styles.scroller}
        ref={scroller}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('library.list')}
        tabIndex={0}
        {...(here ? { 'aria-activedescendant': `asset-${here.id}` } : {})}
        onKeyDown={onKeyDown}
      >
        <div className={styles.grid} ref={measure} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row?.widths.map((tileWidth, column) => {
              const position = row.first + column;
              const asset = assets[position];
              if (!asset) return null;
              const before = row.widths.slice(0, column).reduce((sum, each) => sum + each + gap, 0);
              return (
                <AssetTile
                  key={asset.id}
                  asset={asset}
                  chosen={chosen.has(asset.id)}
                  current={asset.id === currentId}
                  box={{ x: before, y: start, width: tileWidth, height: row.height }}
                  choose={(how) => choose(position, how)}
                  look={() => setLooking(true)}
                />
              );
            });
          })}
        </div>
      </div>
      {selected.length > 0 && (
        <Slot name="inspector">
          <AssetDetails key={ids.join()} assets={selected} actions={actions} />
        </Slot>
      )}
      <QuickLook
        asset={looking ? (here ?? null) : null}
        close={() => setLooking(false)}
        step={(by) => choose(at + by, 'one')}
      />
    </ContextMenu>
  );
}
