import type { Cube } from '#shared/clip/cube.ts';
import type { SegmentPicture } from '#shared/clip/edit/segment.ts';
import type { ColourLook } from '#shared/clip/render/colour-table.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { changesColour } from '#shared/design/images/colour-tables.ts';

/** Whether looks change the colours of a recording; what needs neighbouring pixels is left out, as in the render. */
function changesPicture(adjustments: Adjustments | undefined): adjustments is Adjustments {
  return adjustments !== undefined && changesColour(adjustments);
}

/** The colours of a segment's picture, null when none is changed. `table` answers null until a table is there. */
export function lookOf(
  picture: SegmentPicture | undefined,
  table: (id: string) => Cube | null,
): ColourLook | null {
  const own = picture?.lut ? table(picture.lut) : null;
  const adjustments = changesPicture(picture?.adjustments) ? picture.adjustments : null;
  return own || adjustments ? { adjustments, table: own } : null;
}
