import { Menu, ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconTools } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { actionWord, isEnabled } from '#renderer/ui/action-words.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CueProblem } from '#shared/clip/captions/checks.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { numberFormat } from '../fields/spans.ts';
import { useClipSelection } from '../session/editor.tsx';
import { CueList } from './cue-list.tsx';
import styles from './captions-panel.module.css';
import { FindForm } from './find-form.tsx';
import { problemsByCue } from './problems.ts';
import { ShiftForm } from './shift-form.tsx';
import { StretchForm } from './stretch-form.tsx';
import { TidyForm } from './tidy-form.tsx';
import { TranscriptForm } from './transcript-form.tsx';
import { chosenCues, useSaidCue, useTrackEditing, seekToCue } from './use-captions.ts';
import { useCueActions } from './use-cue-actions.ts';
import { useFrame } from './use-frame.ts';
import { WaveStrip } from './wave-strip.tsx';

export type Tool = 'find' | 'shift' | 'stretch' | 'tidy' | 'transcript';

function useProblems(track: CaptionTrack, rate: number): ReadonlyMap<string, readonly CueProblem[]> {
  const frame = useFrame();
  // Words come before what is to be said of them.
  const later = useDeferredValue(track);
  return useMemo(() => problemsByCue(later, frame, rate), [later, frame, rate]);
}

/** Words and times of one track, with the tools that work on all of them. */
export function CuesView({ track, tracks }: { track: CaptionTrack; tracks: readonly CaptionTrack[] }) {
  const words = useWords();
  const { t, locale } = words;
  const editing = useTrackEditing(track.id);
  const [tool, setTool] = useState<Tool | null>(null);
  const [wave, setWave] = useState(true);
  const selection = useClipSelection();
  const said = useSaidCue(track.cues);
  const currentId = chosenCues(selection, track.id).at(-1) ?? said;
  const current = track.cues.find(({ id }) => id === currentId) ?? null;
  const problems = useProblems(track, editing.editor.rate());
  const { actions, looping } = useCueActions(editing, {
    tool,
    openTool: (next) => setTool(next === tool ? null : next),
    wave,
    toggleWave: () => setWave(!wave),
  });
  useActions(Object.values(actions));

  const nextProblem = (): void => {
    const wrong = track.cues.filter(({ id }) => problems.has(id));
    const at = track.cues.findIndex(({ id }) => id === currentId);
    const next = wrong.find((cue) => track.cues.indexOf(cue) > at) ?? wrong[0];
    if (!next) return;
    editing.choose([next.id]);
    seekToCue(editing.editor, next);
  };
  const number = numberFormat(locale);
  const form = {
    find: () => <FindForm editing={editing} track={track} />,
    shift: () => <ShiftForm editing={editing} track={track} />,
    stretch: () => <StretchForm editing={editing} track={track} />,
    tidy: () => <TidyForm editing={editing} track={track} />,
    transcript: () => <TranscriptForm editing={editing} track={track} onDone={() => setTool(null)} />,
  };
  const tools = [actions.shift, actions.stretch, actions.tidy, actions.transcript];
  const menu = [
    actions.split,
    actions.merge,
    null,
    actions.setIn,
    actions.setOut,
    actions.loop,
    null,
    actions.shift,
    actions.remove,
  ];

  return (
    <>
      <div className={styles.tools} role="toolbar" aria-label={t('clip-captions.tools')}>
        <IconAction action={actions.new} />
        <IconAction action={actions.split} />
        <IconAction action={actions.merge} />
        <IconAction action={actions.loop} active={looping} />
        <span className={styles.spring} />
        <IconAction action={actions.wave} active={wave} />
        <IconAction action={actions.find} active={tool === 'find'} />
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('clip-captions.more-tools')}>
              <ActionIcon
                aria-label={t('clip-captions.more-tools')}
                variant={tool !== null && tool !== 'find' ? 'light' : 'subtle'}
                color={tool !== null && tool !== 'find' ? 'vermilion' : 'gray'}
              >
                <IconTools size={18} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {tools.map((action) => {
              const Icon = action.icon;
              return (
                <Menu.Item
                  key={action.id}
                  leftSection={<Icon size={16} stroke={1.5} />}
                  disabled={!isEnabled(action)}
                  onClick={() => runAction(action)}
                >
                  {actionWord(action, words)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      </div>
      {tool !== null && form[tool]()}
      {wave && track.cues.length > 0 && <WaveStrip editing={editing} track={track} cue={current} />}
      <div className={styles.summary}>
        <span>{t('clip-captions.count', { count: number.format(track.cues.length) })}</span>
        {problems.size > 0 && (
          <button type="button" className={styles.next} onClick={nextProblem}>
            {t('clip-captions.problems', { count: number.format(problems.size) })}
            <IconChevronDown size={14} stroke={1.5} aria-hidden />
          </button>
        )}
      </div>
      {track.cues.length === 0 ? (
        <p className={styles.none}>{t('clip-captions.no-cues')}</p>
      ) : (
        <CueList editing={editing} track={track} tracks={tracks} problems={problems} menu={menu} />
      )}
    </>
  );
}
