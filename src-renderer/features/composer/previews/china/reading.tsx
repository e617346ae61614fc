import {
  IconCaretDownFilled,
  IconCaretUpFilled,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconPencil,
  IconSearch,
  IconShare3,
  IconStar,
  IconThumbUp,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, MediaBox, PhoneBar } from '../parts.tsx';
import { ArticleBody, Folded } from './article-body.tsx';
import { excerptOf } from './excerpt.ts';
import { Part, Tabs, TopBar } from './page.tsx';
import classes from './reading.module.css';

function Author({ frame, note, button }: { frame: FrameProps; note: string; button: string }) {
  return (
    <div className={classes['author']}>
      <Avatar size={38} name={frame.account.name} />
      <span>
        <b>{frame.account.name}</b>
        <small>{note}</small>
      </span>
      <span className={classes['follow']} data-button>
        + {button}
      </span>
    </div>
  );
}

/** Zhihu: the card in the recommended list with its excerpt, then the article with blue votes at the foot. */
export function ZhihuFrame(frame: FrameProps) {
  const { media, t, account, content } = frame;
  const title = textOf(frame, 'title') || t('preview-china.noTitle');
  return (
    <div className={classes['zhihu']}>
      <Part name={t('preview-china.partFeed')}>
        <TopBar back={false}>
          <Tabs
            names={[t('preview-china.following'), t('preview-china.recommended'), t('preview-china.hot')]}
            at={1}
            mark
          />
          <IconSearch size={22} stroke={1.75} aria-hidden />
        </TopBar>
        <div className={classes['zhCard']}>
          <b>{title}</b>
          <span className={classes['zhBy']}>
            <Avatar size={20} name={account.name} />
            {account.name}
          </span>
          <span className={classes['zhRow']}>
            <span className={classes['excerpt']}>{excerptOf(content.body)}</span>
            {media[0] && (
              <span className={classes['zhThumb']}>
                <MediaBox media={media[0]} ratio={3 / 2} />
              </span>
            )}
          </span>
          <small>{t('preview-china.zhihuNumbers')}</small>
        </div>
      </Part>
      <Part name={t('preview-china.partArticle')}>
        <TopBar>
          <span className={classes['space']} />
          <IconSearch size={22} stroke={1.75} aria-hidden />
          <IconDots size={24} stroke={1.75} aria-hidden />
        </TopBar>
        <article className={classes['article']}>
          {media[0] && (
            <span className={classes['zhCover']}>
              <MediaBox media={media[0]} ratio={16 / 9} />
            </span>
          )}
          <h1>{title}</h1>
          <Author frame={frame} note={t('preview-china.zhihuBio')} button={t('preview-china.follow')} />
          <ArticleBody frame={frame} />
          <p className={classes['when']}>{t('preview-china.editedNow')}</p>
        </article>
        <footer className={classes['foot']}>
          <span className={classes['vote']}>
            <IconCaretUpFilled size={16} aria-hidden />
            {t('preview-china.agree')}
          </span>
          <span className={classes['down']}>
            <IconCaretDownFilled size={16} aria-hidden />
          </span>
          <span className={classes['space']} />
          <Button icon={<IconStar size={21} stroke={1.5} />} word={t('preview-china.save')} />
          <Button icon={<IconHeart size={21} stroke={1.5} />} word={t('preview-china.fond')} />
          <Button icon={<IconMessageCircle size={21} stroke={1.5} />} word={t('preview-china.fewComments')} />
        </footer>
      </Part>
    </div>
  );
}

function Button({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span className={classes['button']}>
      {icon}
      {word}
    </span>
  );
}

/** Toutiao: the row in the list with one, three or no covers, then the article under the red bar. */
export function ToutiaoFrame(frame: FrameProps) {
  const { media, t, account } = frame;
  const title = textOf(frame, 'title') || t('preview-china.noTitle');
  const three = media.length >= 3;
  const line = (
    <small>
      {account.name}
      <span>{t('preview-china.toutiaoNumbers')}</span>
      <IconX size={12} stroke={1.5} aria-hidden />
    </small>
  );
  return (
    <div>
      <Part name={t('preview-china.partFeed')}>
        <div className={classes['ttHead']}>
          <PhoneBar />
          <span className={classes['ttSearch']}>
            <IconSearch size={16} stroke={1.75} aria-hidden />
            {t('preview-china.search')}
          </span>
        </div>
        <div className={classes['ttTabs']}>
          <Tabs
            names={[
              t('preview-china.following'),
              t('preview-china.recommended'),
              t('preview-china.hot'),
              t('preview-china.video'),
            ]}
            at={1}
            mark
          />
        </div>
        <div className={classes['ttRow']} data-covers={three ? 3 : media.length > 0 ? 1 : 0}>
          <span>
            <b>{title}</b>
            {!three && line}
          </span>
          {!three && media[0] && <MediaBox media={media[0]} ratio={3 / 2} />}
          {three && (
            <span className={classes['ttThree']}>
              {media.slice(0, 3).map((each) => (
                <MediaBox key={each.id} media={each} ratio={3 / 2} />
              ))}
            </span>
          )}
          {three && line}
        </div>
        <div className={classes['ttBlank']} aria-hidden>
          <i />
          <i />
        </div>
      </Part>
      <Part name={t('preview-china.partArticle')}>
        <TopBar>
          <span className={classes['space']} />
          <IconSearch size={22} stroke={1.75} aria-hidden />
          <IconDots size={24} stroke={1.75} aria-hidden />
        </TopBar>
        <article className={classes['article']}>
          <h1>{title}</h1>
          <Author frame={frame} note={t('preview-china.today')} button={t('preview-china.follow')} />
          {media[0] && (
            <span className={classes['inline']}>
              <MediaBox media={media[0]} ratio={16 / 9} />
            </span>
          )}
          <Folded frame={frame} height={520} more={t('preview-china.unfoldAll')} />
        </article>
        <WriteFoot frame={frame} />
      </Part>
    </div>
  );
}

/** A line to write a comment on, and the usual three marks. */
function WriteFoot({ frame: { t } }: { frame: FrameProps }) {
  return (
    <footer className={classes['foot']}>
      <span className={classes['write']}>
        <IconPencil size={15} stroke={1.5} aria-hidden />
        {t('preview-china.writeComment')}
      </span>
      <IconMessageCircle size={23} stroke={1.5} aria-hidden />
      <IconStar size={23} stroke={1.5} aria-hidden />
      <IconThumbUp size={23} stroke={1.5} aria-hidden />
      <IconShare3 size={23} stroke={1.5} aria-hidden />
    </footer>
  );
}

/** Douyin's articles: cover over the whole width, title, author, text. */
export function DouyinArticleFrame(frame: FrameProps) {
  const { media, t, content } = frame;
  const title = content.title.trim() || t('preview-china.noTitle');
  return (
    <div className={classes['douyin']}>
      <TopBar>
        <b>{t('preview-china.articleWord')}</b>
        <span className={classes['space']} />
        <IconShare3 size={22} stroke={1.75} aria-hidden />
      </TopBar>
      {media[0] && <MediaBox media={media[0]} ratio={16 / 9} />}
      <article className={classes['article']}>
        <h1>{title}</h1>
        <Author frame={frame} note={t('preview-china.today')} button={t('preview-china.follow')} />
        <Folded frame={frame} height={560} more={t('preview-china.unfoldAll')} />
      </article>
      <span className={classes['space']} />
      <WriteFoot frame={frame} />
    </div>
  );
}
