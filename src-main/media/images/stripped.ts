import { readFile, stat } from 'node:fs/promises';
import type { StrippedPart } from '#main/ports/image-engine.ts';
import { factsOf, type ImageSource } from './source.ts';

/** Larger files are scanned by their metadata only; no phone writes a still of this size. */
const largestScan = 256 * 1024 * 1024;

/**
 * Looks for pictures and clips hidden beside the main still: gain maps (Ultra HDR, ISO 21496-1), further
 * pictures (CIPA multi-picture format) and the clip of a motion photo (Google, Samsung).
 */
async function findPassengers(source: ImageSource): Promise<StrippedPart[]> {
  const { type } = source.identified;
  const isHeif = type.startsWith('image/hei');
  if (type !== 'image/jpeg' && !isHeif) return [];
  if ((await stat(source.path)).size > largestScan) return [];
  const bytes = await readFile(source.path);
  const parts: StrippedPart[] = [];
  const hasGainMap = bytes.includes('urn:iso:std:iso:ts:21496') || bytes.includes('hdrgm:Version');
  if (hasGainMap) parts.push('gain-map');
  // The file's own `ftyp` of a HEIF stands in its first bytes.
  const clip = isHeif ? bytes.includes('mpvd') : bytes.includes('ftypmp4') || bytes.includes('ftypisom');
  if (clip || bytes.includes('MotionPhoto_Data')) parts.push('motion-photo-video');
  // A gain map is itself a second picture in the multi-picture index.
  if (!hasGainMap && bytes.subarray(0, 262_144).includes('MPF\0')) parts.push('other-frames');
  return parts;
}

/** Names everything a source carries that a published still of it does not. */
export async function strippedParts(source: ImageSource): Promise<StrippedPart[]> {
  const { metadata } = source;
  const parts: StrippedPart[] = [];
  if (metadata.exif !== undefined) parts.push('exif');
  if (factsOf(source).hasLocation) parts.push('gps');
  if (metadata.xmp !== undefined) parts.push('xmp');
  if (metadata.iptc !== undefined) parts.push('iptc');
  if (metadata.hasProfile) parts.push('icc→srgb');
  if ((metadata.comments?.length ?? 0) > 0) parts.push('comments');
  if ((metadata.pages ?? 1) > 1 || source.identified.type === 'image/apng') parts.push('other-frames');
  for (const part of await findPassengers(source)) if (!parts.includes(part)) parts.push(part);
  return parts;
}
