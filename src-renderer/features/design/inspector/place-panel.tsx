import { IconAngle, IconDropletHalf2, IconRadiusTopLeft } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { RotatedBox } from '#shared/design/geometry.ts';
import { centreOf } from '#shared/design/geometry.ts';
import { updateNodes } from '#shared/design/operations.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { fitText, leavesOf, resizeAround, selectionBox } from '../session/layer-boxes.ts';
import { anyKeeps } from '../session/locks.ts';
import { fieldsOf, scaleLayer, turnLayer } from '../session/transforms.ts';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

/** Where the selection is, how large, how turned, how see-through. */
export function PlacePanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, selection, readOnly } = useEditorState();
  const { shared, set, disabled: styleDisabled } = useLayerFields();
  const disabled = readOnly || anyKeeps(body, selection, 'place');
  const box = selectionBox(body, selection);
  if (!box) return null;
  const leaves = leavesOf(body, selection);
  const [only] = leaves;
  const single = selection.length === 1 && only?.id === selection[0] ? only : null;

  const apply = (nodes: typeof leaves, key: string): void =>
    store.apply(updateNodes(body, fieldsOf(nodes)), { mergeKey: `${key}:${selection.join()}` });
  const move = (dx: number, dy: number): void =>
    apply(
      leaves.map((node) => ({ ...node, x: node.x + dx, y: node.y + dy })),
      'move',
    );
  const resize = (next: RotatedBox): void => {
    if (!single) {
      apply(
        leaves.map((node) => scaleLayer(node, box, next)),
        'size',
      );
      return;
    }
    const sized = { ...single, ...resizeAround(single, next.width, next.height, { x: 0, y: 0 }) };
    if (sized.type === 'text' && next.height !== box.height) apply([{ ...sized, sizing: 'fixed' }], 'size');
    else if (sized.type === 'text' && sized.sizing === 'auto-width') {
      apply([fitText({ ...sized, sizing: 'auto-height' })], 'size');
    } else apply([sized.type === 'text' ? fitText(sized) : sized], 'size');
  };
  const turn = (rotation: number): void => {
    const about = centreOf(box);
    apply(
      leaves.map((node) => turnLayer(node, about, rotation - box.rotation)),
      'turn',
    );
  };
  // As when a handle is dragged; the height of words follows from their width.
  const kept = single?.keepRatio === true && single.type !== 'text' && single.width > 0 && single.height > 0;
  const opacity = shared<number>('opacity');
  // Shapes have their corners with their paint.
  const radius = leaves.every((leaf) => leaf.type === 'image') ? shared<number>('radius') : undefined;
  return (
    <Panel title={t('design.place')} remember="design.place">
      <div className={styles.pair}>
        <NumberField
          label={t('design.x')}
          mark="X"
          unit="px"
          value={box.x}
          whole={body.width}
          disabled={disabled}
          onChange={(x) => move(x - box.x, 0)}
        />
        <NumberField
          label={t('design.y')}
          mark="Y"
          unit="px"
          value={box.y}
          whole={body.height}
          disabled={disabled}
          onChange={(y) => move(0, y - box.y)}
        />
        <NumberField
          label={t('design.width')}
          mark="W"
          unit="px"
          value={box.width}
          min={1}
          whole={body.width}
          disabled={disabled}
          onChange={(width) =>
            resize({ ...box, width, height: kept ? (box.height * width) / box.width : box.height })
          }
        />
        <NumberField
          label={t('design.height')}
          mark="H"
          unit="px"
          value={box.height}
          min={single?.type === 'line' ? 0 : 1}
          whole={body.height}
          disabled={disabled}
          onChange={(height) =>
            resize({ ...box, height, width: kept ? (box.width * height) / box.height : box.width })
          }
        />
        <NumberField
          label={t('design.rotation')}
          mark={<IconAngle size={14} stroke={1.5} />}
          unit="°"
          value={box.rotation}
          disabled={disabled}
          onChange={turn}
        />
        <NumberField
          label={t('design.opacity')}
          mark={<IconDropletHalf2 size={14} stroke={1.5} />}
          unit="%"
          value={typeof opacity === 'number' ? opacity * 100 : null}
          min={0}
          max={100}
          disabled={styleDisabled}
          onChange={(percent) => set({ opacity: percent / 100 })}
        />
        {radius !== undefined && (
          <NumberField
            label={t('design.radius')}
            mark={<IconRadiusTopLeft size={14} stroke={1.5} />}
            unit="px"
            value={radius}
            min={0}
            disabled={styleDisabled}
            onChange={(next) => set({ radius: next })}
          />
        )}
      </div>
    </Panel>
  );
}
