/** `[^…]` with a line end among what it leaves out. */
const boundedClass = /\[\^(?:\\.|[^\]\\])*\]/gu;
/** What may match a line end, ask for the ends of the text, or change what other signs mean. */
const mayLeaveLine = /\[\^|[\^$]|\\[^-bdw.*+?()[\]{}|/,:]|\(\?(?:[a-z-]|<[^=!])|\p{Cc}/u;

/**
 * True where a pattern surely finds in every line by itself just what it finds in the whole text: it can neither match
 * a line end nor ask whether there is one. Where in doubt false.
 * @param source of an expression with the flags `giu`
 */
export function staysInLine(source: string): boolean {
  const bare = source
    .replaceAll('\\\\', '')
    .replaceAll(boundedClass, (negated) => (negated.includes('\\n') ? '' : negated))
    .replaceAll(/\\[$^]/gu, '');
  return !mayLeaveLine.test(bare);
}
