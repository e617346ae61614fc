import ICAL from 'ical.js';

function blocks(text: string, name: string): string[] {
  return text.match(new RegExp(`^BEGIN:${name}\\s*$[\\s\\S]*?^END:${name}\\s*$`, 'gim')) ?? [];
}

function wrapped(parts: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n');
}

function parses(parts: readonly string[]): boolean {
  try {
    ICAL.parse(wrapped(parts));
    return true;
  } catch {
    return false;
  }
}

/**
 * What can be saved of a calendar that the parser refuses as a whole: every event that it takes alone, with the time
 * zones that it takes. Null when there is no such event.
 */
export function recovered(text: string): { parsed: unknown; lost: string[] } | null {
  const sound: string[] = [];
  const lost: string[] = [];
  for (const block of blocks(text, 'VEVENT')) {
    if (parses([block])) sound.push(block);
    else lost.push(/^SUMMARY[^:\r\n]*:(.*)$/im.exec(block)?.[1]?.trim() ?? '');
  }
  if (sound.length === 0) return null;
  const zones = blocks(text, 'VTIMEZONE').filter((block) => parses([block]));
  try {
    return { parsed: ICAL.parse(wrapped([...zones, ...sound])), lost };
  } catch {
    return null;
  }
}
