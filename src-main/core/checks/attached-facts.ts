import type { RightsFacts } from '#shared/checks/context.ts';
import { designFormat } from '#shared/design/document.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { MediaFacts } from '#shared/domain/content.ts';
import type { Attachment } from '#shared/domain/post.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandOf } from '../brand/brand.ts';
import { mediaOfAttachment } from '../handoff/attachment-media.ts';
import type { PackageMedia } from '../handoff/package-types.ts';
import { shownSize } from '../handoff/render-media.ts';
import type { Pictures } from '../pictures.ts';
import { boxesOfPage, familiesOf } from './design-boxes.ts';

/** What checks need to know of one attachment: its pictures and clips, and the right to use what is in them. */
export interface AttachedFacts {
  media: MediaFacts[];
  /** `media` counts from 0 within this attachment. */
  rights: RightsFacts[];
}

function rightsOfAsset(asset: Asset | null, place: { media?: number }): RightsFacts[] {
  if (!asset) return [];
  const { name, licence, source, licenceUntil } = asset;
  return [{ kind: 'asset', name, licence, source, licenceUntil, ...place }];
}

function rightsOfFonts(session: Session, families: Iterable<string>): RightsFacts[] {
  const { heading, body } = brandOf(session).fonts;
  const named = new Set(
    [...families].map((family) =>
      family === 'token:heading' ? heading.family : family === 'token:body' ? body.family : family,
    ),
  );
  // Bundled fonts are free; those of the workspace carry what its user said.
  return session.repositories.fonts
    .list()
    .filter(({ family }) => named.has(family))
    .map(({ name, licence }) => ({ kind: 'font', name, licence, source: '', licenceUntil: null, media: 0 }));
}

/** A medium as it goes out: what a crop leaves of it, and whether a frame was chosen for its cover. */
function shownFacts(media: PackageMedia): MediaFacts {
  const { width, height } = shownSize(media);
  return {
    ...media.facts,
    ...{ width: Math.round(width), height: Math.round(height) },
    ...(media.coverAt === null ? {} : { hasCover: true }),
  };
}

function look(pictures: Pictures, session: Session, attachment: Attachment): AttachedFacts {
  const { assets, designs, clips } = session.repositories;
  const media = mediaOfAttachment(pictures, session, attachment);
  const facts = media.map(shownFacts);
  if (attachment.kind === 'asset') {
    return { media: facts, rights: rightsOfAsset(assets.get(attachment.refId), { media: 0 }) };
  }
  const used = attachment.kind === 'design' ? designs.get(attachment.refId) : clips.get(attachment.refId);
  const rights = (used?.assetIds ?? []).flatMap((id) => rightsOfAsset(assets.get(id), { media: 0 }));
  if (attachment.kind === 'clip') return { media: facts, rights };
  const logos = brandOf(session).logos;
  const stored = designs.get(attachment.refId);
  const fonts = stored ? familiesOf(readDocument(designFormat, stored.document).body) : [];
  return {
    media: media.map(({ facts: page, source }) =>
      source.kind === 'design' ? { ...page, boxes: boxesOfPage(source.body, source.pageId, logos) } : page,
    ),
    rights: [...rights, ...rightsOfFonts(session, fonts)],
  };
}

/**
 * Facts of attachments, each looked up once.
 * Make one for every check: what it remembers grows old with the next change of a file, design or clip.
 */
export function createAttachedFacts(
  pictures: Pictures,
  session: Session,
): (attachments: readonly Attachment[]) => AttachedFacts {
  const known = new Map<string, AttachedFacts>();
  return (attachments) => {
    const all: AttachedFacts = { media: [], rights: [] };
    for (const attachment of attachments) {
      const { kind, refId, alt, trim, coverAt, crop } = attachment;
      const key = JSON.stringify([kind, refId, alt, trim, coverAt, crop]);
      const facts = known.get(key) ?? look(pictures, session, attachment);
      known.set(key, facts);
      const first = all.media.length;
      all.media.push(...facts.media);
      for (const rights of facts.rights) {
        all.rights.push(rights.media === undefined ? rights : { ...rights, media: first + rights.media });
      }
    }
    return all;
  };
}
