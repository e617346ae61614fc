import { Temporal } from 'temporal-polyfill';

function offsetText(nanoseconds: number): string {
  const seconds = Math.round(Math.abs(nanoseconds) / 1e9);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : two(seconds % 60);
  return `${nanoseconds < 0 ? '-' : '+'}${two(seconds / 3600)}${two((seconds % 3600) / 60)}${rest}`;
}

/** `20260301T090000` of a wall time `2026-03-01T09:00…`. */
export function basicTime(wall: string): string {
  return `${wall.slice(0, 16).replaceAll(/[-:]/g, '')}00`;
}

/**
 * The clock of a zone for a calendar program (RFC 5545, 3.6.5): what it shows at the first moment and every change of
 * it up to the last one. Instants are ISO 8601.
 */
export function zoneLines(zone: string, from: string, to: string): string[] {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(to);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  const observance = (onset: string, before: number, after: number): void => {
    const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
    lines.push(
      `BEGIN:${kind}`,
      `DTSTART:${basicTime(onset)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `END:${kind}`,
    );
  };
  observance('1970-01-01T00:00', start.offsetNanoseconds, start.offsetNanoseconds);
  let next = start.getTimeZoneTransition('next');
  let before = start.offsetNanoseconds;
  while (next && Temporal.Instant.compare(next.toInstant(), end) <= 0) {
    // The onset is told in the time that was shown until then.
    const onset = new Date(next.epochMilliseconds + before / 1e6).toISOString();
    observance(onset, before, next.offsetNanoseconds);
    before = next.offsetNanoseconds;
    next = next.getTimeZoneTransition('next');
  }
  lines.push('END:VTIMEZONE');
  return lines;
}
