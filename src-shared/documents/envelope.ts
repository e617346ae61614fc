import { z } from 'zod';
import type { Bilingual } from '#shared/contract/failure.ts';
import { GalleyError } from '#shared/contract/failure.ts';

/** What Galley saves as JSON: the kind of document, the version of its shape, and the document itself. */
export type DocumentKind = 'design' | 'post' | 'clip';

/** The saved form. Keys beside these three are kept as they are. */
export const envelopeSchema = z.looseObject({
  kind: z.enum(['design', 'post', 'clip']),
  version: z.int().positive(),
  body: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** A body made valid, with a sentence for each thing that had to be changed. */
export interface Repaired {
  body: unknown;
  notes: Bilingual[];
}

/** How one kind of document is read. */
export interface DocumentFormat<Body> {
  kind: DocumentKind;
  /** The version that is written today. */
  version: number;
  /** Pure steps: the entry under n turns a body of version n into one of version n + 1. */
  migrations: Readonly<Record<number, (body: unknown) => unknown>>;
  schema: z.ZodType<Body>;
  /** Makes the best of a body that does not fit the schema; what it cannot save must stay in the body. */
  repair: (body: unknown) => Repaired;
}

/** A document as it was read. */
export interface ReadDocument<Body> {
  body: Body;
  /** What was repaired, for the user to see; empty for a sound file. */
  notes: Bilingual[];
  /** Set when the file may be looked at but not saved (it is from a newer Galley): the reason. */
  readOnly: Bilingual | null;
  /** The version the file was saved with. */
  savedVersion: number;
  /** Keys of the envelope that Galley does not know, kept for writing. */
  unknownKeys: Record<string, unknown>;
}

const kindNames: Record<DocumentKind, Bilingual> = {
  design: { en: 'design', zh: '设计' },
  post: { en: 'post', zh: '帖子' },
  clip: { en: 'clip', zh: '剪辑' },
};

function unreadable(format: { kind: DocumentKind }, detail: unknown): GalleyError {
  const name = kindNames[format.kind];
  return new GalleyError(
    'unreadable-file',
    {
      en: `This is not a ${name.en} that Galley can read. Choose a ${name.en} file, or restore it from a backup.`,
      zh: `Galley 无法读取此${name.zh}文件。请选择${name.zh}文件，或从备份恢复。`,
    },
    detail,
  );
}

function migrate<Body>(format: DocumentFormat<Body>, body: unknown, version: number): unknown {
  let migrated = body;
  for (let step = version; step < format.version; step += 1) {
    const migration = format.migrations[step];
    if (!migration) throw new Error(`No migration of ${format.kind} from version ${step}.`);
    migrated = migration(migrated);
  }
  return migrated;
}

/**
 * Reads a saved document: migrate, validate, and where that fails repair and validate again. Unknown
 * fields survive. A file of a newer version comes back with `readOnly` set.
 * Throws `unreadable-file` when it is another kind of thing or beyond repair.
 */
export function readDocument<Body>(format: DocumentFormat<Body>, saved: unknown): ReadDocument<Body> {
  const envelope = envelopeSchema.safeParse(saved);
  if (!envelope.success || envelope.data.kind !== format.kind) throw unreadable(format, 'envelope');
  const { kind: _kind, version, body: savedBody, ...unknownKeys } = envelope.data;
  const newer = version > format.version;
  const readOnly: Bilingual | null = newer
    ? {
        en: `This ${kindNames[format.kind].en} was saved by a newer Galley. You can look at it; update Galley to edit it.`,
        zh: `此${kindNames[format.kind].zh}由更新版本的 Galley 保存。可以查看；如需编辑请更新 Galley。`,
      }
    : null;
  const body = newer ? savedBody : migrate(format, savedBody, version);
  const sound = format.schema.safeParse(body);
  if (sound.success) return { body: sound.data, notes: [], readOnly, savedVersion: version, unknownKeys };
  const repaired = format.repair(body);
  const restored = format.schema.safeParse(repaired.body);
  if (!restored.success) throw unreadable(format, z.prettifyError(restored.error));
  return { body: restored.data, notes: repaired.notes, readOnly, savedVersion: version, unknownKeys };
}

/** The saved form of a body, in today's version, with the unknown keys it was read with. */
export function writeDocument<Body>(
  format: DocumentFormat<Body>,
  body: Body,
  unknownKeys: Record<string, unknown> = {},
): Envelope {
  return { ...unknownKeys, kind: format.kind, version: format.version, body };
}
