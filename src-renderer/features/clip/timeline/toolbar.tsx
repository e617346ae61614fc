import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { formatSeconds, numberFormat } from '../fields/spans.ts';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';
import type { ClipEditActions } from '../use-clip-actions-edit.ts';
import type { ClipActions } from '../use-clip-actions.ts';
import { AddMenu } from './add-menu.tsx';
import styles from './timeline.module.css';
import { ToolAction } from './tool-action.tsx';

function SpeedMenu({ actions }: { actions: readonly Action[] }) {
  const words = useWords();
  const word = words.t('clip-timeline.speed');
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Tooltip label={word}>
          <ActionIcon
            aria-label={word}
            variant="subtle"
            color="gray"
            disabled={!actions.some((action) => isEnabled(action))}
          >
            <IconGauge size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action.id} disabled={!isEnabled(action)} onClick={() => runAction(action)}>
            {actionWord(action, words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** How many are chosen and how long they are together. */
function Chosen() {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const selection = useClipSelection();
  useClip((now) => now.edit);
  if (selection?.kind !== 'segment') return null;
  const chosen = new Set(selection.ids);
  const seconds = editor
    .placed()
    .filter(({ segment }) => chosen.has(segment.id))
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    <span className={styles.toolFact}>
      {t('clip-timeline.chosen', {
        count: numberFormat(locale).format(selection.ids.length),
        seconds: formatSeconds(seconds, locale),
      })}
    </span>
  );
}

/** The row over the lanes: adding, cutting, what is done to segments, snapping, zoom. */
export function TimelineToolbar({
  actions,
  edits,
  voice,
  snapping,
}: {
  actions: ClipActions;
  edits: ClipEditActions;
  /** Recording a voice. */
  voice: Action;
  snapping: boolean;
}) {
  const { t } = useWords();
  const group = (each: readonly Action[]) =>
    each.map((action) => <ToolAction key={action.id} action={action} />);
  const speeds = [
    edits.speedQuarter,
    edits.speedHalf,
    edits.speedNormal,
    edits.speedOneAndHalf,
    edits.speedDouble,
    edits.speedFour,
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={t('clip-timeline.tools')}
      onMouseDown={(event) => {
        // A click on a button must not take the space bar away from playing.
        if (event.target instanceof Element && !event.target.closest('input')) event.preventDefault();
      }}
    >
      <AddMenu />
      <ToolAction action={voice} />
      <span className={styles.toolRule} aria-hidden />
      {group([actions.setIn, actions.setOut])}
      <span className={styles.toolRule} aria-hidden />
      {group([edits.split, edits.trimStart, edits.trimEnd, edits.remove])}
      <span className={styles.toolRule} aria-hidden />
      <SpeedMenu actions={speeds} />
      {group([
        edits.reverse,
        edits.freeze,
        edits.transition,
        edits.duplicate,
        edits.marker,
        actions.setCover,
      ])}
      <span className={styles.toolSpace} />
      <Chosen />
      <ToolAction action={edits.snapping} active={snapping} />
      <span className={styles.toolRule} aria-hidden />
      {group([actions.zoomOut, actions.zoomAll, actions.zoomIn])}
    </div>
  );
}
