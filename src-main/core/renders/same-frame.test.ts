import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { noInsets } from '#shared/clip/captions/layout-cue.ts';
import { frameOfEdit } from '#shared/clip/render/frame-size.ts';
import { safeInsets, safeZoneOf } from '#shared/clip/render/safe-zone.ts';
import { renderWantedSchema } from '#shared/contract/renders.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import { chooseTarget } from './choose-target.ts';
import { factsOfEdit } from './edit-facts.ts';
import type { EditWorld, SourceFacts } from './edit-world.ts';

const pack = readShippedPack();
const videoFormats = pack.platforms
  .flatMap((platform) => platform.formats.map((format) => `${platform.id}/${format.id}`))
  .filter((name) => formatProfile(pack, name).video !== null);
const wanted = renderWantedSchema.parse({ format: null });

function worldOf(size: { width: number; height: number }): EditWorld {
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const facts: SourceFacts = { kind: 'video', name: '', ...size, duration: 9, fps: 30, hasAudio: false };
  return { facts: () => facts, fileOf: unused, design: unused, lutFile: unused, look: {}, kept: null };
}

const segments: ClipEdit['segments'] = [{ id: 'a', kind: 'clip', source: 's', from: 0, to: 9 }];
const side = fc.integer({ min: 16, max: 5000 });
const size = fc.record({ width: side, height: side });

describe('the stage and the render', () => {
  it('have one frame and keep captions out of the same edges, whatever a clip is drawn for', () => {
    const format = fc.constantFrom('', 'gone/format', ...videoFormats);
    fc.assert(
      fc.property(size, fc.option(fc.tuple(size, format)), (recording, frame) => {
        const edit: ClipEdit = frame ? { segments, frame: { ...frame[0], format: frame[1] } } : { segments };
        const world = worldOf(recording);
        const { target } = chooseTarget(edit, factsOfEdit(edit, world), wanted, null);
        // What the window asks for: `frameSize` and `useSafeZone`.
        const shown = frameOfEdit(edit, () => recording);
        expect(shown).toEqual({ width: target.width, height: target.height });
        expect(safeZoneOf(pack, edit, null, shown) ?? noInsets).toEqual(safeInsets(pack, edit, null, target));
      }),
    );
  });

  it('keep the edges of a format free when it is what the clip is drawn for and rendered for', () => {
    let stated = 0;
    for (const format of videoFormats) {
      const profile = formatProfile(pack, format);
      const { width = 0, height = 0 } = profile.video?.primary.value ?? {};
      const edit: ClipEdit = { segments, frame: { width, height, format } };
      const shown = frameOfEdit(edit, () => null);
      const { target } = chooseTarget(
        edit,
        factsOfEdit(edit, worldOf(shown)),
        { ...wanted, format },
        profile,
      );
      expect(target).toMatchObject(shown);
      const insets = safeInsets(pack, edit, profile, target);
      expect(safeZoneOf(pack, edit, null, shown) ?? noInsets).toEqual(insets);
      if (insets.bottom > 0) stated += 1;
    }
    expect(stated).toBeGreaterThan(3);
  });
});
