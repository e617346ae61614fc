import { createContext, useContext } from 'react';
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
  /** Its place among all that is shown, from 1. */
  number: number;
  attachment: Attachment;
  info: MediaInfo | null;
}

/** Who posts: the target's account where one is named, else “your account”. */
interface ShownAccount {
  name: string;
  /** Without the at sign. */
  handle: string;
}

/** What a frame draws from; `t` speaks the language of the frame, not of the window. */
export interface FrameProps {
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  /** Editor state of the body; null where only Markdown is known. */
  document: unknown;
  /** Theme that the target keeps for a WeChat article; undefined takes the usual one. */
  articleTheme: unknown;
  media: readonly ShownMedia[];
  account: ShownAccount;
  language: 'zh' | 'en';
  dark: boolean;
  t(key: string, values?: Record<string, string | number>): string;
  safeAreas: boolean;
}

/** How every text and picture inside a frame is looked at. */
interface FrameLook {
  /** True: texts are cut where the platform cuts them until “more” is pressed. */
  folded: boolean;
  /** True: pictures carry their number and whether they have an alt text. */
  altTexts: boolean;
}

const FrameLookContext = createContext<FrameLook>({ folded: true, altTexts: false });
export const FrameLookProvider = FrameLookContext.Provider;

export function useFrameLook(): FrameLook {
  return useContext(FrameLookContext);
}

/** The composed text of the first field with that role. */
export function textOf({ profile, composed }: FrameProps, role: 'title' | 'body'): string {
  const field = profile.text.fields.find((each) => each.role === role);
  return field ? (composed.fields[field.id] ?? '') : '';
}
