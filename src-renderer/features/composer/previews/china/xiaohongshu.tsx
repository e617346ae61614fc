import {
  IconArrowForwardUp,
  IconHeart,
  IconMenu2,
  IconMessageCircle,
  IconPencil,
  IconPlayerPlayFilled,
  IconSearch,
  IconShare3,
  IconStar,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, Carousel, MediaBox, SafeAreas } from '../parts.tsx';
import { Part, shownRatio, Tabs, TopBar } from './page.tsx';
import { ShortScreen } from './short-screen.tsx';
import classes from './xiaohongshu.module.css';
import { Words } from '../words.tsx';

/** The waterfall keeps covers between 3:4 and 4:3. */
function coverRatio({ media }: FrameProps): number {
  return shownRatio(media[0], 3 / 4, 4 / 3);
}

function Card({ frame }: { frame: FrameProps }) {
  const { media, t, account, safeAreas, profile } = frame;
  const title = textOf(frame, 'title') || textOf(frame, 'body').slice(0, 40);
  return (
    <div className={classes['waterfall']}>
      <TopBar back={false}>
        <IconMenu2 size={22} stroke={1.75} aria-hidden />
        <Tabs
          names={[t('preview-china.following'), t('preview-china.discover'), t('preview-china.sameCity')]}
          at={1}
          mark
        />
        <IconSearch size={22} stroke={1.75} aria-hidden />
      </TopBar>
      <div className={classes['columns']}>
        <div className={classes['card']}>
          <div className={classes['cover']}>
            <MediaBox media={media[0]} ratio={coverRatio(frame)} />
            {profile.kind === 'video' && (
              <span className={classes['cardPlay']}>
                <IconPlayerPlayFilled size={11} aria-hidden />
              </span>
            )}
            {safeAreas && <SafeAreas profile={profile} />}
          </div>
          <b>{title || t('preview-china.noTitle')}</b>
          <span className={classes['by']}>
            <Avatar size={17} name={account.name} />
            <span>{account.name}</span>
            <IconHeart size={15} stroke={1.5} aria-hidden />
            {t('preview-china.cardLikes')}
          </span>
        </div>
        <div className={classes['others']} aria-hidden>
          <span style={{ aspectRatio: 1 }} />
          <i />
          <span style={{ aspectRatio: 3 / 4 }} />
        </div>
      </div>
    </div>
  );
}

/** The buttons below a note. */
function NoteFoot({ frame: { t }, dark }: { frame: FrameProps; dark?: boolean }) {
  return (
    <footer className={classes['foot']} data-dark={dark}>
      <span className={classes['say']}>
        <IconPencil size={16} stroke={1.5} aria-hidden />
        {t('preview-china.saySomething')}
      </span>
      <IconHeart size={25} stroke={1.5} aria-hidden />
      <span>{t('preview-china.cardLikes')}</span>
      <IconStar size={25} stroke={1.5} aria-hidden />
      <span>{t('preview-china.fewSaves')}</span>
      <IconMessageCircle size={25} stroke={1.5} aria-hidden />
      <span>{t('preview-china.fewComments')}</span>
    </footer>
  );
}

function ImageNote({ frame }: { frame: FrameProps }) {
  const { media, t, account } = frame;
  const title = textOf(frame, 'title');
  return (
    <div>
      <TopBar>
        <Avatar size={34} name={account.name} />
        <span className={classes['noteName']}>{account.name}</span>
        <span className={classes['followPill']}>{t('preview-china.follow')}</span>
        <IconShare3 size={22} stroke={1.5} aria-hidden />
      </TopBar>
      <Carousel
        media={media}
        ratio={coverRatio(frame)}
        frame={frame}
        pages={classes['pages']}
        dots={classes['dots']}
      />
      <div className={classes['text']}>
        {title !== '' && <h1>{title}</h1>}
        <Words frame={frame} text={textOf(frame, 'body')} lines={10} more={t('preview-china.unfold')} />
        <small>{t('preview-china.editedNow')}</small>
      </div>
      <NoteFoot frame={frame} />
    </div>
  );
}

function VideoNote({ frame }: { frame: FrameProps }) {
  const { t, account } = frame;
  const title = textOf(frame, 'title');
  return (
    <ShortScreen
      frame={frame}
      top={
        <>
          <span className={classes['space']} />
          <IconSearch size={24} stroke={1.75} aria-hidden />
          <IconArrowForwardUp size={26} stroke={1.75} aria-hidden />
        </>
      }
      side={null}
      caption={
        <>
          <span className={classes['author']}>
            <Avatar size={36} name={account.name} />
            <b>{account.name}</b>
            <span className={classes['followRed']}>{t('preview-china.follow')}</span>
          </span>
          {title !== '' && <b>{title}</b>}
          <Words frame={frame} text={textOf(frame, 'body')} lines={1} more={t('preview-china.unfold')} />
        </>
      }
      foot={<NoteFoot frame={frame} dark />}
    />
  );
}

/** A Xiaohongshu note: its card among others in two columns, then the note itself. */
export function XiaohongshuFrame(frame: FrameProps) {
  const { t, profile } = frame;
  return (
    <div className={classes['xhs']}>
      <Part name={t('preview-china.partFeed')}>
        <Card frame={frame} />
      </Part>
      <Part name={t('preview-china.partNote')}>
        {profile.kind === 'video' ? <VideoNote frame={frame} /> : <ImageNote frame={frame} />}
      </Part>
    </div>
  );
}
