import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

/** Places of the frame that a screen fills: the frame draws the empty places, a screen portals into them. */
export const slotNames = [
  'topbar-title',
  'topbar-actions',
  'inspector',
  'status-left',
  'status-right',
] as const;
export type SlotName = (typeof slotNames)[number];

type Places = Partial<Record<SlotName, HTMLElement | null>>;
const PlacesContext = createContext<{
  places: Places;
  setPlace(name: SlotName, element: HTMLElement | null): void;
} | null>(null);

export function SlotProvider({ children }: { children: ReactNode }) {
  const [places, setPlaces] = useState<Places>({});
  const [setPlace] = useState(
    () => (name: SlotName, element: HTMLElement | null) =>
      setPlaces((before) => (before[name] === element ? before : { ...before, [name]: element })),
  );
  return <PlacesContext.Provider value={{ places, setPlace }}>{children}</PlacesContext.Provider>;
}

/** The ref with which the frame marks where a slot is. */
export function useSlotPlace(name: SlotName): (element: HTMLElement | null) => void {
  const context = useContext(PlacesContext);
  const setPlace = context?.setPlace;
  const [ref] = useState(() => (element: HTMLElement | null) => setPlace?.(name, element));
  return ref;
}

/** What a screen puts into a place of the frame. */
export function Slot({ name, children }: { name: SlotName; children: ReactNode }) {
  const place = useContext(PlacesContext)?.places[name];
  return place ? createPortal(children, place) : null;
}
