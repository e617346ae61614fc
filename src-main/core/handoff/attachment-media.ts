import { readDocument } from '#shared/documents/envelope.ts';
import { clipFormat } from '#shared/clip/document.ts';
import { inToOut } from '#shared/clip/edit/in-to-out.ts';
import { coverOfPart, simplePart } from '#shared/clip/edit/simple.ts';
import { designFormat } from '#shared/design/document.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import type { MediaFacts } from '#shared/domain/content.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment } from '#shared/domain/post.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { Pictures } from '../pictures.ts';
import { mediaOfEdit } from './clip-media.ts';
import type { PackageMedia } from './package-types.ts';

export function factsOfAsset(asset: Asset, alt: string): MediaFacts {
  return {
    kind: asset.kind,
    type: asset.type,
    bytes: asset.bytes,
    width: asset.width,
    height: asset.height,
    duration: asset.duration,
    ...(asset.codec ? { codec: asset.codec } : {}),
    ...(asset.fps ? { fps: asset.fps } : {}),
    hasAudio: asset.hasAudio,
    animated: asset.animated,
    alt,
    name: asset.name,
  };
}

function mediaOfAsset(session: Session, asset: Asset, attachment: Attachment): PackageMedia {
  const alt = attachment.alt || asset.alt;
  const { crop, trim } = attachment;
  const facts = factsOfAsset(asset, alt);
  return {
    name: asset.name,
    facts: trim ? { ...facts, duration: trim.to - trim.from } : facts,
    alt,
    ...{ crop, trim },
    coverAt: attachment.coverAt,
    source: { kind: 'file', path: session.assetPath(asset) },
  };
}

/**
 * What an attachment brings: one file of the library, every page of a design, a clip's part of its recording, or a
 * clip that is to be rendered.
 * What it points at may have been trashed since: then nothing.
 */
export function mediaOfAttachment(
  pictures: Pictures,
  session: Session,
  attachment: Attachment,
): PackageMedia[] {
  const { assets, designs, clips } = session.repositories;
  if (attachment.kind === 'asset') {
    const asset = assets.get(attachment.refId);
    return asset ? [mediaOfAsset(session, asset, attachment)] : [];
  }
  if (attachment.kind === 'clip') {
    const clip = clips.get(attachment.refId);
    if (!clip) return [];
    // A clip in a post is what lies between its in and out point.
    const body = inToOut(readDocument(clipFormat, clip.edit).body, newId);
    const part = simplePart(body);
    if (!part)
      return body.segments.length > 0 ? [mediaOfEdit(pictures, session, clip, body, attachment)] : [];
    const asset = clip.assetId ? assets.get(clip.assetId) : null;
    if (!asset) return [];
    const trim = attachment.trim ?? part;
    const media = mediaOfAsset(session, asset, { ...attachment, trim });
    const duration = trim.to - trim.from;
    return [
      {
        ...media,
        name: clip.name,
        coverAt: attachment.coverAt ?? coverOfPart(body),
        facts: { ...media.facts, duration },
      },
    ];
  }
  const design = designs.get(attachment.refId);
  if (!design) return [];
  const { body } = readDocument(designFormat, design.document);
  const { key: _key, ...look } = brandLook(session);
  return pagesInOrder(body).map((page, index, pages) => ({
    name: pages.length > 1 ? `${design.name} ${index + 1}` : design.name,
    facts: {
      kind: 'image',
      type: 'image/png',
      bytes: 0,
      width: body.width,
      height: body.height,
      duration: 0,
      alt: attachment.alt,
      name: design.name,
    },
    alt: attachment.alt,
    crop: null,
    trim: null,
    coverAt: null,
    source: {
      kind: 'design',
      body,
      pageId: page.id,
      assetFile: (assetId) => pictures.paintable(session, assetId),
      look,
    },
  }));
}
