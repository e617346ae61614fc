import { useEffect, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import classes from './history.module.css';

interface Piece {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/** Milliseconds that comparing may take; texts that share nothing are then shown one after the other. */
const patience = 300;

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): Piece['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same';

const textOf = (pieces: readonly Piece[], left: Piece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

async function compare(before: string, after: string, locale: string): Promise<Piece[]> {
  const { diffArrays, diffWords } = await import('diff');
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = diffWords(before, after, { intlSegmenter, timeout: patience });
  const pieces = words?.map((change) => ({ text: change.value, kind: kindOf(change) }));
  if (pieces && textOf(pieces, 'added') === before && textOf(pieces, 'removed') === after) return pieces;
  // Blanks do not count between words: where they changed, they are compared too.
  const wordsOf = (text: string): string[] => [...intlSegmenter.segment(text)].map(({ segment }) => segment);
  const changes = words && diffArrays(wordsOf(before), wordsOf(after), { timeout: patience });
  return changes
    ? changes.map((change) => ({ text: change.value.join(''), kind: kindOf(change) }))
    : [
        { text: before, kind: 'removed' },
        { text: after, kind: 'added' },
      ];
}

/** Letters of unchanged text that stay in sight around a change. */
const around = 60;

/** Two texts with what was taken out struck through and what came in marked; long unchanged parts fold. */
export function WordDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const { t, locale } = useWords();
  const [pieces, setPieces] = useState<Piece[] | null>(null);
  useEffect(() => {
    let wanted = true;
    compare(before, after, locale).then(
      (found) => wanted && setPieces(found),
      () => wanted && setPieces([]),
    );
    return () => {
      wanted = false;
    };
  }, [before, after, locale]);
  const unchanged = before === after;
  return (
    <section className={classes['diff']} aria-label={label}>
      <h4>{label}</h4>
      {unchanged ? (
        <p className={classes['about']}>{t('history.unchanged')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long comparison is scrolled by keys
        <p className={classes['diffText']} tabIndex={0}>
          {pieces?.map((piece, index) => {
            const key = `${index} ${piece.kind}`;
            if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
            if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
            const long = piece.text.length > around * 3;
            return (
              <span key={key}>
                {long ? `${piece.text.slice(0, around)} … ${piece.text.slice(-around)}` : piece.text}
              </span>
            );
          })}
        </p>
      )}
    </section>
  );
}
