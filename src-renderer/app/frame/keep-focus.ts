/**
 * Gives the focus back to where it was when what floated over it goes away. Mantine does so for what it closes itself,
 * but not for a dialog that is taken out of the page while open, nor for one that was opened from a menu.
 * Only looks at what floats (portals are children of the body), so typing costs nothing.
 * @returns stops it
 */
export function keepFocus(): () => void {
  let below: HTMLElement | null = null;
  let holder: Node | null = null;
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    holder = target;
    if (!target.closest('[data-portal]')) below = target;
  };
  const giveBack = (): void => {
    // Whoever closed it may put the focus somewhere by itself.
    requestAnimationFrame(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && below?.isConnected) below.focus({ preventScroll: true });
    });
  };
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) look(node);
    if (records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(holder))))
      giveBack();
  });
  const look = (node: Node): void => {
    if (node instanceof HTMLElement && node.dataset['portal'] !== undefined)
      watch.observe(node, { childList: true });
  };
  watch.observe(document.body, { childList: true });
  for (const node of document.body.children) look(node);
  document.addEventListener('focusin', remember);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', remember);
  };
}
