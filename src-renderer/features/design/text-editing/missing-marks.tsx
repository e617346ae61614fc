import { useEditorState, useView } from '../session/editor.ts';
import { leavesOf } from '../session/layer-boxes.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { chosenBoxes, placed, underlineOf } from './caret-layer.tsx';
import styles from './text-editing.module.css';
import { boxTransform } from './text-geometry.ts';
import { stretchesOf, useMissingGlyphs } from './use-missing-glyphs.ts';
import { whileWriting } from './while-writing.ts';

/** CSS px on the screen, whatever the zoom. */
const dot = 3;
const dotStep = 5;

function MarksOf({ node, missing }: { node: TextNode; missing: ReadonlySet<string> }) {
  const view = useView();
  const layout = layoutOfNode(node);
  const [thick, long] = [dot / view.scale, dotStep / view.scale];
  const backgroundSize = layout.writing === 'vertical' ? `${thick}px ${long}px` : `${long}px ${thick}px`;
  const boxes = stretchesOf(node.text, missing).flatMap(({ from, to }) => chosenBoxes(layout, from, to));
  return (
    <div className={styles.place} style={{ transform: boxTransform(node, view) }}>
      {boxes.map((box) => (
        <span
          key={`${box.x}/${box.y}`}
          className={styles.missing}
          data-missing-glyphs
          style={{ ...placed(underlineOf(layout, box, thick)), backgroundSize }}
        />
      ))}
    </div>
  );
}

/** Dots under the characters of the chosen texts that no font has; never part of the design. */
export function MissingMarks() {
  const { body, selection, editing } = useEditorState();
  const texts = leavesOf(body, selection).filter((leaf) => leaf.type === 'text');
  const found = useMissingGlyphs(texts);
  if (!found || found.missing.length === 0) return null;
  const missing = new Set(found.missing);
  return texts.map((node) => (
    <MarksOf key={node.id} node={node.id === editing ? whileWriting(node) : node} missing={missing} />
  ));
}
