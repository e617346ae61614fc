import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table';
import {
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableMinus,
  IconTableRow,
} from '@tabler/icons-react';
import { $createParagraphNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import type { Action } from '#renderer/commands/action.ts';

/** Inside an update or read: the table with the caret. */
export function $tableNow() {
  const selection = $getSelection();
  const node = selection?.getNodes()[0];
  return node ? $findTableNode(node) : null;
}

/** The first row becomes a header row or an ordinary one. */
function $toggleHeader(): void {
  const row = $tableNow()?.getFirstChild();
  if (!$isTableRowNode(row)) return;
  const cells = row.getChildren().filter($isTableCellNode);
  const header = cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW));
  for (const cell of cells)
    cell.setHeaderStyles(header ? 0 : TableCellHeaderStates.ROW, TableCellHeaderStates.ROW);
}

/** A new row below a header row is no header, whatever its neighbour is. */
function $insertRow(after: boolean): void {
  $insertTableRowAtSelection(after);
  const rows = $tableNow()?.getChildren().filter($isTableRowNode) ?? [];
  for (const row of rows.slice(1))
    for (const cell of row.getChildren().filter($isTableCellNode))
      if (cell.hasHeaderState(TableCellHeaderStates.ROW)) cell.setHeaderStyles(0, TableCellHeaderStates.ROW);
}

function $removeTable(): void {
  const table = $tableNow();
  if (!table) return;
  const paragraph = $createParagraphNode();
  table.replace(paragraph);
  paragraph.select();
}

/** What can be done to the table with the caret; null divides. */
export function tableActions(editor: () => LexicalEditor | null): (Action | null)[] {
  const run = (act: () => void) => () => {
    const now = editor();
    now?.update(act);
    now?.focus();
  };
  const enabled = (): boolean => editor()?.read(() => $tableNow() !== null) === true;
  const action = (id: string, icon: Action['icon'], act: () => void): Action => ({
    id,
    ...(icon && { icon }),
    enabled,
    run: run(act),
  });
  return [
    action('editor.rowAbove', IconRowInsertTop, () => $insertRow(false)),
    action('editor.rowBelow', IconRowInsertBottom, () => $insertRow(true)),
    action('editor.columnLeft', IconColumnInsertLeft, () => $insertTableColumnAtSelection(false)),
    action('editor.columnRight', IconColumnInsertRight, () => $insertTableColumnAtSelection(true)),
    null,
    action('editor.headerRow', IconTableRow, $toggleHeader),
    null,
    action('editor.deleteRow', IconRowRemove, $deleteTableRowAtSelection),
    action('editor.deleteColumn', IconColumnRemove, $deleteTableColumnAtSelection),
    action('editor.deleteTable', IconTableMinus, $removeTable),
  ];
}

/** The key of the cell with the caret. */
export function $cellKey(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findCellNode(selection.anchor.getNode())?.getKey() ?? null;
}
