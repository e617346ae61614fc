import { mediaUrl } from '#renderer/bridge/client.ts';
import { type Cube, parseCube } from '#shared/clip/cube.ts';

/** Look-up tables of the workspace, each read once. */
export interface LutBook {
  /** null until it is there, and for one that is gone: the picture is shown without it then, as in the render. */
  get(id: string): Cube | null;
  close(): void;
}

export function createLutBook(onArrived: () => void): LutBook {
  const tables = new Map<string, Cube | null>();
  let open = true;
  const load = async (id: string): Promise<void> => {
    const response = await fetch(mediaUrl(`lut/${id}`));
    if (!response.ok) return;
    tables.set(id, parseCube(await response.text()));
    if (open) onArrived();
  };
  return {
    get(id) {
      const known = tables.get(id);
      if (known === undefined) {
        tables.set(id, null);
        // Asked for again when the stage is opened again.
        load(id).catch(() => {});
      }
      return known ?? null;
    },
    close() {
      open = false;
    },
  };
}
