import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { drawEllipse, ellipseDefaults, ellipseSchema } from '#shared/design/layers/ellipse.ts';
import { drawGroup, groupDefaults, groupSchema } from '#shared/design/layers/group.ts';
import { drawImage, imageDefaults, imageSchema } from '#shared/design/layers/image.ts';
import { drawLine, lineDefaults, lineSchema } from '#shared/design/layers/line.ts';
import { drawPath, pathDefaults, pathSchema } from '#shared/design/layers/path.ts';
import { drawPolygon, polygonDefaults, polygonSchema } from '#shared/design/layers/polygon.ts';
import { drawQr, qrDefaults, qrSchema } from '#shared/design/layers/qr.ts';
import { drawRectangle, rectangleDefaults, rectangleSchema } from '#shared/design/layers/rectangle.ts';
import { drawText, textDefaults, textSchema } from '#shared/design/layers/text.ts';
import type { DesignNode, LayerType } from '#shared/design/schema.ts';

/** Everything that a layer type brings along. A new type is one file and one line here. */
export interface LayerDefinition<Node extends DesignNode> {
  schema: { safeParse: (value: unknown) => { success: boolean } };
  /** Values of a new layer; also what a damaged field falls back to. */
  defaults: Readonly<Record<string, unknown>>;
  /** Draws in the node's own box, (0, 0) to (width, height), unrotated, with opacity already set. */
  draw: (context: Canvas2D, node: Node, environment: DrawEnvironment) => void;
}

export const layers: { readonly [Type in LayerType]: LayerDefinition<Extract<DesignNode, { type: Type }>> } =
  {
    text: { schema: textSchema, defaults: textDefaults, draw: drawText },
    image: { schema: imageSchema, defaults: imageDefaults, draw: drawImage },
    rectangle: { schema: rectangleSchema, defaults: rectangleDefaults, draw: drawRectangle },
    ellipse: { schema: ellipseSchema, defaults: ellipseDefaults, draw: drawEllipse },
    line: { schema: lineSchema, defaults: lineDefaults, draw: drawLine },
    polygon: { schema: polygonSchema, defaults: polygonDefaults, draw: drawPolygon },
    path: { schema: pathSchema, defaults: pathDefaults, draw: drawPath },
    qr: { schema: qrSchema, defaults: qrDefaults, draw: drawQr },
    group: { schema: groupSchema, defaults: groupDefaults, draw: drawGroup },
  };
