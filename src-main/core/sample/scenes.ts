import type { DesignBody } from '#shared/design/schema.ts';
import { box, oval, page, type Shape } from './shapes.ts';

/** Flat pictures in the sample brand's colours, drawn by us. */
export const brand = {
  ink: '#1b2430',
  paper: '#f6f1e7',
  accent: '#d9432f',
  sea: '#2f6f7e',
  deep: '#1f4d5c',
  sand: '#e9d7b5',
  dawn: '#f3b562',
  leaf: '#6b8f5b',
} as const;

/** A paper boat: a turned square as sail over a flat hull. @param size width of the hull in pixels */
function boat(x: number, y: number, size: number): Shape[] {
  const unit = size / 10;
  return [
    box(x + unit * 3.1, y - unit * 4.9, unit * 3.8, unit * 3.8, '#ffffff', { rotation: 45 }),
    box(x + unit * 3.1, y - unit * 2.2, unit * 3.8, unit * 3.8, '#ece5d6', { rotation: 45 }),
    // A pill whose upper half the deck covers: a hull with turned-up ends.
    box(x, y - unit * 0.2, size, unit * 3, '#ffffff', { radius: unit * 1.5 }),
    box(x + unit * 1.2, y + unit * 1.5, unit * 7.6, unit * 1.3, '#e4dccb', { radius: unit * 0.65 }),
    box(x + unit * 0.2, y - unit * 0.2, unit * 9.6, unit * 1.2, '#fbf8f1', { radius: unit * 0.3 }),
  ];
}

/**
 * Sea at dawn with the paper boat.
 * @param phase 0..1: the sun rises and the boat crosses; one frame of the sample clip each
 */
export function seaScene(width: number, height: number, phase: number): DesignBody {
  const horizon = height * 0.56;
  const sun = width * 0.34;
  const shapes: Shape[] = [
    box(0, 0, width, horizon, '#fbe3c0'),
    box(0, horizon * 0.55, width, horizon * 0.45, '#f8d29d'),
    oval(width * 0.5 - sun / 2, horizon - sun * (0.25 + phase * 0.85), sun, sun, brand.accent),
  ];
  const bands = ['#3d8291', brand.sea, '#28606e', brand.deep];
  bands.forEach((colour, index) => {
    const top = horizon + ((height - horizon) / bands.length) * index;
    shapes.push(box(0, top, width, height - top, colour));
    for (let wave = 0; wave < 5; wave += 1) {
      const drift = (phase * width * (index + 1) * 0.18) % (width * 0.4);
      const left = (((wave * width) / 4 + drift + index * width * 0.11) % (width * 1.3)) - width * 0.2;
      shapes.push(
        box(left, top + height * 0.025, width * 0.12, height * 0.004, '#ffffff', {
          opacity: 0.35,
          radius: 4,
        }),
      );
    }
    if (index === 1) {
      const bob = Math.sin(phase * Math.PI * 4) * height * 0.006;
      shapes.push(...boat(width * (0.12 + phase * 0.42), top - height * 0.005 + bob, width * 0.3));
    }
  });
  return page(width, height, '#fbe3c0', shapes);
}

/** A cup on a table seen from above, with a leaf. */
export function cupScene(width: number, height: number): DesignBody {
  const size = Math.min(width, height) * 0.62;
  const x = width * 0.5 - size / 2;
  const y = height * 0.5 - size / 2;
  const ring = (inset: number, fill: string): Shape =>
    oval(x + inset, y + inset, size - inset * 2, size - inset * 2, fill);
  return page(width, height, brand.sand, [
    box(0, height * 0.72, width, height * 0.28, '#dcc59b'),
    box(-width * 0.1, -height * 0.1, width * 0.55, height * 0.5, brand.leaf, {
      rotation: -18,
      opacity: 0.9,
      radius: width * 0.2,
    }),
    oval(x + size * 0.05, y + size * 0.08, size, size, '#000000', { opacity: 0.12 }),
    ring(0, '#ffffff'),
    box(x + size * 0.92, y + size * 0.42, size * 0.22, size * 0.16, '#ffffff', { radius: size * 0.08 }),
    ring(size * 0.08, '#efe7d8'),
    ring(size * 0.12, '#6b3f26'),
    ring(size * 0.14, '#7d4b2e'),
    oval(x + size * 0.34, y + size * 0.28, size * 0.32, size * 0.24, '#e8cfa6'),
    oval(x + size * 0.38, y + size * 0.44, size * 0.24, size * 0.2, '#e8cfa6'),
    oval(x + size * 0.43, y + size * 0.58, size * 0.14, size * 0.14, '#e8cfa6'),
  ]);
}

/** Beans on paper: the product. */
export function beansScene(width: number, height: number): DesignBody {
  const shapes: Shape[] = [
    box(width * 0.2, height * 0.12, width * 0.6, height * 0.76, '#22303f', { radius: width * 0.03 }),
    box(width * 0.2, height * 0.12, width * 0.6, height * 0.1, '#2d3d4e', { radius: width * 0.03 }),
    box(width * 0.28, height * 0.36, width * 0.44, height * 0.34, brand.paper, { radius: width * 0.02 }),
    ...boat(width * 0.38, height * 0.5, width * 0.24),
    box(width * 0.34, height * 0.6, width * 0.32, height * 0.008, brand.accent),
    box(width * 0.34, height * 0.63, width * 0.2, height * 0.008, brand.ink),
  ];
  for (let bean = 0; bean < 14; bean += 1) {
    const left = ((bean * 0.173) % 1) * width;
    const top = height * (0.86 + ((bean * 0.37) % 1) * 0.12);
    shapes.push(oval(left, top, width * 0.07, width * 0.045, '#5a3420', { rotation: bean * 41 }));
    shapes.push(
      box(left + width * 0.012, top + width * 0.02, width * 0.046, width * 0.004, '#3c2114', {
        rotation: bean * 41,
      }),
    );
  }
  return page(width, height, brand.dawn, shapes);
}

/** Hills at evening: a calm background. */
export function hillsScene(width: number, height: number): DesignBody {
  const hill = (x: number, y: number, size: number, fill: string): Shape =>
    oval(x, y, size, size * 0.7, fill);
  return page(width, height, '#dfe9e4', [
    oval(width * 0.66, height * 0.12, width * 0.16, width * 0.16, '#ffffff', { opacity: 0.9 }),
    hill(-width * 0.3, height * 0.42, width * 1.1, '#b9cfc4'),
    hill(width * 0.3, height * 0.48, width * 1.1, '#9dbbae'),
    hill(-width * 0.4, height * 0.62, width * 1.2, '#7aa08f'),
    hill(width * 0.2, height * 0.72, width * 1.2, brand.leaf),
  ]);
}
