import { ActionIcon, Button, ColorInput, SegmentedControl, Slider, Switch, Tooltip } from '@mantine/core';
import { IconFlipHorizontal, IconFlipVertical, IconRotateClockwise, IconX } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameFit, frameFits, type Segment } from '#shared/clip/edit/segment.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import styles from './picture.module.css';
import { shared, useSegmentChanges, withPicture } from './use-chosen.ts';

type Turn = 0 | 90 | 180 | 270;
const turned: Record<Turn, Turn> = { 0: 90, 90: 180, 180: 270, 270: 0 };

/** How a picture of another shape fills the frame; for the whole clip, or for these segments alone. */
function Fit({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { change } = useClipEditor();
  const { picture } = useSegmentChanges(segments);
  const whole = useClip((snapshot) => snapshot.edit.fit ?? 'crop');
  const wholeColour = useClip((snapshot) => snapshot.edit.colour ?? '#000000');
  const own = shared(segments, (one) => one.picture?.fit);
  const names: Record<FrameFit, string> = {
    crop: t('clip-picture.fit-crop'),
    blur: t('clip-picture.fit-blur'),
    pad: t('clip-picture.fit-pad'),
  };
  const colour = shared(segments, (one) => one.picture?.colour) ?? wholeColour;
  const fit = own ?? whole;
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        disabled={disabled}
        aria-label={t('clip-picture.fit')}
        value={fit}
        data={frameFits.map((value) => ({ value, label: names[value] }))}
        onChange={(value) => picture({ fit: value === whole ? undefined : value })}
      />
      {fit === 'pad' && (
        <ColorInput
          aria-label={t('clip-picture.pad-colour')}
          disabled={disabled}
          value={colour}
          onChange={(value) => picture({ colour: value }, 'pad-colour')}
        />
      )}
      {own && (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={disabled}
          onClick={() =>
            change((edit) => ({
              ...edit,
              fit: own,
              ...(own === 'pad' ? { colour } : {}),
              segments: edit.segments.map((one) =>
                one.picture?.fit ? withPicture(one, { fit: undefined, colour: undefined }) : one,
              ),
            }))
          }
        >
          {t('clip-picture.fit-everywhere')}
        </Button>
      )}
    </>
  );
}

/** What the frame shows of a picture, and which way up. */
export function FrameSection({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { picture, segment: changeEach } = useSegmentChanges(segments);
  const straighten = shared(segments, (one) => one.picture?.straighten ?? 0) ?? 0;
  const flip = (side: 'flipX' | 'flipY'): void =>
    changeEach((one) => withPicture(one, { [side]: !one.picture?.[side] }));
  const cropped = segments.some((one) => one.picture?.crop);
  const focused = segments.some((one) => one.picture?.focus && one.picture.focus.length > 0);
  return (
    <Panel title={t('clip-picture.frame')} remember="clip.picture.frame">
      <Fit segments={segments} disabled={disabled} />
      <div className={styles.tools}>
        <Tooltip label={t('clip-picture.turn')}>
          <ActionIcon
            variant="default"
            size="lg"
            disabled={disabled}
            aria-label={t('clip-picture.turn')}
            onClick={() => changeEach((one) => withPicture(one, { turn: turned[one.picture?.turn ?? 0] }))}
          >
            <IconRotateClockwise size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        {(['flipX', 'flipY'] as const).map((side) => {
          const name = side === 'flipX' ? t('clip-picture.flip-x') : t('clip-picture.flip-y');
          const on = shared(segments, (one) => one.picture?.[side] === true) === true;
          return (
            <Tooltip label={name} key={side}>
              <ActionIcon
                variant={on ? 'light' : 'default'}
                size="lg"
                disabled={disabled}
                aria-label={name}
                aria-pressed={on}
                onClick={() => flip(side)}
              >
                {side === 'flipX' ? (
                  <IconFlipVertical size={18} stroke={1.5} />
                ) : (
                  <IconFlipHorizontal size={18} stroke={1.5} />
                )}
              </ActionIcon>
            </Tooltip>
          );
        })}
        <span className={styles.space} />
        {cropped && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={disabled}
            leftSection={<IconX size={14} stroke={1.5} />}
            onClick={() => picture({ crop: undefined })}
          >
            {t('clip-picture.no-crop')}
          </Button>
        )}
        {focused && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={disabled}
            leftSection={<IconX size={14} stroke={1.5} />}
            onClick={() => picture({ focus: undefined })}
          >
            {t('clip-picture.no-focus')}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.name}>{t('clip-picture.straighten')}</span>
        <Slider
          className={styles.slider ?? ''}
          size="sm"
          label={null}
          thumbLabel={t('clip-picture.straighten')}
          min={-45}
          max={45}
          step={0.5}
          startPointValue={0}
          disabled={disabled}
          value={straighten}
          onChange={(value) => picture({ straighten: value }, 'straighten')}
          onDoubleClick={() => picture({ straighten: 0 })}
        />
        <span className={styles.value}>{`${straighten}°`}</span>
      </div>
      <Switch
        label={t('clip-picture.stabilise')}
        description={t('clip-picture.stabilise-hint')}
        disabled={disabled || !segments.some((one) => one.kind === 'clip')}
        checked={shared(segments, (one) => one.picture?.stabilise === true) === true}
        onChange={(event) => picture({ stabilise: event.currentTarget.checked })}
      />
    </Panel>
  );
}
