import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { durationText } from '#renderer/ui/duration.ts';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { changeBeside, orderOverlays, removeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Overlay } from '#shared/clip/edit/schema.ts';
import { useClipEditor, useClipSelection } from '../session/editor.tsx';
import styles from './overlays.module.css';

/** What an overlay is called: its own name, else what it was added as. */
export function useOverlayName(): (overlay: Overlay) => string {
  const { t } = useWords();
  const roles: Record<NonNullable<Overlay['role']>, string> = {
    title: t('clip-overlays.title'),
    'lower-third': t('clip-overlays.lower-third'),
    'end-card': t('clip-overlays.end-card'),
    watermark: t('clip-overlays.watermark'),
    sticker: t('clip-overlays.sticker'),
  };
  return (overlay) => overlay.name ?? roles[overlay.role ?? 'sticker'];
}

/** Address of a small picture; letters of a card without paper are white, so its ground is dark. */
function pictureOf(overlay: Overlay): string {
  if (overlay.kind === 'image') return `thumb/${overlay.source}`;
  return overlay.cutOut ? `design-clear/${overlay.source}.1` : `design/${overlay.source}`;
}

/** Overlays from front to back: chosen by a press, shown, hidden, ordered, removed. */
export function OverlayList({ overlays, disabled }: { overlays: readonly Overlay[]; disabled: boolean }) {
  const { t } = useWords();
  const { change, selection, player } = useClipEditor();
  const chosen = useClipSelection();
  const nameOf = useOverlayName();
  const tool = (label: string, icon: React.ReactNode, run: () => void, off = false) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        disabled={disabled || off}
        onClick={run}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <ul className={styles.list}>
      {overlays.toReversed().map((overlay, index) => {
        const name = nameOf(overlay);
        const ids = [overlay.id];
        const picked = chosen?.kind === 'overlay' && chosen.ids.includes(overlay.id);
        return (
          <li
            key={overlay.id}
            className={styles.row}
            data-chosen={picked}
            data-hidden={overlay.hidden === true}
          >
            <button
              type="button"
              className={styles.pick}
              aria-pressed={picked}
              onClick={() => {
                selection.set({ kind: 'overlay', ids });
                player.seek(overlay.from + (overlay.enter?.seconds ?? 0));
              }}
            >
              <span className={styles.mark} data-clear={overlay.cutOut === true}>
                <Thumb path={pictureOf(overlay)} alt="" />
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{name}</span>
                <span className={styles.time}>
                  {durationText(overlay.from)} – {durationText(overlay.to)}
                </span>
              </span>
            </button>
            {tool(
              overlay.hidden ? t('clip-overlays.show', { name }) : t('clip-overlays.hide', { name }),
              overlay.hidden ? <IconEyeOff size={14} stroke={1.5} /> : <IconEye size={14} stroke={1.5} />,
              () =>
                change((edit) =>
                  changeBeside(edit, 'overlays', ids, ({ hidden, ...rest }) =>
                    hidden ? rest : { ...rest, hidden: true },
                  ),
                ),
            )}
            {tool(
              t('clip-overlays.forward', { name }),
              <IconArrowUp size={14} stroke={1.5} />,
              () => change((edit) => orderOverlays(edit, ids, 'forward')),
              index === 0,
            )}
            {tool(
              t('clip-overlays.backward', { name }),
              <IconArrowDown size={14} stroke={1.5} />,
              () => change((edit) => orderOverlays(edit, ids, 'backward')),
              index === overlays.length - 1,
            )}
            {tool(t('clip-overlays.remove', { name }), <IconTrash size={14} stroke={1.5} />, () => {
              change((edit) => removeBeside(edit, 'overlays', ids));
              selection.set(null);
            })}
          </li>
        );
      })}
    </ul>
  );
}
