import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type CueProblem, readingSpeed } from '#shared/clip/captions/checks.ts';
import { cueAtTime } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { useClipSelection } from '../session/editor.tsx';
import styles from './cue-list.module.css';
import { CueRow } from './cue-row.tsx';
import type { CaretRequest } from './cue-text.tsx';
import { onTextRequest, takeTextRequest } from './text-request.ts';
import {
  chosenCues,
  type TrackEditing,
  useCaptionClock,
  usePlayhead,
  useReadOnly,
  useSaidCue,
  seekToCue,
} from './use-captions.ts';
import { removeChosen, stretchTo, toggle } from './choosing.ts';
import { useCueKeys } from './use-cue-keys.ts';

/** Pixels of a row with one line of words and no problem, until it is measured. */
const usualHeight = 66;
const noProblems: readonly CueProblem[] = [];

/** What captions of another track say in the middle of a cue. */
function saidBetween(cues: readonly Cue[], { from, to }: Cue): string {
  return cueAtTime(cues, (from + to) / 2)?.text ?? '';
}

/** All captions of a track with their times and words; the one under the playhead is kept in sight while it plays. */
export function CueList({
  editing,
  track,
  tracks,
  problems,
  menu,
}: {
  editing: TrackEditing;
  track: CaptionTrack;
  tracks: readonly CaptionTrack[];
  problems: ReadonlyMap<string, readonly CueProblem[]>;
  menu: readonly (Action | null)[];
}) {
  const { t } = useWords();
  const { editor } = editing;
  const { cues } = track;
  const clock = useCaptionClock(editing);
  const readOnly = useReadOnly();
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useClipSelection();
  const chosenIds = chosenCues(selection, track.id);
  const chosen = useMemo(() => new Set(chosenIds), [chosenIds]);
  const currentId = chosenIds.at(-1) ?? null;
  const said = useSaidCue(cues);
  // What is said in another language meanwhile, to translate from.
  const model = tracks.find(({ id, cues: list }) => id !== track.id && list.length > 0);
  const playing = usePlayhead((_time, runs) => runs);
  const [caret, setCaret] = useState<CaretRequest | null>(null);
  const caretTaken = useCallback(() => setCaret(null), []);

  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => cues[index]?.id ?? index,
    overscan: 6,
  });
  const show = useEffectEvent((id: string | null) => {
    const index = cues.findIndex((cue) => cue.id === id);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => show(currentId), [currentId]);
  useEffect(() => {
    // While words are typed they stay where they are.
    if (playing && !(document.activeElement instanceof HTMLTextAreaElement)) show(said);
  }, [said, playing]);
  useEffect(() => {
    if (caret !== null) show(caret.id);
  }, [caret]);
  useEffect(() => {
    const take = (): void => {
      const request = takeTextRequest(track.id);
      if (request) setCaret({ id: request.cue, caret: 'all' });
    };
    take();
    return onTextRequest(take);
  }, [track.id]);

  const leave = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const { keys, times } = useCueKeys(editing, setCaret, leave);

  const chooseCue = useCallback(
    (id: string, event: MouseEvent): void => {
      const list = editing.track()?.cues ?? [];
      const before = editing.chosen();
      if (event.shiftKey && before.length > 0) editing.choose(stretchTo(list, before, id));
      else if (event.ctrlKey || event.metaKey) editing.choose(toggle(before, id));
      else {
        editing.choose([id]);
        const cue = list.find((one) => one.id === id);
        if (cue) seekToCue(editing.editor, cue);
      }
      leave();
    },
    [editing, leave],
  );

  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const at = cues.findIndex((cue) => cue.id === (currentId ?? said));
    const last = cues.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const cue = to === undefined ? undefined : cues[Math.max(0, Math.min(last, to))];
    if (cue) {
      editing.choose(event.shiftKey ? [...chosenIds.filter((id) => id !== cue.id), cue.id] : [cue.id]);
      seekToCue(editor, cue);
    } else if (event.key === 'Enter' && cues[at]) setCaret({ id: cues[at].id, caret: 'all' });
    else if ((event.key === 'Delete' || event.key === 'Backspace') && chosen.size > 0 && !readOnly) {
      removeChosen(editing);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ContextMenu
      actions={menu}
      onOpen={() => {
        if (chosen.size === 0 && said !== null) editing.choose([said]);
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrows move through its rows */}
      <div
        ref={scroller}
        className={styles.scroll}
        tabIndex={0}
        role="group"
        aria-label={t('clip-captions.list', { name: track.name })}
        onKeyDown={byKey}
      >
        <div className={styles.list} role="list" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const cue = cues[index];
            if (!cue) return null;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.place}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={cues.length}
                style={{ transform: `translateY(${start}px)` }}
                onContextMenu={() => {
                  if (!chosen.has(cue.id)) editing.choose([cue.id]);
                }}
              >
                <CueRow
                  cue={cue}
                  index={index}
                  clock={clock}
                  language={track.language}
                  hint={cue.text === '' ? saidBetween(model?.cues ?? [], cue) : ''}
                  current={cue.id === currentId}
                  chosen={chosen.has(cue.id)}
                  said={cue.id === said}
                  readOnly={readOnly}
                  problems={problems.get(cue.id) ?? noProblems}
                  speed={readingSpeed(cue)}
                  caret={caret?.id === cue.id ? caret.caret : null}
                  keys={keys}
                  onCaret={caretTaken}
                  onTimes={times}
                  onChoose={chooseCue}
                />
              </div>
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}
