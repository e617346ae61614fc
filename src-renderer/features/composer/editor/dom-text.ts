/** The text in the element of a text node, which may lie in marks of its look. */
export function firstText(element: Node | null): Text | null {
  let node: Node | null = element;
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
