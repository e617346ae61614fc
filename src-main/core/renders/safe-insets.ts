import { noInsets, type SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { safeZoneIn } from '#shared/design/variants/safe-zone.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** The format that a clip is drawn for; null for none, and for one that the rule pack no longer has. */
function drawnFor(pack: RulePack, edit: ClipEdit): FormatProfile | null {
  if (!edit.frame?.format) return null;
  try {
    return formatProfile(pack, edit.frame.format);
  } catch (error) {
    if (error instanceof GalleyError) return null;
    throw error;
  }
}

/**
 * px along the edges of a frame that the platform's own buttons and words cover: of the format that is rendered
 * for, else of the one that the clip is drawn for.
 */
export function safeInsets(
  pack: RulePack,
  edit: ClipEdit,
  profile: FormatProfile | null,
  { width, height }: { width: number; height: number },
): SafeInsets {
  const shown = profile ?? drawnFor(pack, edit);
  return (shown && safeZoneIn(shown, width, height)) ?? noInsets;
}
