import type { Canvas2D } from '#shared/design/draw/canvas.ts';

/** Properties that canvases measure in output px. */
const inOutputPixels = new Set(['shadowBlur', 'shadowOffsetX', 'shadowOffsetY']);

/**
 * A context of a PDF page whose effects are given for another density: layers measure shadows and blur in
 * px of the sheets they use for effects (`DrawEnvironment.scale`), which are finer than the page's points.
 */
export function withEffectsAt(context: Canvas2D, factor: number): Canvas2D {
  return new Proxy(context, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set(target, name, value) {
      const scaled = (given: unknown): unknown => {
        if (typeof given === 'number' && inOutputPixels.has(String(name))) return given * factor;
        if (name !== 'filter' || typeof given !== 'string') return given;
        return given.replaceAll(/(-?[\d.]+)px/g, (_whole, length) => `${Number(length) * factor}px`);
      };
      return Reflect.set(target, name, scaled(value), target);
    },
  });
}
