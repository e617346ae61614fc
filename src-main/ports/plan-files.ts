import type { CalendarEvent } from '#shared/plan/files/ics-rows.ts';

/** Formats of plan files that need a library. */
export interface PlanFiles {
  /** Events of an ICS file in their order. @throws GalleyError `unreadable-file` */
  events(text: string): CalendarEvent[];
  /** A workbook of one sheet, every cell as text; the first row is its header. */
  workbook(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array>;
  /** Text of a file, its encoding found out or as told; null when it is no text. */
  decode(bytes: Uint8Array, encoding?: string): { text: string; encoding: string } | null;
}
