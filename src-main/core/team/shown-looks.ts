import type { Attachment, Post } from '#shared/domain/post.ts';
import { digestOf } from '#shared/team/content-hash.ts';
import { paintedPart, playedPart, shownState, tokensNamed } from '#shared/team/shown-state.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { brandOf } from '../brand/brand.ts';

/** What brand tokens of a document stand for. */
function tokensIn(repositories: Repositories, document: unknown): Record<string, unknown> {
  const named = tokensNamed(document);
  if (named.length === 0) return {};
  const { colours, fonts } = brandOf({ repositories });
  const hex = new Map(colours.map((colour) => [colour.token, colour.hex]));
  return Object.fromEntries(
    named.map((token) => [
      token,
      token === 'heading' || token === 'body' ? fonts[token] : (hex.get(token) ?? null),
    ]),
  );
}

/** What a design looks like, whatever it is called; null: it is gone. */
function designLook(repositories: Repositories, id: string): unknown {
  const design = repositories.designs.get(id);
  if (!design) return null;
  return digestOf([paintedPart(design.document), tokensIn(repositories, design.document)]);
}

/** What one of the media looks like now. Files never change under their hash. */
function lookOf(repositories: Repositories, { kind, refId, alt }: Attachment): unknown {
  if (kind === 'design') return designLook(repositories, refId);
  if (kind === 'asset') {
    const asset = repositories.assets.get(refId);
    return asset && [asset.sha256, alt === '' ? asset.alt : ''];
  }
  const clip = repositories.clips.get(refId);
  if (!clip) return null;
  const designs = clip.designIds.toSorted().map((id) => [id, designLook(repositories, id)]);
  return digestOf([playedPart(clip.edit), tokensIn(repositories, clip.edit), designs]);
}

/** How a post, stored or not yet, stands before its readers: its words and what its media look like now. */
export function shownNow(repositories: Repositories, post: Post): string {
  const looks: Record<string, unknown> = {};
  const lists = post.targets.flatMap(({ overrides }) => overrides.attachments ?? []);
  for (const attachment of [...post.attachments, ...lists]) {
    const { kind, refId, alt } = attachment;
    looks[`${kind} ${refId} ${kind === 'asset' ? alt : ''}`] ??= lookOf(repositories, attachment);
  }
  return shownState(post, looks);
}
