import { createStore } from '../session/selection.ts';

/** What the sound panel was asked to open; it may not be on screen yet. */
export type SoundRequest = 'music' | 'replace' | 'voice' | 'pauses';

/** null: nothing is open. */
export const soundRequest = createStore<SoundRequest | null>(null);
