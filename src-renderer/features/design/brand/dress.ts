import type { Edit } from '#shared/design/operations.ts';
import { edit, updateNodes } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { fitText, leavesOf } from '../session/layer-boxes.ts';
import { keeps } from '../session/locks.ts';

/** What one press of the brand panel gives to layers. */
type Dress = { colour: string } | { fontFamily: string; fontWeight: number };

function dressed(node: DesignNode, dress: Dress): Partial<DesignNode> | null {
  if ('fontFamily' in dress) return node.type === 'text' ? fitText({ ...node, ...dress }) : null;
  switch (node.type) {
    case 'text':
      return { colour: dress.colour, fill: null };
    case 'qr':
      return { colour: dress.colour };
    case 'line':
      return { stroke: dress.colour };
    case 'image':
    case 'group':
      return null;
    default:
      return node.fill === null && node.stroke !== null ? { stroke: dress.colour } : { fill: dress.colour };
  }
}

/** Gives a colour or font to what is chosen; a colour goes to the page while nothing is. One undoable step. */
export function dressSelection(store: EditorStore, dress: Dress): void {
  const { body, selection, pageId } = store.snapshot();
  if (selection.length === 0) {
    const page = body.pages[pageId];
    if (!page || !('colour' in dress)) return;
    store.apply(edit(body, [{ table: 'pages', id: pageId, value: { ...page, background: dress.colour } }]));
    return;
  }
  const fields = leavesOf(body, selection).flatMap((node) => {
    const change = keeps(body, node.id, 'style') ? null : dressed(node, dress);
    return change ? [[node.id, change] as const] : [];
  });
  store.apply(updateNodes(body, Object.fromEntries(fields)));
}

/** An edit whose texts have their boxes measured anew: other fonts take other room. */
export function refitTexts(made: Edit): Edit {
  const nodes: DesignBody['nodes'] = { ...made.body.nodes };
  const patch = made.patch.map((change) => {
    if (change.table !== 'nodes' || change.value?.type !== 'text') return change;
    const value = fitText(change.value);
    nodes[value.id] = value;
    return { ...change, value };
  });
  return { ...made, patch, body: { ...made.body, nodes } };
}
