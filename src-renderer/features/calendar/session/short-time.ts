/** A wall time as short as it is clear: "24 Nov, 09:30". */
export function shortTime(wall: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(`${wall}:00Z`));
}
