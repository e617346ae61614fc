import { type DragEvent, type RefObject, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { importFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import { type Addition, addToTimeline, type Zone } from './adding.ts';
import type { Feedback } from './feedback.tsx';
import { placeBetween } from './gestures/reorder-segments.ts';
import type { Ground } from './hit.ts';
import { rulerHeight } from './lanes.ts';

/** What other parts of the window drag: ids of the library and of designs. */
const assetDragType = 'application/x-galley-asset';
const designDragType = 'application/x-galley-design';

const takes = (event: DragEvent): boolean => {
  const { types } = event.dataTransfer;
  return types.includes('Files') || types.includes(assetDragType) || types.includes(designDragType);
};

async function additionsOf(data: {
  assets: string[];
  designs: string[];
  files: File[];
}): Promise<Addition[]> {
  const found: Addition[] = data.designs.map((design) => ({ kind: 'design', design }));
  for (const id of data.assets) found.push({ kind: 'asset', asset: await call('assets.get', { id }) });
  if (data.files.length > 0) {
    const result = await importFiles(data.files);
    for (const asset of [...(result?.imported ?? []), ...(result?.duplicates ?? [])])
      found.push({ kind: 'asset', asset });
  }
  return found;
}

const ids = (text: string): string[] => text.split(/[\s,]+/).filter((id) => id !== '');

/** Files, library media and designs dropped on the lanes: put in where the mark stands. */
export function useTimelineDrop(parts: {
  lane: RefObject<HTMLDivElement | null>;
  ground: Ground;
  clock: FrameClock;
  readOnly: boolean;
}) {
  const { lane, ground, clock, readOnly } = parts;
  const editor = useClipEditor();
  const [feedback, setFeedback] = useState<Feedback | null>(null);

  const placeOf = (event: DragEvent): { time: number; x: number; y: number; zone: Zone } => {
    const box = lane.current?.getBoundingClientRect();
    const x = event.clientX - (box?.left ?? 0);
    const y = event.clientY - (box?.top ?? 0);
    const main = ground.rows.find(({ kind }) => kind === 'main');
    const above = main !== undefined && y - rulerHeight + ground.scrolled < main.top;
    const time = Math.max(0, ground.scale.start + x / ground.scale.density);
    return { time, x, y, zone: above && y > rulerHeight ? 'over' : 'main' };
  };
  const leave = (): void => setFeedback(null);
  return {
    feedback,
    over: feedback !== null,
    handlers: {
      onDragOver: (event: DragEvent<HTMLDivElement>) => {
        if (readOnly || !takes(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const { time, x, y, zone } = placeOf(event);
        const between = placeBetween(ground.placed, time);
        setFeedback({
          tip: timecode(clock, zone === 'over' ? time : between.at),
          x,
          y,
          ...(zone === 'over' ? { snapAt: time } : { insertAt: between.at }),
        });
      },
      onDragLeave: leave,
      onDrop: (event: DragEvent<HTMLDivElement>) => {
        leave();
        if (readOnly || !takes(event)) return;
        // Taken here: the window leaves it alone then.
        event.preventDefault();
        const { time, zone } = placeOf(event);
        const { dataTransfer } = event;
        additionsOf({
          assets: ids(dataTransfer.getData(assetDragType)),
          designs: ids(dataTransfer.getData(designDragType)),
          files: [...dataTransfer.files],
        })
          .then((additions) => addToTimeline(editor, additions, time, zone))
          .catch(notifyFailure);
      },
    },
  };
}
