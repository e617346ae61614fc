import { appendObjects } from '#main/media/painter/pdf/append.ts';

/** A page of the finished file, in points. */
export interface PageBox {
  width: number;
  height: number;
  /** How far the trimmed page lies inside; 0 without bleed. */
  bleed: number;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/**
 * Writes the exact size of each page and its trim box into a PDF: the library rounds pages to whole points
 * and knows no bleed. Every page gets the same boxes.
 */
export function setPageBoxes(pdf: Buffer, box: PageBox): Buffer {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/(?<=[\r\n])(\d+) 0 obj\s*(<<\/Type \/Page\s[\s\S]*?)\s*endobj/g)];
  const objects = pages.map(([, id, content = '']) => {
    const media = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(content);
    if (!media?.[2]) throw new Error('A page of the PDF has no size.');
    // The library measures from its rounded top edge downwards.
    const top = Number(media[2]);
    const bottom = top - box.height;
    const whole = [0, bottom, box.width, top].map(number).join(' ');
    const trim = [box.bleed, bottom + box.bleed, box.width - box.bleed, top - box.bleed];
    const printing = box.bleed > 0 ? `\n/BleedBox [${whole}]\n/TrimBox [${trim.map(number).join(' ')}]` : '';
    const changed = content.replace(media[0], `/MediaBox [${whole}]${printing}`);
    return { id: Number(id), content: Buffer.from(changed, 'latin1') };
  });
  return appendObjects(pdf, objects);
}
