import { updateNodes } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { fitText, leavesOf } from '../session/layer-boxes.ts';
import { loadFamilies } from '../session/fonts.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';

type AnyFields = Record<string, unknown>;

export interface LayerFields {
  leaves: DesignNode[];
  disabled: boolean;
  /** The value that all leaves with the field share; null when they differ, undefined when none has it. */
  shared<T>(field: string): T | null | undefined;
  /** True when leaves that have the field have different values. */
  isMixed(field: string): boolean;
  /** Sets fields on every leaf that has them; texts are measured anew. */
  set(fields: AnyFields): void;
}

/** Reading and writing properties of the chosen layers, a group standing for what is inside it. */
export function useLayerFields(): LayerFields {
  const { store } = useEditor();
  const { body, selection, readOnly } = useEditorState();
  const leaves = leavesOf(body, selection);
  return {
    leaves,
    disabled: readOnly || leaves.some((leaf) => leaf.locked),
    shared<T>(field: string) {
      const having = leaves.filter((leaf) => field in leaf);
      if (having.length === 0) return undefined;
      const values = new Set(having.map((leaf) => (leaf as AnyFields)[field]));
      return values.size === 1 ? ([...values][0] as T) : null;
    },
    isMixed(field) {
      const values = leaves.filter((leaf) => field in leaf).map((leaf) => (leaf as AnyFields)[field]);
      return new Set(values).size > 1;
    },
    set(fields) {
      const names = Object.keys(fields);
      const write = (): void => {
        const current = store.snapshot().body;
        const changed = leaves.flatMap((leaf) => {
          const node = current.nodes[leaf.id];
          if (!node || !names.some((name) => name in node)) return [];
          const own = Object.fromEntries(Object.entries(fields).filter(([name]) => name in node));
          const next = { ...node, ...own } as DesignNode;
          return [[leaf.id, next.type === 'text' ? fitText(next) : next] as const];
        });
        store.apply(updateNodes(current, Object.fromEntries(changed)), {
          mergeKey: `fields:${names.join()}:${selection.join()}`,
        });
      };
      const family = fields['fontFamily'];
      // A text is only measured with its own font, never with one that stands in while it loads.
      if (typeof family === 'string') loadFamilies([family]).then(write, notifyFailure);
      else write();
    },
  };
}
