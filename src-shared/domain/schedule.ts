import { z } from 'zod';

/** Local wall time without an offset, to the minute: what the user typed and means. */
export const localTimeSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/);

/** IANA zone such as Asia/Shanghai. */
export const zoneSchema = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { message: 'not an IANA time zone' },
);

/** When something is due: wall time plus zone; the UTC instant is always derived. */
export const scheduleSchema = z.object({ local: localTimeSchema, zone: zoneSchema });
export type Schedule = z.infer<typeof scheduleSchema>;
