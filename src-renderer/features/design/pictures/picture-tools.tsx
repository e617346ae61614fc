import { useEditor, useEditorState } from '../session/editor.ts';
import { CutoutDialog } from './cutout-dialog.tsx';
import { requestCutout, useCutoutRequest } from './cutout-request.ts';
import { usePictureActions } from './use-picture-actions.ts';
import { useCompareKey } from './use-compare.ts';

/** Offers what can be done with pictures, whatever panel is open, and shows the dialogs for it. */
export function PictureTools() {
  const { body } = useEditorState();
  const editor = useEditor();
  const requested = useCutoutRequest();
  usePictureActions();
  useCompareKey(editor);
  const node = requested === null ? undefined : body.nodes[requested];
  return node?.type === 'image' ? <CutoutDialog node={node} onClose={() => requestCutout(null)} /> : null;
}
