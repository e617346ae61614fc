import { ActionIcon, Checkbox } from '@mantine/core';
import {
  IconBorderCorners,
  IconHexagon,
  IconRadiusBottomLeft,
  IconRadiusBottomRight,
  IconRadiusTopLeft,
  IconRadiusTopRight,
  IconStar,
} from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignNode } from '#shared/design/schema.ts';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };
const hasCorners = ({ type }: DesignNode): boolean => type === 'rectangle';
const isPolygon = ({ type }: DesignNode): boolean => type === 'polygon';

/** Corners of rectangles, together or each on its own. */
function Radii() {
  const { t } = useWords();
  const { leaves, shared, set, disabled } = useLayerFields();
  if (!leaves.some(hasCorners)) return null;
  const radius = shared<number>('radius', undefined, hasCorners) ?? null;
  const radii = shared<readonly number[] | null>('radii', null, hasCorners);
  const apart = leaves.some((leaf) => leaf.type === 'rectangle' && leaf.radii !== undefined);
  const corners = [
    { label: t('design-paint.top-left'), mark: <IconRadiusTopLeft {...icon} /> },
    { label: t('design-paint.top-right'), mark: <IconRadiusTopRight {...icon} /> },
    { label: t('design-paint.bottom-right'), mark: <IconRadiusBottomRight {...icon} /> },
    { label: t('design-paint.bottom-left'), mark: <IconRadiusBottomLeft {...icon} /> },
  ];
  const each = (place: number, value: number): void => {
    const now = radii ?? [radius ?? 0, radius ?? 0, radius ?? 0, radius ?? 0];
    set({ radii: now.map((old, index) => (index === place ? value : old)) }, hasCorners);
  };
  // Around the box as one sees it: bottom left stands under top left.
  const shown = [0, 1, 3, 2];
  return (
    <>
      <div className={styles.row}>
        <div className={styles.grow}>
          <NumberField
            label={t('design.radius')}
            mark={<IconRadiusTopLeft {...icon} />}
            unit="px"
            value={apart ? null : radius}
            min={0}
            max={1_000_000}
            disabled={disabled}
            onChange={(next) => set({ radius: next, radii: undefined }, hasCorners)}
          />
        </div>
        <ActionIcon
          aria-label={t('design-paint.each-corner')}
          title={t('design-paint.each-corner')}
          aria-pressed={apart}
          variant={apart ? 'light' : 'subtle'}
          disabled={disabled}
          onClick={() =>
            set(
              apart
                ? { radii: undefined, radius: radii?.[0] ?? radius ?? 0 }
                : { radii: [radius ?? 0, radius ?? 0, radius ?? 0, radius ?? 0] },
              hasCorners,
            )
          }
        >
          <IconBorderCorners {...icon} />
        </ActionIcon>
      </div>
      {apart && (
        <div className={styles.pair}>
          {shown.map((place) => (
            <NumberField
              key={place}
              label={corners[place]?.label ?? ''}
              mark={corners[place]?.mark}
              unit="px"
              value={radii?.[place] ?? null}
              min={0}
              max={1_000_000}
              disabled={disabled}
              onChange={(value) => each(place, value)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Sides, points and rounding of polygons and stars. */
function Polygon() {
  const { t } = useWords();
  const { leaves, shared, set, disabled } = useLayerFields();
  if (!leaves.some(isPolygon)) return null;
  const inset = shared<number | null>('inset', undefined, isPolygon);
  const star = leaves.some((leaf) => leaf.type === 'polygon' && leaf.inset !== null);
  return (
    <>
      <div className={styles.pair}>
        <NumberField
          label={star ? t('design-paint.points') : t('design-paint.sides')}
          mark={star ? <IconStar {...icon} /> : <IconHexagon {...icon} />}
          value={shared<number>('sides', undefined, isPolygon) ?? null}
          min={3}
          max={60}
          disabled={disabled}
          onChange={(sides) => set({ sides: Math.round(sides) }, isPolygon)}
        />
        <NumberField
          label={t('design.radius')}
          mark={<IconRadiusTopLeft {...icon} />}
          unit="px"
          value={shared<number>('radius', undefined, isPolygon) ?? null}
          min={0}
          max={1_000_000}
          disabled={disabled}
          onChange={(radius) => set({ radius }, isPolygon)}
        />
      </div>
      <div className={styles.pair}>
        <Checkbox
          label={t('design-paint.star')}
          disabled={disabled}
          checked={star}
          onChange={(event) => set({ inset: event.currentTarget.checked ? 0.5 : null }, isPolygon)}
        />
        {star && (
          <NumberField
            label={t('design-paint.inset')}
            mark={<IconStar {...icon} />}
            unit="%"
            value={typeof inset === 'number' ? Math.round(inset * 100) : null}
            min={5}
            max={100}
            disabled={disabled}
            onChange={(share) => set({ inset: share / 100 }, isPolygon)}
          />
        )}
      </div>
    </>
  );
}

/** What is said about the corners of the chosen shapes. */
export function CornerFields() {
  return (
    <>
      <Radii />
      <Polygon />
    </>
  );
}
