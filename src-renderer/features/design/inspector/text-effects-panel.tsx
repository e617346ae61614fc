import { ActionIcon, Slider, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconBorderOuter, IconBorderRadius, IconBoxPadding } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import type { TextEffect } from '../text-editing/text-effects.ts';
import { textEffects, withEffect } from '../text-editing/text-effects.ts';
import type { TextFields } from '../text-editing/use-text-fields.ts';
import { sharedBy } from '../text-editing/use-text-fields.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import own from './text-panel.module.css';

const icon = { size: 16, stroke: 1.5 };
/** px of the pages that the tiles are painted from. */
const tile = { width: 150, height: 104 };
/** CSS px. */
const shownTile = { width: 75, height: 52 };

/** The Han character “zi” and two letters: a sample of scripts, not words, so it is never translated. */
const sample = '\u5b57 Aa';

/** Paper that shows an effect best. */
const papers: Partial<Record<TextEffect, string>> = { neon: '#1b1424', glass: '#6d8aa8', sticker: '#cfd8dc' };

/** An effect on two letters of the chosen font, painted by the engine that paints the design. */
const EffectTile = memo(function EffectTile({ effect, family }: { effect: TextEffect; family: string }) {
  const body = useMemo(() => {
    const pageId = 'page-1';
    const blank = emptyDesign(tile.width, tile.height, pageId);
    const page = blank.pages[pageId];
    const node: TextNode = {
      ...textDefaults,
      id: 'sample',
      pageId,
      order: 'a0',
      text: sample,
      fontFamily: family,
      fontWeight: 700,
      fontSize: 52,
      lineHeight: 1.3,
      align: 'center',
      verticalAlign: 'middle',
      sizing: 'fixed',
      width: tile.width,
      height: tile.height,
    };
    return {
      ...blank,
      pages: page ? { [pageId]: { ...page, background: papers[effect] ?? '#f3f0e9' } } : blank.pages,
      nodes: { sample: withEffect(node, effect) },
    };
  }, [effect, family]);
  return <PagePainting body={body} pageId="page-1" largest={shownTile} className={own.tilePicture ?? ''} />;
});

/** Ready-made effects, curve, outline and marker of whole texts. */
export function TextEffectsPanel({ fields }: { fields: TextFields }) {
  const { t } = useWords();
  const { texts, disabled, change } = fields;
  const words: Record<TextEffect, string> = {
    plain: t('design-text.effect-plain'),
    outline: t('design-text.effect-outline'),
    hollow: t('design-text.effect-hollow'),
    sticker: t('design-text.effect-sticker'),
    lifted: t('design-text.effect-lifted'),
    'hard-shadow': t('design-text.effect-hard-shadow'),
    neon: t('design-text.effect-neon'),
    marker: t('design-text.effect-marker'),
    label: t('design-text.effect-label'),
    sunrise: t('design-text.effect-sunrise'),
    gold: t('design-text.effect-gold'),
    glass: t('design-text.effect-glass'),
  };
  const family = texts[0]?.fontFamily ?? textDefaults.fontFamily;
  const bend = sharedBy(texts, (node) => (node.path?.kind === 'arc' ? node.path.bend : 0));
  const outline = sharedBy(texts, (node) => node.outline ?? null);
  const highlight = sharedBy(texts, (node) => node.highlight ?? null);
  const em = (share: number): number => Math.max(1, Math.round((texts[0]?.fontSize ?? 48) * share));
  const setBend = (next: number): void =>
    change('bend', (node) => ({ ...node, path: next === 0 ? null : { kind: 'arc', bend: next } }));
  const setOutline = (next: TextNode['outline']): void =>
    change('outline', (node) => ({ ...node, outline: next ?? null }));
  const setHighlight = (next: TextNode['highlight']): void =>
    change('highlight', (node) => ({ ...node, highlight: next ?? null }));
  return (
    <Panel title={t('design-text.effects')} remember="design.text-effects">
      <div className={own.tiles} role="group" aria-label={t('design-text.effects')}>
        {textEffects.map((effect) => (
          <UnstyledButton
            key={effect}
            className={own.tile ?? ''}
            disabled={disabled}
            onClick={() => change('effect', (node) => withEffect(node, effect))}
          >
            <EffectTile effect={effect} family={family} />
            <span>{words[effect]}</span>
          </UnstyledButton>
        ))}
      </div>
      <div className={own.curve}>
        <span className={styles.label}>{t('design-text.curve')}</span>
        <Slider
          className={styles.grow ?? ''}
          size="sm"
          aria-label={t('design-text.curve')}
          thumbLabel={t('design-text.curve')}
          label={(value) => String(value)}
          min={-100}
          max={100}
          startPointValue={0}
          disabled={disabled}
          value={bend ?? 0}
          onChange={setBend}
        />
        <ActionIcon
          aria-label={t('design-text.straight')}
          title={t('design-text.straight')}
          disabled={disabled || bend === 0}
          onClick={() => setBend(0)}
        >
          <IconArrowBackUp size={14} stroke={1.5} />
        </ActionIcon>
      </div>
      <FillField
        allow="colour"
        label={t('design-text.outline')}
        value={outline?.colour ?? null}
        mixed={outline === undefined}
        disabled={disabled}
        onChange={(colour) => setOutline({ colour, width: outline?.width ?? em(0.05) })}
        onClear={() => setOutline(null)}
      />
      {outline && (
        <NumberField
          label={t('design-text.outline-width')}
          mark={<IconBorderOuter {...icon} />}
          unit="px"
          value={outline.width}
          min={0}
          max={1000}
          step={0.5}
          disabled={disabled}
          onChange={(width) => setOutline({ ...outline, width })}
        />
      )}
      <FillField
        allow="colour"
        label={t('design-text.marker')}
        value={highlight?.colour ?? null}
        mixed={highlight === undefined}
        disabled={disabled}
        onChange={(colour) => setHighlight({ padding: em(0.06), radius: em(0.04), ...highlight, colour })}
        onClear={() => setHighlight(null)}
      />
      {highlight && (
        <div className={styles.pair}>
          <NumberField
            label={t('design-text.marker-padding')}
            mark={<IconBoxPadding {...icon} />}
            unit="px"
            value={highlight.padding}
            min={0}
            max={1000}
            disabled={disabled}
            onChange={(padding) => setHighlight({ ...highlight, padding })}
          />
          <NumberField
            label={t('design-text.marker-radius')}
            mark={<IconBorderRadius {...icon} />}
            unit="px"
            value={highlight.radius}
            min={0}
            max={1000}
            disabled={disabled}
            onChange={(radius) => setHighlight({ ...highlight, radius })}
          />
        </div>
      )}
    </Panel>
  );
}
