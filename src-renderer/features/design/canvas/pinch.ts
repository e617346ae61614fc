import type { Point } from '#shared/design/geometry.ts';
import type { Viewport } from '../session/viewport.ts';

/** Two fingers: they zoom by their distance and move the table by their middle. */
export class Pinch {
  private readonly fingers = new Map<number, Point>();

  /** Two fingers are down. */
  get active(): boolean {
    return this.fingers.size >= 2;
  }

  down(id: number, at: Point): void {
    this.fingers.set(id, at);
  }

  /** Answers whether the move belonged to a pinch. */
  move(id: number, at: Point, viewport: Viewport): boolean {
    const before = this.fingers.get(id);
    if (!before) return false;
    const other = [...this.fingers].find(([finger]) => finger !== id)?.[1];
    this.fingers.set(id, at);
    if (!other) return false;
    const distance = (one: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
    viewport.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    if (distance(before) > 0) viewport.zoomBy(distance(at) / distance(before), middle);
    return true;
  }

  /** Answers whether the finger was part of a pinch. */
  up(id: number): boolean {
    const was = this.active;
    return this.fingers.delete(id) && was;
  }
}
