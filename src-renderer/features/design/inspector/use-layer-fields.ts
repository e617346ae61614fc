import { updateNodes } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { fitText, leavesOf } from '../session/layer-boxes.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { anyKeeps } from '../session/locks.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';

type AnyFields = Record<string, unknown>;

/** Which layers a field that may be absent belongs to. */
export type Capable = (leaf: DesignNode) => boolean;

export interface LayerFields {
  leaves: DesignNode[];
  /** Looks may not be changed. */
  disabled: boolean;
  /** Words and pictures may not be changed. */
  contentDisabled: boolean;
  /**
   * The value that all leaves with the field share; null when they differ, undefined when none has it. With
   * `fallback` an absent field reads as this, on the leaves that `capable` says (all without it).
   */
  shared<T>(field: string, fallback?: T, capable?: Capable): T | null | undefined;
  /** True when leaves that have the field have different values. */
  isMixed(field: string, fallback?: unknown, capable?: Capable): boolean;
  /**
   * Sets fields on every leaf that has them; with `capable` on exactly those leaves, also where a field was
   * absent, and a field set to undefined is taken away. Texts are measured anew.
   */
  set(fields: AnyFields, capable?: Capable): void;
}

/** Values are compared by what they say: two gradients of the same stops are the same. */
function valuesOf(
  leaves: readonly DesignNode[],
  field: string,
  fallback: unknown,
  capable: Capable | undefined,
): Map<string, unknown> {
  const optional = fallback !== undefined || capable !== undefined;
  const having = leaves.filter((leaf) => (optional ? (capable?.(leaf) ?? true) : field in leaf));
  return new Map(
    having.map((leaf) => {
      const own = (leaf as AnyFields)[field];
      const value = own === undefined ? fallback : own;
      return [JSON.stringify(value) ?? '', value] as const;
    }),
  );
}

/** Reading and writing properties of the chosen layers, a group standing for what is inside it. */
export function useLayerFields(): LayerFields {
  const { store } = useEditor();
  const { body, selection, readOnly } = useEditorState();
  const leaves = leavesOf(body, selection);
  return {
    leaves,
    disabled: readOnly || anyKeeps(body, selection, 'style'),
    contentDisabled: readOnly || anyKeeps(body, selection, 'content'),
    shared<T>(field: string, fallback?: T, capable?: Capable) {
      const values = valuesOf(leaves, field, fallback, capable);
      if (values.size === 0) return undefined;
      return values.size === 1 ? ([...values.values()][0] as T) : null;
    },
    isMixed(field, fallback, capable) {
      return valuesOf(leaves, field, fallback, capable).size > 1;
    },
    set(fields, capable) {
      const names = Object.keys(fields);
      const write = (): void => {
        const current = store.snapshot().body;
        const changed = leaves.flatMap((leaf) => {
          const node = current.nodes[leaf.id];
          if (!node || !(capable ? capable(node) : names.some((name) => name in node))) return [];
          const given = Object.entries(fields);
          const own = capable ? given : given.filter(([name]) => name in node);
          const next = Object.fromEntries(
            Object.entries({ ...node, ...Object.fromEntries(own) }).filter(
              ([, value]) => value !== undefined,
            ),
          ) as DesignNode;
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
