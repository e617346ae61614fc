/** How a picture of the library travels while it is dragged. */
export const assetDragType = 'application/x-galley-asset';
