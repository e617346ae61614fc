import {
  IconArrowForwardUp,
  IconCamera,
  IconHeart,
  IconHeartFilled,
  IconMenu2,
  IconMessageCircle,
  IconMessageCircleFilled,
  IconMusic,
  IconPlus,
  IconSearch,
  IconStarFilled,
  IconThumbUp,
  IconUser,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import { BottomTabs, Tabs } from './page.tsx';
import { ShortScreen, SideButton } from './short-screen.tsx';
import classes from './shorts.module.css';
import { Words } from '../words.tsx';

/** The account's picture with a plus below, on top of the column of buttons. */
function Follow({ name }: { name: string }) {
  return (
    <span className={classes['follow']}>
      <Avatar size={48} name={name} />
      <span className={classes['plus']}>
        <IconPlus size={14} stroke={3} aria-hidden />
      </span>
    </span>
  );
}

/** Words over the picture: who, title, two lines that open. */
function Caption({ frame, who, after }: { frame: FrameProps; who: ReactNode; after?: ReactNode }) {
  const title = textOf(frame, 'title');
  const body = textOf(frame, 'body');
  return (
    <>
      {who}
      {title !== '' && <b className={classes['title']}>{title}</b>}
      {body !== '' && <Words frame={frame} text={body} lines={2} more={frame.t('preview-china.unfold')} />}
      {after}
    </>
  );
}

/** Douyin, recordings and pictures: white filled buttons, sound on a turning record, red plus. */
export function DouyinFrame(frame: FrameProps) {
  const { t, account, profile } = frame;
  return (
    <ShortScreen
      frame={frame}
      top={
        <>
          <IconMenu2 size={24} stroke={1.75} aria-hidden />
          <Tabs
            names={[t('preview-china.nearby'), t('preview-china.following'), t('preview-china.recommended')]}
            at={2}
            mark
          />
          <IconSearch size={24} stroke={2} aria-hidden />
        </>
      }
      side={
        <>
          <Follow name={account.name} />
          <SideButton icon={<IconHeartFilled size={34} />} word={t('preview-china.manyLikes')} />
          <SideButton icon={<IconMessageCircleFilled size={33} />} word={t('preview-china.someComments')} />
          <SideButton icon={<IconStarFilled size={32} />} word={t('preview-china.someSaves')} />
          <SideButton icon={<IconArrowForwardUp size={34} stroke={2.5} />} word={t('preview-china.share')} />
          <span className={classes['disc']}>
            <IconMusic size={18} aria-hidden />
          </span>
        </>
      }
      caption={
        <Caption
          frame={frame}
          who={
            <span className={classes['name']}>
              @{account.name}
              {profile.kind === 'image' && (
                <small className={classes['badge']}>{t('preview-china.pictures')}</small>
              )}
            </span>
          }
          after={
            <span className={classes['sound']}>
              <IconMusic size={14} aria-hidden />
              {t('preview-china.originalSound', { name: account.name })}
            </span>
          }
        />
      }
      foot={
        <BottomTabs
          names={[
            t('preview-china.home'),
            t('preview-china.friends'),
            t('preview-china.messages'),
            t('preview-china.me'),
          ]}
          at={0}
          plus={
            <span className={classes['plusTab']}>
              <IconPlus size={18} stroke={2.5} aria-hidden />
            </span>
          }
        />
      }
    />
  );
}

/** Kuaishou: tabs with Discover in the middle, outlined buttons, name without an at sign, round orange camera. */
export function KuaishouFrame(frame: FrameProps) {
  const { t, account } = frame;
  return (
    <ShortScreen
      frame={frame}
      top={
        <>
          <IconMenu2 size={24} stroke={2} aria-hidden />
          <Tabs
            names={[t('preview-china.following'), t('preview-china.discover'), t('preview-china.sameCity')]}
            at={1}
            mark
          />
          <IconSearch size={24} stroke={2} aria-hidden />
        </>
      }
      side={
        <>
          <Follow name={account.name} />
          <SideButton icon={<IconHeart size={34} stroke={2} />} word={t('preview-china.manyLikes')} />
          <SideButton
            icon={<IconMessageCircle size={33} stroke={2} />}
            word={t('preview-china.someComments')}
          />
          <SideButton icon={<IconStarFilled size={31} />} word={t('preview-china.save')} />
          <SideButton icon={<IconArrowForwardUp size={33} stroke={2} />} word={t('preview-china.share')} />
        </>
      }
      caption={
        <Caption
          frame={frame}
          who={
            <span className={classes['name']}>
              {account.name}
              <small className={classes['time']}>{t('preview-china.justNow')}</small>
            </span>
          }
          after={
            <span className={classes['work']}>
              <IconMusic size={13} aria-hidden />
              {t('preview-china.workMusic', { name: account.name })}
            </span>
          }
        />
      }
      foot={
        <BottomTabs
          names={[
            t('preview-china.home'),
            t('preview-china.selected'),
            t('preview-china.messages'),
            t('preview-china.me'),
          ]}
          at={0}
          plus={
            <span className={classes['camera']}>
              <IconCamera size={20} stroke={2} aria-hidden />
            </span>
          }
        />
      }
    />
  );
}

/** WeChat Channels: the author and the buttons in one row below the words, hearts for friends. */
export function ChannelsFrame(frame: FrameProps) {
  const { t, account } = frame;
  return (
    <ShortScreen
      frame={frame}
      top={
        <>
          <IconUser size={24} stroke={1.75} aria-hidden />
          <Tabs
            names={[
              t('preview-china.following'),
              t('preview-china.friendsLike'),
              t('preview-china.recommended'),
            ]}
            at={2}
            mark
          />
          <IconSearch size={24} stroke={1.75} aria-hidden />
        </>
      }
      side={null}
      caption={
        <Caption
          frame={frame}
          who={
            <span className={classes['author']}>
              <Avatar size={32} name={account.name} />
              <b>{account.name}</b>
              <span className={classes['followWord']}>{t('preview-china.follow')}</span>
            </span>
          }
        />
      }
      foot={
        <div className={classes['channelsFoot']}>
          <span>
            <IconArrowForwardUp size={24} stroke={1.75} aria-hidden />
            {t('preview-china.someSaves')}
          </span>
          <span>
            <IconThumbUp size={23} stroke={1.75} aria-hidden />
            {t('preview-china.someComments')}
          </span>
          <span>
            <IconHeart size={24} stroke={1.75} aria-hidden />
            {t('preview-china.manyLikes')}
          </span>
          <span>
            <IconMessageCircle size={24} stroke={1.75} aria-hidden />
            {t('preview-china.cardLikes')}
          </span>
        </div>
      }
    />
  );
}
