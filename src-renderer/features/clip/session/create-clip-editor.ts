import { editDuration, type PlacedSegment, placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { renderRate } from '#shared/clip/render/rate.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import type { ClipSession } from './clip-session.ts';
import type { ClipEditorParts, ClipSelection, SourceBook, TimelinePlayer } from './editor.tsx';
import { createStore, sameSelection, selectionOf, stillThere } from './selection.ts';
import { createSourceBook } from './source-book.ts';

/** What a player reads of the open clip. */
interface PlayedTimeline {
  edit(): ClipEdit;
  placed(): readonly PlacedSegment[];
  rate(): number;
  sources: SourceBook;
  subscribe(listener: () => void): () => void;
}

/** The parts of an open clip, until it is closed. The session is closed by whoever opened it. */
export interface OpenClipEditor<Player extends TimelinePlayer> extends ClipEditorParts {
  player: Player;
  close(): void;
}

/** Everything that the parts of one open clip share, over its session. */
export function createClipEditor<Player extends TimelinePlayer & { close(): void }>(
  session: ClipSession,
  makePlayer: (timeline: PlayedTimeline) => Player,
): OpenClipEditor<Player> {
  const sources = createSourceBook();
  const selection = createStore<ClipSelection | null>(null, sameSelection);
  const edit = (): ClipEdit => session.now().edit;
  let laid: { segments: readonly Segment[]; placed: readonly PlacedSegment[] } | null = null;
  let paced: { segments: readonly Segment[]; rate: number } | null = null;

  const placed = (): readonly PlacedSegment[] => {
    const { segments } = edit();
    if (laid?.segments !== segments) laid = { segments, placed: placeSegments({ segments }) };
    return laid.placed;
  };
  const rate = (): number => {
    const { segments } = edit();
    if (paced?.segments !== segments) {
      const used = new Set(
        segments.flatMap((segment) =>
          segment.kind === 'clip' || segment.kind === 'freeze' ? [segment.source] : [],
        ),
      );
      const videos = [...used].flatMap((source) => sources.get(source)?.probe?.video ?? []);
      paced = { segments, rate: framesPerSecond(renderRate(videos, undefined)) };
    }
    return paced.rate;
  };
  const stops = [
    sources.subscribe(() => {
      paced = null;
    }),
    session.subscribe(() => selection.set(stillThere(edit(), selection.get()))),
    session.onTravel((patch) => {
      const touched = selectionOf(patch, edit());
      if (touched) selection.set(touched);
    }),
  ];
  // A source that becomes known can change the rate: the player hears of both.
  const subscribe = (listener: () => void): (() => void) => {
    const ends = [session.subscribe(listener), sources.subscribe(listener)];
    return () => {
      for (const end of ends) end();
    };
  };
  const player = makePlayer({ edit, placed, rate, sources, subscribe });

  return {
    session,
    selection,
    sources,
    player,
    rate,
    placed,
    duration: () => placed().at(-1)?.end ?? editDuration(edit()),
    change: (next, gesture) => session.change({ edit: next(edit()) }, gesture),
    close() {
      player.close();
      for (const stop of stops) stop();
      sources.close();
    },
  };
}
