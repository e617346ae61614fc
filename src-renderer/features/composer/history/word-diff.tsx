import { useEffect, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import classes from './history.module.css';

interface Piece {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/** Milliseconds that comparing may take; texts that share nothing are then shown one after the other. */
const patience = 300;

async function compare(before: string, after: string, locale: string): Promise<Piece[]> {
  const { diffWords } = await import('diff');
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const changes = diffWords(before, after, { intlSegmenter, timeout: patience });
  if (!changes)
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ];
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
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
        <p className={classes['diffText']}>
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
