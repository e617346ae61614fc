import { useEffect, useReducer, useState } from 'react';
import { createDesignPages, type DesignPages } from './design-pages.ts';

/** A book of pages of its own; draws again when something was learnt. */
export function useDesignPages(): DesignPages {
  const [book] = useState(createDesignPages);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    book.open();
    const stop = book.subscribe(draw);
    return () => {
      stop();
      book.close();
    };
  }, [book]);
  return book;
}
