import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { identity } from '#shared/design/svg/matrix.ts';

/** Everything that `save` keeps, as a canvas starts with it. */
export function initialState() {
  return {
    fillStyle: '#000000' as unknown,
    strokeStyle: '#000000' as unknown,
    lineWidth: 1,
    lineCap: 'butt' as Canvas2D['lineCap'],
    lineJoin: 'miter' as Canvas2D['lineJoin'],
    miterLimit: 10,
    lineDashOffset: 0,
    dash: [] as readonly number[],
    globalAlpha: 1,
    globalCompositeOperation: 'source-over',
    filter: 'none',
    shadowColor: 'transparent',
    shadowBlur: 0,
    shadowOffsetX: 0,
    shadowOffsetY: 0,
    font: '10px sans-serif',
    letterSpacing: '0px',
    lang: '',
    textAlign: 'start' as Canvas2D['textAlign'],
    textBaseline: 'alphabetic' as Canvas2D['textBaseline'],
    matrix: identity,
    clip: null as string | null,
  };
}
export type State = ReturnType<typeof initialState>;

/** The properties of a canvas, kept in one record that `save` can copy. */
export class CanvasState {
  protected state: State = initialState();

  get fillStyle(): unknown {
    return this.state.fillStyle;
  }

  set fillStyle(value: unknown) {
    this.state.fillStyle = value;
  }

  get strokeStyle(): unknown {
    return this.state.strokeStyle;
  }

  set strokeStyle(value: unknown) {
    this.state.strokeStyle = value;
  }

  get lineWidth(): number {
    return this.state.lineWidth;
  }

  set lineWidth(value: number) {
    this.state.lineWidth = value;
  }

  get lineCap(): Canvas2D['lineCap'] {
    return this.state.lineCap;
  }

  set lineCap(value: Canvas2D['lineCap']) {
    this.state.lineCap = value;
  }

  get lineJoin(): Canvas2D['lineJoin'] {
    return this.state.lineJoin;
  }

  set lineJoin(value: Canvas2D['lineJoin']) {
    this.state.lineJoin = value;
  }

  get miterLimit(): number {
    return this.state.miterLimit;
  }

  set miterLimit(value: number) {
    this.state.miterLimit = value;
  }

  get lineDashOffset(): number {
    return this.state.lineDashOffset;
  }

  set lineDashOffset(value: number) {
    this.state.lineDashOffset = value;
  }

  get globalAlpha(): number {
    return this.state.globalAlpha;
  }

  set globalAlpha(value: number) {
    this.state.globalAlpha = value;
  }

  get globalCompositeOperation(): string {
    return this.state.globalCompositeOperation;
  }

  set globalCompositeOperation(value: string) {
    this.state.globalCompositeOperation = value;
  }

  get filter(): string {
    return this.state.filter;
  }

  set filter(value: string) {
    this.state.filter = value;
  }

  get shadowColor(): string {
    return this.state.shadowColor;
  }

  set shadowColor(value: string) {
    this.state.shadowColor = value;
  }

  get shadowBlur(): number {
    return this.state.shadowBlur;
  }

  set shadowBlur(value: number) {
    this.state.shadowBlur = value;
  }

  get shadowOffsetX(): number {
    return this.state.shadowOffsetX;
  }

  set shadowOffsetX(value: number) {
    this.state.shadowOffsetX = value;
  }

  get shadowOffsetY(): number {
    return this.state.shadowOffsetY;
  }

  set shadowOffsetY(value: number) {
    this.state.shadowOffsetY = value;
  }

  get font(): string {
    return this.state.font;
  }

  set font(value: string) {
    this.state.font = value;
  }

  get letterSpacing(): string {
    return this.state.letterSpacing;
  }

  set letterSpacing(value: string) {
    this.state.letterSpacing = value;
  }

  get lang(): string {
    return this.state.lang;
  }

  set lang(value: string) {
    this.state.lang = value;
  }

  get textAlign(): Canvas2D['textAlign'] {
    return this.state.textAlign;
  }

  set textAlign(value: Canvas2D['textAlign']) {
    this.state.textAlign = value;
  }

  get textBaseline(): Canvas2D['textBaseline'] {
    return this.state.textBaseline;
  }

  set textBaseline(value: Canvas2D['textBaseline']) {
    this.state.textBaseline = value;
  }
}
