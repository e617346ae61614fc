/** An object of a PDF that is written anew. */
export interface NewObject {
  id: number;
  /** Everything between `obj` and `endobj`. */
  content: Buffer;
}

/** The number of objects and the root of a file, and where its last table of them starts. */
function trailerOf(text: string): { fields: string; start: string } {
  const trailers = [...text.matchAll(/trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF/g)];
  const [, fields, start] = trailers.at(-1) ?? [];
  if (fields === undefined || start === undefined) throw new Error('The PDF has no plain trailer.');
  return { fields, start };
}

/**
 * Replaces objects of a PDF by the format's own incremental update (ISO 32000-1, 7.5.6): they are written
 * behind its end, so that nothing before them moves.
 */
export function appendObjects(pdf: Buffer, objects: readonly NewObject[]): Buffer {
  if (objects.length === 0) return pdf;
  const { fields, start } = trailerOf(pdf.toString('latin1'));
  const parts: Buffer[] = [pdf];
  let length = pdf.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  if (pdf.at(-1) !== 10) add(Buffer.from('\n'));
  const entries: string[] = [];
  for (const { id, content } of objects.toSorted((one, other) => one.id - other.id)) {
    entries.push(`${id} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    add(Buffer.from(`${id} 0 obj\n`));
    add(content);
    add(Buffer.from('\nendobj\n'));
  }
  const kept = fields.replace(/\/Prev \d+/, '').trimEnd();
  const table = `xref\n${entries.join('')}trailer\n<<${kept}\n/Prev ${start}>>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(table, 'latin1'));
  return Buffer.concat(parts);
}
