import { memo, useMemo } from 'react';
import { createWords } from '#renderer/ui/words.tsx';
import type { PostContent } from '#shared/domain/content.ts';
import type { Attachment } from '#shared/domain/post.ts';
import type { ComposedText } from '#shared/platforms/compose.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { useMediaInfo } from '../attachments/media-info.ts';
import { frameOf, languageOf } from './choose-frame.ts';
import type { ShownMedia } from './frame-types.ts';
import classes from './frames.module.css';

const words = { zh: createWords('zh'), en: createWords('en') };

/** Width in points of the phone that every frame is drawn for. */
export const phoneWidth = 390;

/** One post as one platform shows it; drawn again only when something of this very target changed. */
export const PreviewFrame = memo(function PreviewFrame({
  profile,
  content,
  composed,
  document,
  attachments,
  dark,
  safeAreas,
  width,
}: {
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  document: unknown;
  attachments: readonly Attachment[];
  dark: boolean;
  safeAreas: boolean;
  /** Pixels that the frame may take. */
  width: number;
}) {
  const infos = useMediaInfo(attachments);
  const language = languageOf(profile);
  const media = attachments.flatMap((attachment): ShownMedia[] => {
    const info = infos.get(attachment.refId) ?? null;
    return Array.from({ length: info?.pages ?? 1 }, (_, page) => ({
      id: `${attachment.id} ${page}`,
      page,
      attachment,
      info,
    }));
  });
  const Frame = useMemo(() => frameOf(profile), [profile]);
  return (
    <div
      className={classes['phone']}
      data-frame-scheme={dark ? 'dark' : 'light'}
      data-format={profile.id}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      style={{ zoom: Math.min(1.1, width / phoneWidth) }}
    >
      <Frame
        profile={profile}
        content={content}
        composed={composed}
        document={document}
        media={media}
        t={words[language].t}
        safeAreas={safeAreas}
      />
    </div>
  );
});
