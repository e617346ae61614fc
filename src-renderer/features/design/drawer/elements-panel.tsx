import { Button, Popover } from '@mantine/core';
import { IconMoodSmile, IconQrcode, IconVector } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { polygonCorners } from '#shared/design/draw/outline.ts';
import type { ImageFrame } from '#shared/design/layers/image.ts';
import { keepKeys } from '../fill/keep-keys.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import { addEmoji, addFrame, addPhone, addPolygon, addQr, addSticker } from '../session/new-elements.ts';
import { addShape } from '../session/new-layers.ts';
import { useSvgImport } from '../svg-import/use-svg-import.ts';
import { useStickerWords } from './element-words.ts';
import styles from './elements.module.css';
import { stickers, type Sticker } from './stickers.ts';

const EmojiPicker = lazy(() => import('./emoji-picker.tsx'));

const icon = { size: 16, stroke: 1.5 };

interface Element {
  id: string;
  name: string;
  picture: ReactNode;
  add(at: { x: number; y: number }): unknown;
}

function outlineOf(sides: number, inset: number | null): string {
  const corners = polygonCorners(40, 40, sides, inset);
  return `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

/** A small drawing of path data, its longer side 40 units. */
function Drawing({ sticker, empty }: { sticker: Sticker; empty?: boolean }) {
  const { width, height, d, rule, stroke } = sticker;
  const longer = Math.max(width, height);
  const edge = (stroke ?? 0) * longer;
  return (
    <svg
      viewBox={`${-edge} ${-edge} ${width + edge * 2} ${height + edge * 2}`}
      data-kind={empty ? 'frame' : stroke === undefined ? 'shape' : 'line'}
      strokeWidth={stroke === undefined ? longer / 26 : edge}
      aria-hidden
    >
      <path d={d} fillRule={rule ?? 'nonzero'} />
    </svg>
  );
}

const byId = (id: string): Sticker => stickers.find((each) => each.id === id) ?? stickers[0];
const box = (d: string): Sticker => ({ id: '', width: 40, height: 40, d });

function Section({ title, elements }: { title: string; elements: readonly Element[] }) {
  const { viewport } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  return (
    <section aria-label={title}>
      <h4 className={styles.title}>{title}</h4>
      <div className={styles.grid}>
        {elements.map(({ id, name, picture, add }) => (
          <button
            key={id}
            type="button"
            className={styles.element}
            aria-label={name}
            title={name}
            disabled={readOnly}
            onClick={() => add(viewport.visibleCentre())}
          >
            {picture}
          </button>
        ))}
      </div>
    </section>
  );
}

function useShapes(): Element[] {
  const { t } = useWords();
  const { store } = useEditor();
  const polygon = (id: string, name: string, sides: number, inset: number | null): Element => ({
    id,
    name,
    picture: <Drawing sticker={box(outlineOf(sides, inset))} />,
    add: (at) => addPolygon(store, sides, inset, at),
  });
  return [
    {
      id: 'rectangle',
      name: t('design.kind-rectangle'),
      picture: <Drawing sticker={box('M2 2H38V38H2Z')} />,
      add: (at) => addShape(store, 'rectangle', at),
    },
    {
      id: 'rounded',
      name: t('design.rounded'),
      picture: (
        <Drawing
          sticker={box('M10 2H30A8 8 0 0 1 38 10V30A8 8 0 0 1 30 38H10A8 8 0 0 1 2 30V10A8 8 0 0 1 10 2Z')}
        />
      ),
      add: (at) => addShape(store, 'rounded', at),
    },
    {
      id: 'ellipse',
      name: t('design.kind-ellipse'),
      picture: <Drawing sticker={box('M1 20A19 19 0 1 1 39 20A19 19 0 1 1 1 20Z')} />,
      add: (at) => addShape(store, 'ellipse', at),
    },
    polygon('triangle', t('design-elements.triangle'), 3, null),
    polygon('diamond', t('design-elements.diamond'), 4, null),
    polygon('pentagon', t('design-elements.pentagon'), 5, null),
    polygon('hexagon', t('design-elements.hexagon'), 6, null),
    polygon('star', t('design-elements.star'), 5, 0.45),
  ];
}

function useLines(): Element[] {
  const { t } = useWords();
  const { store } = useEditor();
  const line = (d: string): ReactNode => <Drawing sticker={{ ...box(d), stroke: 0.06 }} />;
  return [
    {
      id: 'line',
      name: t('design.kind-line'),
      picture: line('M2 38L38 2'),
      add: (at) => addShape(store, 'line', at),
    },
    {
      id: 'arrow',
      name: t('design.arrow'),
      picture: line('M2 38L38 2M20 2H38V20'),
      add: (at) => addShape(store, 'arrow', at),
    },
    {
      id: 'double-arrow',
      name: t('design-elements.double-arrow'),
      picture: line('M2 20H38M28 10L38 20L28 30M12 10L2 20L12 30'),
      add: (at) => addShape(store, 'double-arrow', at),
    },
    {
      id: 'dashed',
      name: t('design-elements.dashed-line'),
      picture: line('M2 20H9M16 20H24M31 20H38'),
      add: (at) => addShape(store, 'dashed', at),
    },
  ];
}

function useFrames(): Element[] {
  const { t } = useWords();
  const { store } = useEditor();
  const words = useStickerWords();
  const of = (sticker: Sticker): ImageFrame => ({
    kind: 'path',
    d: sticker.d,
    width: sticker.width,
    height: sticker.height,
  });
  const frame = (id: string, name: string, drawn: Sticker, outline: ImageFrame | null): Element => ({
    id,
    name,
    picture: <Drawing sticker={drawn} empty />,
    add: (at) => addFrame(store, outline, drawn.width / drawn.height, at),
  });
  const shaped = (id: 'arch' | 'badge' | 'blob' | 'drop' | 'flower' | 'heart' | 'quarter'): Element =>
    frame(id, words[id], byId(id), of(byId(id)));
  const phone: Sticker = {
    ...box('M5 0H15A5 5 0 0 1 20 5V36A5 5 0 0 1 15 41H5A5 5 0 0 1 0 36V5A5 5 0 0 1 5 0ZM7 3H13'),
    width: 20,
    height: 41,
  };
  return [
    frame('frame', t('design.frame'), box('M2 2H38V38H2Z'), null),
    frame('circle', t('design-elements.circle'), box('M1 20A19 19 0 1 1 39 20A19 19 0 1 1 1 20Z'), {
      kind: 'ellipse',
    }),
    frame('hexagon', t('design-elements.hexagon'), box(outlineOf(6, null)), { kind: 'polygon', sides: 6 }),
    frame('star', t('design-elements.star'), box(outlineOf(5, 0.5)), { kind: 'star', points: 5, inset: 0.5 }),
    shaped('arch'),
    shaped('heart'),
    shaped('blob'),
    shaped('badge'),
    shaped('flower'),
    shaped('drop'),
    shaped('quarter'),
    {
      id: 'phone',
      name: t('design-elements.phone'),
      picture: <Drawing sticker={phone} empty />,
      add: (at) => addPhone(store, t('design-elements.phone'), at),
    },
  ];
}

/** Shapes, lines, places for photos, stickers, QR codes and emoji. */
export function ElementsPanel() {
  const { t } = useWords();
  const { store, viewport } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const [emoji, setEmoji] = useState(false);
  const words = useStickerWords();
  const importSvg = useSvgImport();
  const shapes = useShapes();
  const lines = useLines();
  const frames = useFrames();
  const drawn = stickers.map((sticker: Sticker & { id: keyof typeof words }) => ({
    id: sticker.id,
    name: words[sticker.id],
    picture: <Drawing sticker={sticker} />,
    add: (at: { x: number; y: number }) => addSticker(store, sticker, words[sticker.id], at),
  }));
  return (
    <div className={styles.panel}>
      <Section title={t('design-elements.shapes')} elements={shapes} />
      <Section title={t('design-elements.lines')} elements={lines} />
      <Section title={t('design-elements.frames')} elements={frames} />
      <div className={styles.more}>
        <Popover
          position="right-start"
          shadow="md"
          opened={emoji}
          onChange={setEmoji}
          trapFocus
          returnFocus
          closeOnEscape={false}
        >
          <Popover.Target>
            <Button
              variant="default"
              size="xs"
              justify="start"
              leftSection={<IconMoodSmile {...icon} />}
              disabled={readOnly}
              onClick={() => setEmoji(!emoji)}
            >
              {t('design-elements.emoji')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown p={0} onKeyDown={(event) => keepKeys(event, () => setEmoji(false))}>
            <Suspense fallback={<div className={styles.waiting} />}>
              <EmojiPicker
                onPick={(chosen) => {
                  setEmoji(false);
                  addEmoji(store, chosen, viewport.visibleCentre()).catch(notifyFailure);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
        <Button
          variant="default"
          size="xs"
          justify="start"
          leftSection={<IconQrcode {...icon} />}
          disabled={readOnly}
          onClick={() => addQr(store, viewport.visibleCentre())}
        >
          {t('design-paint.qr')}
        </Button>
        <Button
          variant="default"
          size="xs"
          justify="start"
          leftSection={<IconVector {...icon} />}
          disabled={readOnly}
          onClick={importSvg}
        >
          {t('design-elements.svg')}
        </Button>
      </div>
      <Section title={t('design-elements.stickers')} elements={drawn} />
    </div>
  );
}
