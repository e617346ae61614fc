import { playability } from '#shared/clip/playability.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import { createClipEngine } from './engine.ts';
import { findTools, type ToolPlaces } from './tools.ts';

/**
 * The clip engine over tools that are looked for at first use (their self-test takes a few hundred milliseconds
 * that a start should not wait for) and again whenever the places to look in have changed.
 */
export function createLazyClipEngine(places: () => ToolPlaces): ClipEngine {
  let known: { key: string; engine: Promise<ClipEngine> } | null = null;
  const engine = (): Promise<ClipEngine> => {
    const present = places();
    const key = JSON.stringify(present);
    if (known?.key === key) return known.engine;
    const found = findTools(present).then(createClipEngine);
    known = { key, engine: found };
    // A tool that was missing may have been installed since.
    found.catch(() => {
      if (known?.engine === found) known = null;
    });
    return found;
  };
  return {
    probe: async (...words) => (await engine()).probe(...words),
    keyframes: async (...words) => (await engine()).keyframes(...words),
    cut: async (...words) => (await engine()).cut(...words),
    joinParts: async (...words) => (await engine()).joinParts(...words),
    frames: async (...words) => (await engine()).frames(...words),
    filmstrip: async (...words) => (await engine()).filmstrip(...words),
    poster: async (...words) => (await engine()).poster(...words),
    greyFrames: async (...words) => (await engine()).greyFrames(...words),
    waveform: async (...words) => (await engine()).waveform(...words),
    proxy: async (...words) => (await engine()).proxy(...words),
    remux: async (...words) => (await engine()).remux(...words),
    fit: async (...words) => (await engine()).fit(...words),
    decodeStill: async (...words) => (await engine()).decodeStill(...words),
    assemble: async (...words) => (await engine()).assemble(...words),
    renderEdit: async (...words) => (await engine()).renderEdit(...words),
    editFrame: async (...words) => (await engine()).editFrame(...words),
    animate: async (...words) => (await engine()).animate(...words),
    animateEdit: async (...words) => (await engine()).animateEdit(...words),
    detect: async (...words) => (await engine()).detect(...words),
    loudness: async (...words) => (await engine()).loudness(...words),
    editLoudness: async (...words) => (await engine()).editLoudness(...words),
    stream: async (...words) => (await engine()).stream(...words),
    playability,
  };
}
