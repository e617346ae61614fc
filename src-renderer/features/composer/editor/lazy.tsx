import { type ComponentProps, lazy, Suspense } from 'react';
import classes from './loading.module.css';

// Asked for at once, beside the post itself, but in a chunk of their own: the frame is drawn before they are here.
const editor = import('./rich-editor.tsx');
const tools = import('./editor-tools.tsx');
const LoadedEditor = lazy(() => editor);
const LoadedTools = lazy(() => tools);
const LoadedMarks = lazy(() => import('./overflow-marks.tsx'));

/** The text of one target or of the base. */
export function RichEditor(props: ComponentProps<typeof LoadedEditor>) {
  return (
    <Suspense fallback={<div className={classes['text']} aria-busy="true" />}>
      <LoadedEditor {...props} />
    </Suspense>
  );
}

/** The tools above the text. */
export function EditorTools(props: ComponentProps<typeof LoadedTools>) {
  return (
    <Suspense fallback={<div className={classes['tools']} />}>
      <LoadedTools {...props} />
    </Suspense>
  );
}

/** Marks in the text; nothing until they are here. */
export function OverflowMarks(props: ComponentProps<typeof LoadedMarks>) {
  return (
    <Suspense>
      <LoadedMarks {...props} />
    </Suspense>
  );
}
