/** Lays out designs in Node as the painter does: bodies as JSON on stdin, fingerprints as JSON on stdout. */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { DesignBody } from '#shared/design/schema.ts';
import { layoutFingerprint } from '#shared/design/text/fingerprint.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

installTextMeasurer(join(import.meta.dirname, '../..'), 'system');
const bodies = JSON.parse(await text(process.stdin)) as DesignBody[];
process.stdout.write(JSON.stringify(bodies.map((body) => JSON.stringify(layoutFingerprint(body)))));
