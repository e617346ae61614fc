import type { Block } from '#shared/rich/blocks.ts';
import { box, type LooseNode, moved, type Piece } from './pieces.ts';
import { setText, spansOf } from './text.ts';
import { bodySetting, type PictureWorld, pixels } from './world.ts';

/** A table with columns of one width; its rows are never cut. */
export function tablePieces(world: PictureWorld, block: Extract<Block, { kind: 'table' }>): Piece[] {
  const { table, body } = world.theme;
  const px = pixels(world);
  const columns = Math.max(0, ...block.rows.map((row) => row.length));
  if (columns === 0) return [];
  const column = Math.floor(world.width / columns);
  const pad = Math.min(px(8), Math.floor(column / 4));
  const line = Math.max(1, px(1));
  return block.rows.map((row, index): Piece => {
    const head = block.header && index === 0;
    const base = bodySetting(world, head ? table.headerColour : body.colour);
    const setting = { ...base, size: base.size * 0.9, bold: head };
    const cells = row.map((cell, at) =>
      setText(
        spansOf(cell, world.theme, world.scale),
        setting,
        { x: world.x + at * column + pad, width: column - pad * 2 },
        Number.POSITIVE_INFINITY,
      ),
    );
    const tall = Math.max(setting.size * setting.lineHeight, ...cells.map(([text]) => text?.height ?? 0));
    // What is too tall even for a picture of its own is set smaller, so that every word stays.
    const height = Math.min(Math.ceil(tall) + pad * 2, world.mostHeight);
    const striped = !head && (index - (block.header ? 1 : 0)) % 2 === 1 ? table.stripe : null;
    const ground = head ? table.header : (striped ?? world.theme.body.background ?? '#ffffff');
    const nodes: LooseNode[] = Array.from({ length: columns }, (_, at) => ({
      ...box({ x: world.x + at * column, y: 0, width: column + line, height: height + line }, ground),
      stroke: table.border,
      strokeWidth: line,
    }));
    const words = cells.flatMap(([text]) => {
      if (!text) return [];
      const whole = text.height + pad * 2 <= height;
      const fitted = {
        ...text.node,
        sizing: 'fixed' as const,
        overflow: 'shrink' as const,
        height: height - pad * 2,
      };
      return [moved(whole ? text.node : fitted, 0, pad)];
    });
    return { nodes: [...nodes, ...words], height, above: index === 0 ? px(body.gap) : 0 };
  });
}
