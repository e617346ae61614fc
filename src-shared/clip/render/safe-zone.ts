import { GalleyError } from '../../contract/failure.ts';
import { safeZoneIn } from '../../design/variants/safe-zone.ts';
import { formatProfile } from '../../platforms/profile.ts';
import type { FormatProfile } from '../../platforms/profile-types.ts';
import type { RulePack } from '../../platforms/rule-pack.ts';
import { noInsets, type SafeInsets } from '../captions/layout-cue.ts';
import type { ClipEdit } from '../edit/schema.ts';

/** The format that a clip is drawn for; null for none, and for one that the rule pack no longer has. */
function drawnFor(pack: RulePack, edit: Pick<ClipEdit, 'frame'>): FormatProfile | null {
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
 * for, else of the one that the clip is drawn for; null where none are stated. The stage and every render ask here.
 */
export function safeZoneOf(
  pack: RulePack,
  edit: Pick<ClipEdit, 'frame'>,
  profile: FormatProfile | null,
  { width, height }: { width: number; height: number },
): SafeInsets | null {
  const shown = profile ?? drawnFor(pack, edit);
  return shown && safeZoneIn(shown, width, height);
}

/** What captions keep out of; see `safeZoneOf`. */
export function safeInsets(...from: Parameters<typeof safeZoneOf>): SafeInsets {
  return safeZoneOf(...from) ?? noInsets;
}
