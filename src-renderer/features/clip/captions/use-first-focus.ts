import { type RefObject, useEffect, useRef } from 'react';

/** For the field of a form that has just been opened: it takes the focus once. */
export function useFirstFocus<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
