import { z } from 'zod';

const hoursSchema = z.array(
  z.object({
    weekdays: z.array(z.int().min(0).max(6)).min(1),
    from: z.int().min(0).max(23),
    to: z.int().min(1).max(24),
    score: z.number().min(0).max(1),
  }),
);

const fileSchema = z.object({
  sources: z.record(z.string(), z.object({ name: z.string(), url: z.url(), date: z.string() })),
  platforms: z.record(
    z.string(),
    z.object({ source: z.string(), confidence: z.enum(['study', 'secondary']), hours: hoursSchema }),
  ),
  estimates: z.object({
    china: z.object({ platforms: z.array(z.string()), hours: hoursSchema }),
    other: z.object({ platforms: z.array(z.string()), hours: hoursSchema }),
  }),
});

/** `resources/best-hours.json`: hours by platform with where they come from, and guesses for the others. */
export type BestHourFile = z.infer<typeof fileSchema>;

/** Throws where something does not fit or names no source. */
export function parseBestHours(json: unknown): BestHourFile {
  const file = fileSchema.parse(json);
  for (const [platform, { source }] of Object.entries(file.platforms)) {
    if (!file.sources[source]) throw new Error(`best-hours.json: ${platform} names no known source`);
  }
  return file;
}
