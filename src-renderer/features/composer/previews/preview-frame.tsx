import { memo, useMemo } from 'react';
import { createWords } from '#renderer/ui/words.tsx';
import type { PostContent } from '#shared/domain/content.ts';
import type { Attachment } from '#shared/domain/post.ts';
import type { ComposedText } from '#shared/platforms/compose.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { useMediaInfo } from '../attachments/media-info.ts';
import { frameOf, languageOf } from './choose-frame.ts';
import { CoverCropFrame, hasCover } from './cover-crop.tsx';
import { FrameLookProvider, type ShownMedia } from './frame-types.ts';
import classes from './frames.module.css';
import { profileGrid } from './grid-crop.ts';
import type { Look } from './look.ts';
import { ProfileGridFrame } from './profile-grid.tsx';

const words = { zh: createWords('zh'), en: createWords('en') };

/** Width in points of the phone that every frame is drawn for. */
const phoneWidth = 390;

export interface PreviewFrameProps {
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  document: unknown;
  articleTheme: unknown;
  attachments: readonly Attachment[];
  /** Handle and language of the account that posts; null where none is named. */
  account: { name: string; handle: string; language: 'zh' | 'en' | null } | null;
  dark: boolean;
  look: Pick<Look, 'safeAreas' | 'language' | 'altTexts' | 'grid' | 'cover' | 'folded'>;
  /** Pixels that the frame may take. */
  width: number;
}

/** One post as one platform shows it; drawn again only when something of this very target changed. */
export const PreviewFrame = memo(function PreviewFrame(props: PreviewFrameProps) {
  const { profile, attachments, account, dark, width } = props;
  const { safeAreas, folded, altTexts } = props.look;
  const infos = useMediaInfo(attachments);
  const language =
    props.look.language === 'auto' ? (account?.language ?? languageOf(profile)) : props.look.language;
  const { t } = words[language];
  // A format of one picture shows the first, however many are attached.
  const shown =
    profile.kind === 'image' && profile.image?.maxCount?.value === 1 ? attachments.slice(0, 1) : attachments;
  const media = shown
    .flatMap((attachment): Omit<ShownMedia, 'number'>[] => {
      const info = infos.get(attachment.refId) ?? null;
      return Array.from({ length: info?.pages ?? 1 }, (_, page) => ({
        id: `${attachment.id} ${page}`,
        page,
        attachment,
        info,
      }));
    })
    .map((each, index): ShownMedia => ({ ...each, number: index + 1 }));
  const grid = profileGrid(profile.id);
  const Frame = useMemo(() => frameOf(profile), [profile]);
  const frameLook = useMemo(() => ({ folded, altTexts }), [folded, altTexts]);
  const frame = {
    profile,
    content: props.content,
    composed: props.composed,
    document: props.document,
    articleTheme: props.articleTheme,
    media,
    account: {
      name: account?.name || t('preview.account'),
      handle: account?.handle.replace(/^@/, '') || t('preview.handle'),
    },
    language,
    dark,
    t,
    safeAreas,
  };
  return (
    <div
      className={classes['phone']}
      data-frame-scheme={dark ? 'dark' : 'light'}
      data-format={profile.id}
      data-platform={profile.platformId}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      style={{ zoom: Math.min(1.1, width / phoneWidth) }}
    >
      <FrameLookProvider value={frameLook}>
        {props.look.cover && hasCover(profile, grid) ? (
          <CoverCropFrame frame={frame} grid={grid} />
        ) : props.look.grid && grid ? (
          <ProfileGridFrame frame={frame} grid={grid} />
        ) : (
          <Frame {...frame} />
        )}
      </FrameLookProvider>
    </div>
  );
});
