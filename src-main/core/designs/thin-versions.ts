/** A kept state, as far as the choice of what to keep goes. */
interface Kept {
  id: string;
  /** '' for one that was kept by itself. */
  name: string;
  createdAt: string;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** States kept by themselves that are left in all. */
const mostAutomatic = 50;

/**
 * Ids of states that may go: of those kept by themselves all of the last hour stay, then the newest of each
 * hour for a day, then the newest of each day, 50 in all. Named ones always stay.
 * @param versions the newest first
 */
export function versionsToRemove(versions: readonly Kept[], now: Date): string[] {
  const gone: string[] = [];
  const taken = new Set<string>();
  let left = 0;
  for (const { id, name, createdAt } of versions) {
    if (name !== '') continue;
    const at = Date.parse(createdAt);
    const age = now.getTime() - at;
    const place =
      age < hour ? id : age < day ? `hour ${Math.floor(at / hour)}` : `day ${Math.floor(at / day)}`;
    if (taken.has(place) || left === mostAutomatic) gone.push(id);
    else {
      taken.add(place);
      left += 1;
    }
  }
  return gone;
}
