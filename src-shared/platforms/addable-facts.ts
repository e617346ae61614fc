import {
  type Fact,
  type FactGroup,
  type FactNode,
  type FactValue,
  isFact,
  ownSource,
  type PlatformFormat,
  type Unit,
} from './rule-pack.ts';

/** A limit that a format does not state yet, with the value that the form starts with. */
export interface AddableFact {
  /** As a `RuleChange` has it: `['text', 'fields', 'body', 'max']`. */
  path: string[];
  fact: Fact;
}

/** What the checks read of a part, in the order of the form; the values are only where a person starts. */
const starts: Record<'text' | 'image' | 'video' | 'other', Record<string, FactValue>> = {
  text: { max_hashtags: 10, max_hashtag_length: 20, max_mentions: 10, max_links: 1 },
  image: { max_count: 9, min_count: 1, max_bytes: 10 * 1024 ** 2, formats: ['jpg', 'png'], max_side: 4096 },
  video: {
    max_count: 1,
    max_bytes: 1024 ** 3,
    min_duration_s: 3,
    max_duration_s: 600,
    max_fps: 60,
    formats: ['mp4'],
    codecs: ['h264'],
    max_bitrate_kbps: 10_000,
  },
  other: { schedule_min_s: 3600, schedule_max_s: 30 * 86_400 },
};
const fieldStarts: Record<string, FactValue> = { max: 1000, min: 1, required: true };

function addable(path: string[], value: FactValue, unit?: Unit): AddableFact {
  return { path, fact: { value, source: ownSource, confidence: 'user', ...(unit ? { unit } : {}) } };
}

/** A field is counted in one unit: the one that its other limits name, else what a reader calls a character. */
function unitOf(field: FactGroup): Unit {
  const stated = Object.values(field).find((node): node is Fact => isFact(node) && node.unit !== undefined);
  return stated?.unit ?? 'grapheme';
}

function missing(group: FactGroup, wanted: Record<string, FactValue>): [string, FactValue][] {
  return Object.entries(wanted).filter(([key]) => group[key] === undefined);
}

/**
 * Limits that can be added to a format: those that the checks know and the pack does not state. Pictures and
 * recordings only where the format takes any.
 */
export function addableFacts(format: PlatformFormat): AddableFact[] {
  const fields = format.text.fields.flatMap((field) =>
    missing(field, fieldStarts).map(([key, value]) =>
      addable(['text', 'fields', field.id, key], value, key === 'required' ? undefined : unitOf(field)),
    ),
  );
  const { image, video, other = {} } = format;
  const groups = { text: format.text, image, video, other } satisfies Record<string, FactGroup | undefined>;
  const limits = (['text', 'image', 'video', 'other'] as const).flatMap((part) => {
    const group = groups[part];
    return group ? missing(group, starts[part]).map(([key, value]) => addable([part, key], value)) : [];
  });
  return [...fields, ...limits];
}

/** The limit that can be added at `path`, or null. */
export function addableAt(format: PlatformFormat, path: readonly string[]): Fact | null {
  const wanted = path.join('/');
  return addableFacts(format).find((each) => each.path.join('/') === wanted)?.fact ?? null;
}

/** The format with a fact that it did not have; `path` is one of `addableFacts`. */
export function withAdded(format: PlatformFormat, path: readonly string[], fact: Fact): PlatformFormat {
  const [part, key, id, inField] = path;
  if (part === 'text' && key === 'fields' && inField !== undefined) {
    const fields = format.text.fields.map((field) =>
      field.id === id ? { ...field, [inField]: fact satisfies FactNode } : field,
    );
    return { ...format, text: { ...format.text, fields } };
  }
  if (key === undefined) return format;
  if (part === 'text') return { ...format, text: { ...format.text, [key]: fact } };
  if (part === 'image' || part === 'video' || part === 'other') {
    return { ...format, [part]: { ...format[part], [key]: fact } };
  }
  return format;
}
