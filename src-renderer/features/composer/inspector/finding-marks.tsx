import { type RefObject, useEffect } from 'react';
import type { Finding } from '#shared/platforms/finding.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import { rangesOfWords } from './find-words.ts';
import './finding-marks.css';

const severities = ['note', 'warning', 'error'] as const;
const nameOf = (severity: Finding['severity']): string => `galley-finding-${severity}`;

/** Milliseconds after the last change before the marks follow: they may never cost a key anything. */
const rest = 250;

/** Marks the words that findings of the shown target mean, without touching the document; draws nothing. */
export function FindingMarks({
  live,
  selected,
  screen,
}: {
  live: LiveMeasures;
  selected: string | null;
  screen: RefObject<HTMLElement | null>;
}) {
  useEffect(() => {
    if (!('highlights' in CSS)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = (): void => {
      timer = undefined;
      const editor = screen.current?.querySelector<HTMLElement>('[data-field="body"] [contenteditable]');
      // The base text shows what the first target says of it.
      const measure = selected === null ? [...live.all().values()][0] : live.all().get(selected);
      const body = measure?.profile.text.fields.find(({ role }) => role === 'body')?.id ?? '';
      const composed = measure?.composed.fields[body] ?? '';
      for (const severity of severities) {
        const places = (measure?.findings ?? []).flatMap((finding) =>
          finding.severity === severity && finding.field === body && finding.at ? [finding.at] : [],
        );
        const ranges = editor && places.length > 0 ? rangesOfWords(editor, composed, places) : [];
        const found = ranges.filter((range) => range !== null);
        if (found.length > 0) CSS.highlights.set(nameOf(severity), new Highlight(...found));
        else CSS.highlights.delete(nameOf(severity));
      }
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(paint, rest);
    };
    soon();
    const stop = live.subscribe(soon);
    // The editor comes later than its frame, and anew whenever words were replaced from outside.
    const watch = new MutationObserver(soon);
    const field = screen.current?.querySelector('[data-field="body"]');
    if (field) watch.observe(field, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      stop();
      for (const severity of severities) CSS.highlights.delete(nameOf(severity));
    };
  }, [live, selected, screen]);
  return null;
}
