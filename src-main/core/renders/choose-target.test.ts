import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { renderFileTypes, renderWantedSchema } from '#shared/contract/renders.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import { chooseTarget } from './choose-target.ts';
import type { EditFacts } from './edit-facts.ts';
import { outlookOf } from './outlook.ts';

const pack = readShippedPack();
const videoFormats = pack.platforms
  .flatMap((platform) => platform.formats.map((format) => `${platform.id}/${format.id}`))
  .filter((name) => formatProfile(pack, name).video !== null);

const edit = (more: Partial<ClipEdit> = {}): ClipEdit => ({
  segments: [{ id: 'a', kind: 'clip', source: 's', from: 0, to: 10 }],
  ...more,
});
const facts: EditFacts = { width: 1920, height: 1080, fps: 30, duration: 10, hasAudio: true };

function choose(wanted: object, more: { facts?: Partial<EditFacts>; edit?: Partial<ClipEdit> } = {}) {
  const all = renderWantedSchema.parse({ format: null, ...wanted });
  const profile = all.format === null ? null : formatProfile(pack, all.format);
  return chooseTarget(edit(more.edit), { ...facts, ...more.facts }, all, profile);
}

describe('the target of a render', () => {
  it('is the clip’s own frame, smaller where that is wanted, never larger', () => {
    expect(choose({}).target).toMatchObject({ width: 1920, height: 1080, kind: 'mp4', codec: 'h264' });
    expect(choose({ maxSide: 640 }).target).toMatchObject({ width: 640, height: 360 });
    expect(choose({ maxSide: 8000 }).target).toMatchObject({ width: 1920, height: 1080 });
    expect(choose({ type: 'webm' }).target).toMatchObject({ kind: 'webm', codec: 'vp9' });
    expect(choose({ maxFps: 24 }).notes[0]?.en).toBe('Fewer frames: 24 a second instead of 30.');
  });

  it('cuts nothing off in another shape, unless the clip says how it is filled', () => {
    const reel = { format: 'instagram/reel' };
    expect(choose(reel).target).toMatchObject({ width: 1080, height: 1920, fit: 'blur' });
    expect(choose(reel, { edit: { fit: 'crop' } }).target.fit).toBeUndefined();
    const focus = [{ at: 0, x: 0.3, y: 0.5 }];
    const segments: ClipEdit['segments'] = [
      { id: 'a', kind: 'clip', source: 's', from: 0, to: 10, picture: { focus } },
    ];
    expect(choose(reel, { edit: { segments } }).target.fit).toBeUndefined();
    expect(choose(reel, { facts: { width: 1080, height: 1920 } }).target.fit).toBeUndefined();
  });

  it('says what the limits do: cut, too short, silent', () => {
    const long = choose({ format: 'instagram/reel' }, { facts: { duration: 2000 } });
    expect(long.duration).toBe(900);
    expect(long.notes.map(({ en }) => en)).toContain('Cut at 900 s: the platform takes no longer clips.');
    const short = choose({ format: 'instagram/reel' }, { facts: { duration: 1 } });
    expect(short.notes.some(({ en }) => en.startsWith('Too short'))).toBe(true);
    expect(choose({ type: 'gif' }).notes.map(({ en }) => en)).toContain('Moving pictures have no sound.');
  });

  it('refuses an empty clip and a format without video', () => {
    expect(() => choose({}, { edit: { segments: [] } })).toThrow(/empty/);
    const still = pack.platforms
      .flatMap((platform) => platform.formats.map((format) => `${platform.id}/${format.id}`))
      .find((name) => formatProfile(pack, name).video === null);
    expect(() => choose({ format: still })).toThrow(/shows no video/);
  });

  it('keeps every limit of every format, with even sides, whatever the clip', () => {
    const clip = fc.record({
      width: fc.integer({ min: 16, max: 8192 }),
      height: fc.integer({ min: 16, max: 8192 }),
      fps: fc.constantFrom(12, 24, 25, 29.97, 30, 50, 60, 120),
      duration: fc.double({ min: 0.05, max: 40_000, noNaN: true }),
      hasAudio: fc.boolean(),
    });
    const format = fc.constantFrom(...videoFormats);
    fc.assert(
      fc.property(clip, format, fc.constantFrom(...renderFileTypes), (some, name, type) => {
        const chosen = choose({ format: name, type }, { facts: some });
        const { target } = chosen;
        const video = formatProfile(pack, name).video;
        expect([target.width % 2, target.height % 2]).toEqual([0, 0]);
        expect(chosen.duration).toBeLessThanOrEqual(video?.maxDuration?.value ?? some.duration);
        expect(chosen.fps).toBeLessThanOrEqual(video?.maxFps?.value ?? some.fps);
        if (type !== 'gif' && type !== 'webp') expect(target.maxBytes).toBe(video?.maxBytes?.value);
        const outlook = outlookOf(chosen, some.hasAudio, []);
        expect(outlook.bytes).toBeLessThanOrEqual(target.maxBytes ?? Number.POSITIVE_INFINITY);
        expect(outlook.seconds).toBeNull();
      }),
    );
  });
});
