import { UnstyledButton } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { emptyDesign } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import { useBrand } from '#renderer/ui/fonts/brand.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import type { TextPreset } from '../session/new-layers.ts';
import { addText } from '../session/new-layers.ts';
import type { CombinationId, CombinationWords } from '../session/text-combinations.ts';
import {
  addCombination,
  combinationTexts,
  combinations,
  familiesOfCombination,
} from '../session/text-combinations.ts';
import styles from './drawer.module.css';

/** px of the pages that tiles are painted from, and CSS px of the largest tile. */
const tile = { width: 360, height: 170, headline: 64 };
const shownTile = { width: 180, height: 85 };

/** A combination in the middle of a sheet of its own, as small as it takes to stand on it. */
function tileBody(id: CombinationId, words: CombinationWords): DesignBody {
  const pageId = 'page-1';
  const fits = (size: number) => {
    const texts = combinationTexts(id, words, size, 'token:ink');
    const width = Math.max(...texts.map((text) => text.width));
    const height = Math.max(...texts.map((text) => text.y + text.height));
    return { texts, width, height };
  };
  const first = fits(tile.headline);
  const scale = Math.min(1, (tile.width * 0.86) / first.width, (tile.height * 0.8) / first.height);
  const { texts, width, height } = scale === 1 ? first : fits(tile.headline * scale);
  const blank = emptyDesign(tile.width, tile.height, pageId);
  const page = blank.pages[pageId];
  const nodes = texts.map((text, index) => ({
    ...text,
    pageId,
    order: `a${index}`,
    x: text.x + (tile.width - width) / 2,
    y: text.y + (tile.height - height) / 2,
  }));
  return {
    ...blank,
    pages: page ? { [pageId]: { ...page, background: '#f3f0e9' } } : blank.pages,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

const CombinationTile = memo(function CombinationTile({
  id,
  words,
}: {
  id: CombinationId;
  words: CombinationWords;
}) {
  const brand = useBrand();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let shown = true;
    loadFamilies(familiesOfCombination(id)).then(() => shown && setReady(true), notifyFailure);
    return () => {
      shown = false;
    };
  }, [id, brand]);
  const { headline, subline } = words;
  const body = useMemo(
    () => (ready && brand ? tileBody(id, { headline, subline }) : null),
    [ready, brand, id, headline, subline],
  );
  return (
    <span className={styles.sheet}>
      {body && (
        <PagePainting body={body} pageId="page-1" largest={shownTile} className={styles.sheetPicture ?? ''} />
      )}
    </span>
  );
});

/** Plain texts of three sizes, and headlines with a line that goes with them. */
export function TextShelf() {
  const { t } = useWords();
  const { store } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const presets: { preset: TextPreset; name: string; sample: string }[] = [
    { preset: 'heading', name: t('design.heading'), sample: t('design.sample-heading') },
    { preset: 'subheading', name: t('design.subheading'), sample: t('design.sample-subheading') },
    { preset: 'body', name: t('design.body'), sample: t('design.sample-body') },
  ];
  const words: Record<CombinationId, CombinationWords> = {
    launch: { headline: t('design-text.pair-launch'), subline: t('design-text.pair-launch-line') },
    sale: { headline: t('design-text.pair-sale'), subline: t('design-text.pair-sale-line') },
    marker: { headline: t('design-text.pair-marker'), subline: t('design-text.pair-marker-line') },
    quote: { headline: t('design-text.pair-quote'), subline: t('design-text.pair-quote-line') },
    issue: { headline: t('design-text.pair-issue'), subline: t('design-text.pair-issue-line') },
    gold: { headline: t('design-text.pair-gold'), subline: t('design-text.pair-gold-line') },
    sunrise: { headline: t('design-text.pair-sunrise'), subline: t('design-text.pair-sunrise-line') },
    sticker: { headline: t('design-text.pair-sticker'), subline: t('design-text.pair-sticker-line') },
  };
  return (
    <div className={styles.stack}>
      {presets.map(({ preset, name, sample }) => (
        <UnstyledButton
          key={preset}
          className={styles.preset ?? ''}
          data-preset={preset}
          disabled={readOnly}
          onClick={() => store.edit(addText(store, preset, sample))}
        >
          {name}
        </UnstyledButton>
      ))}
      <h4 className={styles.caption}>{t('design-text.pairs')}</h4>
      {(Object.keys(combinations) as CombinationId[]).map((id) => (
        <UnstyledButton
          key={id}
          className={styles.pairTile ?? ''}
          aria-label={`${words[id].headline} / ${words[id].subline}`}
          disabled={readOnly}
          onClick={() => void addCombination(store, id, words[id], words[id].headline).catch(notifyFailure)}
        >
          <CombinationTile id={id} words={words[id]} />
        </UnstyledButton>
      ))}
    </div>
  );
}
