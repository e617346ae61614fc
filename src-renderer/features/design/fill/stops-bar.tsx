import { useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveColour } from '#shared/design/colours.ts';
import type { Gradient, GradientStop } from '#shared/design/paint.ts';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import { colourAt, stopsCss } from './fill-css.ts';
import styles from './fill.module.css';

const mostStops = 16;
const tidy = (at: number): number => Math.min(1, Math.max(0, Math.round(at * 1000) / 1000));

/** The stops of a gradient on a bar: drag or arrow keys move one, Delete takes it away, a click on the bar adds one. */
export function StopsBar({
  gradient,
  chosen,
  onChoose,
  onStops,
}: {
  gradient: Gradient;
  chosen: number;
  onChoose(index: number): void;
  onStops(stops: GradientStop[]): void;
}) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const { stops } = gradient;
  const placeOf = (clientX: number): number => {
    const frame = bar.current?.getBoundingClientRect();
    return frame ? tidy((clientX - frame.left) / frame.width) : 0;
  };
  const move = (index: number, at: number): void =>
    onStops(stops.map((stop, place) => (place === index ? { ...stop, at: tidy(at) } : stop)));
  const remove = (index: number): void => {
    if (stops.length <= 2) return;
    onStops(stops.filter((_stop, place) => place !== index));
    onChoose(Math.max(0, index - 1));
  };
  const add = (at: number): void => {
    if (stops.length >= mostStops) return;
    onStops([...stops, { at, colour: colourAt(gradient, at, presentTokens()) }]);
    onChoose(stops.length);
  };
  return (
    <div className={styles.bar} ref={bar}>
      <button
        type="button"
        className={styles.ramp}
        style={{ background: `linear-gradient(90deg, ${stopsCss(stops, presentTokens())})` }}
        aria-label={t('design-paint.add-stop')}
        title={t('design-paint.add-stop')}
        onClick={(event) => add(event.detail === 0 ? 0.5 : placeOf(event.clientX))}
      />
      {stops.map((stop, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place in the list while it is dragged
          key={index}
          role="slider"
          tabIndex={0}
          className={styles.stop}
          data-chosen={index === chosen}
          aria-label={t('design-paint.stop', { number: index + 1 })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(stop.at * 100)}
          style={{ left: `${stop.at * 100}%` }}
          onFocus={() => onChoose(index)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            onChoose(index);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) move(index, placeOf(event.clientX));
          }}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -0.01, ArrowDown: -0.01, ArrowRight: 0.01, ArrowUp: 0.01 }[event.key];
            if (by !== undefined) move(index, stop.at + by * (event.shiftKey ? 10 : 1));
            else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <span style={{ background: resolveColour(stop.colour, presentTokens()) }} />
        </div>
      ))}
    </div>
  );
}
