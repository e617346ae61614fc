import { notifyUndo } from '#renderer/ui/notify.tsx';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { ClipEditorParts } from '../session/editor.tsx';
import { putTrack, tracksOf } from './tracks.ts';

/**
 * Makes a change of a track and says so with Undo beside it. Undone later than at once, only this track becomes what
 * it was; everything else stays. Answers whether anything changed.
 */
export function changeWithUndo(
  editor: ClipEditorParts,
  trackId: string,
  change: (edit: ClipEdit) => ClipEdit,
  sentence: () => string,
): boolean {
  const before = editor.session.now().edit;
  const place = tracksOf(before).findIndex(({ id }) => id === trackId);
  const track = tracksOf(before)[place];
  editor.change(change);
  const after = editor.session.now().edit;
  if (after === before) return false;
  notifyUndo(sentence(), () => {
    if (editor.session.now().edit === after) editor.session.undo();
    else if (track) editor.change((edit) => putTrack(edit, track, place));
  });
  return true;
}
