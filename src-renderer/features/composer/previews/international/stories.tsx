import {
  IconDots,
  IconHeart,
  IconHeartFilled,
  IconSend,
  IconThumbUpFilled,
  IconWorld,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FrameProps } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import parts from './parts.module.css';
import { Stage } from './stage.tsx';
import classes from './stage.module.css';
import { Turn, useTurns } from './turns.tsx';
import { World } from './world.tsx';

/** One tall picture after the other under a row of bars; a story has no caption. */
function Story({ frame, name, reply }: { frame: FrameProps; name: ReactNode; reply: ReactNode }) {
  const turns = useTurns(frame.media.length);
  const bars = frame.media.length > 0 ? frame.media : [null];
  return (
    <World tone="screen" className={classes['screen']}>
      <Stage frame={frame} media={frame.media[turns.at]}>
        <div className={classes['story']}>
          <span className={classes['bars']}>
            {bars.slice(0, 12).map((each, index) => (
              <span key={each?.id ?? 'blank'} data-on={index <= turns.at} />
            ))}
          </span>
          <span className={classes['storyName']}>{name}</span>
        </div>
        <Turn frame={frame} turns={turns} />
      </Stage>
      {reply}
    </World>
  );
}

export function InstagramStoryFrame(frame: FrameProps) {
  const { t, account } = frame;
  return (
    <Story
      frame={frame}
      name={
        <>
          <Avatar size={32} name={account.name} />
          <b className={parts['name']}>{account.handle}</b>
          <span className={classes['ago']}>{t('preview-world.hours')}</span>
          <span className={parts['space']} />
          <IconDots size={22} stroke={1.75} />
          <IconX size={24} stroke={1.75} />
        </>
      }
      reply={
        <div className={classes['reply']}>
          <span>{t('preview-world.sendMessage')}</span>
          <IconHeart size={26} stroke={1.5} />
          <IconSend size={25} stroke={1.5} />
        </div>
      }
    />
  );
}

export function FacebookStoryFrame(frame: FrameProps) {
  const { t, account } = frame;
  return (
    <Story
      frame={frame}
      name={
        <>
          <Avatar size={38} name={account.name} />
          <span className={classes['two']}>
            <b className={parts['name']}>{account.name}</b>
            <small>
              {t('preview-world.hours')} · <IconWorld size={12} stroke={1.75} />
            </small>
          </span>
          <span className={parts['space']} />
          <IconDots size={22} stroke={1.75} />
          <IconX size={24} stroke={1.75} />
        </>
      }
      reply={
        <div className={classes['reply']} data-reactions>
          <span>{t('preview-world.sendMessage')}</span>
          <span className={classes['reaction']}>
            <IconThumbUpFilled size={19} />
          </span>
          <span className={classes['reaction']} data-heart>
            <IconHeartFilled size={19} />
          </span>
        </div>
      }
    />
  );
}
