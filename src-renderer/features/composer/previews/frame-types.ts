import type { PostContent } from '#shared/domain/content.ts';
import type { Attachment } from '#shared/domain/post.ts';
import type { ComposedText } from '#shared/platforms/compose.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { MediaInfo } from '../attachments/media-info.ts';

/** One picture or recording as a frame shows it; a design brings one for each page. */
export interface ShownMedia {
  id: string;
  /** 0 is the first page. */
  page: number;
  attachment: Attachment;
  info: MediaInfo | null;
}

/** What a frame draws from; `t` speaks the language of the platform, not of the window. */
export interface FrameProps {
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  /** Editor state of the body; null where only Markdown is known. */
  document: unknown;
  media: readonly ShownMedia[];
  t(key: string, values?: Record<string, string | number>): string;
  safeAreas: boolean;
}

/** The composed text of the first field with that role. */
export function textOf({ profile, composed }: FrameProps, role: 'title' | 'body'): string {
  const field = profile.text.fields.find((each) => each.role === role);
  return field ? (composed.fields[field.id] ?? '') : '';
}
