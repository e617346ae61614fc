import { useWords } from '#renderer/ui/words.tsx';
import type { StickerId } from './stickers.ts';

/** What Galley's own shapes are called. */
export function useStickerWords(): Record<StickerId, string> {
  const { t } = useWords();
  return {
    heart: t('design-elements.heart'),
    speech: t('design-elements.speech'),
    bubble: t('design-elements.bubble'),
    cloud: t('design-elements.cloud'),
    ribbon: t('design-elements.ribbon'),
    banner: t('design-elements.banner'),
    bookmark: t('design-elements.bookmark'),
    'arrow-block': t('design-elements.arrow-block'),
    'arrow-both': t('design-elements.arrow-both'),
    chevron: t('design-elements.chevron'),
    'arrow-curved': t('design-elements.arrow-curved'),
    bolt: t('design-elements.bolt'),
    sparkle: t('design-elements.sparkle'),
    sparkles: t('design-elements.sparkles'),
    moon: t('design-elements.moon'),
    sun: t('design-elements.sun'),
    drop: t('design-elements.drop'),
    leaf: t('design-elements.leaf'),
    flower: t('design-elements.flower'),
    badge: t('design-elements.badge'),
    burst: t('design-elements.burst'),
    ticket: t('design-elements.ticket'),
    tag: t('design-elements.tag'),
    shield: t('design-elements.shield'),
    pin: t('design-elements.pin'),
    crown: t('design-elements.crown'),
    quote: t('design-elements.quote'),
    arch: t('design-elements.arch'),
    half: t('design-elements.half'),
    quarter: t('design-elements.quarter'),
    ring: t('design-elements.ring'),
    plus: t('design-elements.plus'),
    blob: t('design-elements.blob'),
    pebble: t('design-elements.pebble'),
    wave: t('design-elements.wave'),
    loop: t('design-elements.loop'),
    swash: t('design-elements.swash'),
    check: t('design-elements.check'),
    cross: t('design-elements.cross'),
  };
}
