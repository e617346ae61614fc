import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { cornersOf } from '#shared/design/geometry.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { Guide, Measure } from '#shared/design/snapping.ts';
import type { ViewOptions } from '../session/view-options.ts';
import type { View } from '../session/viewport.ts';
import type { Grip } from './grips.ts';
import type { OverlayColours } from './overlay-marks.ts';
import { drawGuides, drawMeasures, drawSetup, drawTag } from './overlay-marks.ts';
import type { PenMarks } from './pen-marks.ts';
import { drawPenMarks } from './pen-marks.ts';

/** What lies over the page and is never part of it; all in page px. */
export interface OverlayContent {
  outlines: readonly RotatedBox[];
  hover: RotatedBox | null;
  /** The box with handles. */
  frame: RotatedBox | null;
  grips: readonly Grip[];
  guides: readonly Guide[];
  /** Distances with their numbers. */
  measures: readonly Measure[];
  /** The path that is being drawn or changed. */
  pen: PenMarks | null;
  marquee: Rectangle | null;
  /** A few words under the frame: size or angle while dragging. */
  label: string | null;
  /** A few words beside the pointer. */
  tag: { words: string; at: Point } | null;
}

export const emptyOverlay: OverlayContent = {
  outlines: [],
  hover: null,
  frame: null,
  grips: [],
  guides: [],
  measures: [],
  pen: null,
  marquee: null,
  label: null,
  tag: null,
};

/** Diameters and widths in CSS px. */
const gripSize = 9;
const labelHeight = 20;

/** Selection, handles and guides on a canvas of their own, in the theme's colours. */
export class Overlay {
  private readonly canvas: HTMLCanvasElement;
  private content: OverlayContent = emptyOverlay;
  private view: View = { scale: 1, x: 0, y: 0 };
  private setup: { body: DesignBody; options: ViewOptions } | null = null;
  private known: OverlayColours | null = null;
  private queued = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  setSize(width: number, height: number): void {
    const ratio = window.devicePixelRatio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.queue();
  }

  setView(view: View): void {
    this.view = view;
    this.queue();
  }

  /** What the page is set up with; it lies under everything else. */
  setSetup(body: DesignBody, options: ViewOptions): void {
    this.setup = { body, options };
    this.queue();
  }

  show(content: OverlayContent): void {
    this.content = content;
    this.queue();
  }

  private queue(): void {
    if (this.queued !== 0) return;
    this.queued = requestAnimationFrame(() => {
      this.queued = 0;
      this.draw();
    });
  }

  /** Reading them makes the browser work out all styles, so they are read once for a theme. */
  private colours(): OverlayColours {
    this.known ??= this.readColours();
    return this.known;
  }

  /** The theme has changed. */
  forgetColours(): void {
    this.known = null;
    this.queue();
  }

  private readColours(): OverlayColours {
    const style = getComputedStyle(this.canvas);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    return {
      accent: token('--g-accent'),
      raised: token('--g-raised'),
      onAccent: token('--g-on-accent'),
      note: token('--g-focus-colour'),
      error: token('--g-error'),
      font: `${token('--g-size-1')} ${token('--g-font')}`,
    };
  }

  private at(point: Point): Point {
    const { scale, x, y } = this.view;
    return { x: point.x * scale + x, y: point.y * scale + y };
  }

  private trace(context: CanvasRenderingContext2D, box: RotatedBox): void {
    context.beginPath();
    for (const [index, corner] of cornersOf(box).entries()) {
      const { x, y } = this.at(corner);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    context.stroke();
  }

  private draw(): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const colours = this.colours();
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const { outlines, hover, frame, grips, guides, measures, pen, marquee, label, tag } = this.content;
    if (this.setup) {
      const size = { width: this.canvas.width / ratio, height: this.canvas.height / ratio };
      drawSetup(context, this.setup.body, this.setup.options, this.view, size, colours);
    }
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5;
    if (hover) this.trace(context, hover);
    context.lineWidth = 1;
    for (const outline of outlines) this.trace(context, outline);
    if (frame) {
      context.lineWidth = 1.5;
      this.trace(context, frame);
    }
    drawGuides(context, guides, this.view);
    if (pen) drawPenMarks(context, pen, this.view, colours);
    for (const grip of grips) this.drawGrip(context, grip, colours);
    if (marquee) this.drawMarquee(context, marquee, colours);
    drawMeasures(context, measures, this.view, colours);
    if (frame && label !== null) this.drawLabel(context, frame, label, colours);
    if (tag) drawTag(context, tag.words, this.at(tag.at), colours, labelHeight);
  }

  private drawGrip(context: CanvasRenderingContext2D, grip: Grip, colours: OverlayColours): void {
    const { x, y } = this.at(grip.point);
    const centre = { x: x + grip.offset.x, y: y + grip.offset.y };
    context.save();
    context.translate(centre.x, centre.y);
    context.rotate((grip.rotation * Math.PI) / 180);
    context.beginPath();
    const half = gripSize / 2;
    if (grip.kind === 'rotate') context.arc(0, 0, half + 1.5, 0, Math.PI * 2);
    else if (grip.kind === 'end' || grip.name.length === 2) context.arc(0, 0, half, 0, Math.PI * 2);
    else if (grip.name === 'n' || grip.name === 's') context.roundRect(-8, -3, 16, 6, 3);
    else context.roundRect(-3, -8, 6, 16, 3);
    context.fillStyle = grip.kind === 'rotate' ? colours.accent : colours.raised;
    context.fill();
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5;
    context.stroke();
    if (grip.kind === 'rotate') {
      context.strokeStyle = colours.onAccent;
      context.lineWidth = 1.25;
      context.beginPath();
      context.arc(0, 0, 2.6, -Math.PI * 0.9, Math.PI * 0.55);
      context.stroke();
    }
    context.restore();
  }

  private drawMarquee(context: CanvasRenderingContext2D, marquee: Rectangle, colours: OverlayColours): void {
    const from = this.at(marquee);
    const width = marquee.width * this.view.scale;
    const height = marquee.height * this.view.scale;
    context.save();
    context.globalAlpha = 0.1;
    context.fillStyle = colours.accent;
    context.fillRect(from.x, from.y, width, height);
    context.restore();
    context.strokeStyle = colours.accent;
    context.lineWidth = 1;
    context.strokeRect(
      Math.round(from.x) + 0.5,
      Math.round(from.y) + 0.5,
      Math.round(width),
      Math.round(height),
    );
  }

  private drawLabel(
    context: CanvasRenderingContext2D,
    frame: RotatedBox,
    label: string,
    colours: OverlayColours,
  ): void {
    const corners = cornersOf(frame).map((corner) => this.at(corner));
    const middle = corners.reduce((sum, corner) => sum + corner.x, 0) / corners.length;
    const bottom = Math.max(...corners.map((corner) => corner.y));
    drawTag(context, label, { x: middle, y: bottom + 12 + labelHeight / 2 }, colours, labelHeight);
  }

  destroy(): void {
    cancelAnimationFrame(this.queued);
  }
}
