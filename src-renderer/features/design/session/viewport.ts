/** How the page lies on the table: screen = page × scale + offset, in CSS px. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

const smallest = 0.02;
const largest = 16;
/** Room for the bar above the selection, px. */
const margin = 56;

/** Zoom and pan of one canvas; never saved with the design. */
export class Viewport {
  private view: View = { scale: 1, x: 0, y: 0 };
  private table: Size = { width: 0, height: 0 };
  private page: Size;
  /** Follows the window's size until the user zooms or pans. */
  private fitting = true;
  private readonly listeners = new Set<() => void>();

  constructor(page: Size) {
    this.page = page;
  }

  snapshot = (): View => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(view: View): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }

  setTable(table: Size): void {
    const dx = (table.width - this.table.width) / 2;
    this.table = table;
    if (this.fitting) this.fit();
    else this.set({ ...this.view, x: this.view.x + dx });
  }

  setPage(page: Size): void {
    if (page.width === this.page.width && page.height === this.page.height) return;
    this.page = page;
    this.fit();
  }

  fit(): void {
    this.fitting = true;
    const { width, height } = this.table;
    if (width === 0 || height === 0) return;
    const scale = Math.max(
      smallest,
      Math.min(1, (width - margin * 2) / this.page.width, (height - margin * 2) / this.page.height),
    );
    this.set({
      scale,
      x: (width - this.page.width * scale) / 2,
      y: (height - this.page.height * scale) / 2,
    });
  }

  /** Shows a part of the page as large as the table allows. */
  show(part: { x: number; y: number; width: number; height: number }): void {
    const { width, height } = this.table;
    if (width === 0 || height === 0) return;
    this.fitting = false;
    const fitting = Math.min(
      (width - margin * 2) / Math.max(1, part.width),
      (height - margin * 2) / Math.max(1, part.height),
    );
    const scale = within(fitting, smallest, largest / 4);
    this.set({
      scale,
      x: width / 2 - (part.x + part.width / 2) * scale,
      y: height / 2 - (part.y + part.height / 2) * scale,
    });
  }

  /** The middle of the part of the page that is in sight, page px; the page's own middle when none is. */
  visibleCentre(): { x: number; y: number } {
    const from = this.toPage({ x: 0, y: 0 });
    const to = this.toPage({ x: this.table.width, y: this.table.height });
    const middle = (start: number, end: number, size: number): number => {
      const [low, high] = [Math.max(0, start), Math.min(size, end)];
      return high > low ? (low + high) / 2 : size / 2;
    };
    return { x: middle(from.x, to.x, this.page.width), y: middle(from.y, to.y, this.page.height) };
  }

  /** Whether a point of the page is in sight. */
  sees(point: { x: number; y: number }): boolean {
    const { x, y } = this.toScreen(point);
    return x >= 0 && y >= 0 && x <= this.table.width && y <= this.table.height;
  }

  /** Zooms to a scale; the given point of the table (its middle by default) stays where it is. */
  zoomTo(scale: number, at = { x: this.table.width / 2, y: this.table.height / 2 }): void {
    this.fitting = false;
    const next = Math.min(largest, Math.max(smallest, scale));
    const ratio = next / this.view.scale;
    this.set({ scale: next, x: at.x - (at.x - this.view.x) * ratio, y: at.y - (at.y - this.view.y) * ratio });
  }

  zoomBy(factor: number, at?: { x: number; y: number }): void {
    this.zoomTo(this.view.scale * factor, at);
  }

  panBy(dx: number, dy: number): void {
    this.fitting = false;
    // The page never leaves the table altogether.
    const keep = 40;
    const x = within(this.view.x + dx, keep - this.page.width * this.view.scale, this.table.width - keep);
    const y = within(this.view.y + dy, keep - this.page.height * this.view.scale, this.table.height - keep);
    this.set({ ...this.view, x, y });
  }

  toPage(point: { x: number; y: number }): { x: number; y: number } {
    return { x: (point.x - this.view.x) / this.view.scale, y: (point.y - this.view.y) / this.view.scale };
  }

  toScreen(point: { x: number; y: number }): { x: number; y: number } {
    return { x: point.x * this.view.scale + this.view.x, y: point.y * this.view.scale + this.view.y };
  }
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(low, high), Math.max(Math.min(low, high), value));
}
