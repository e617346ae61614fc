/** 64 bits of a text as hexadecimal (two rounds of a multiplying hash): tells rows apart, keeps no secret. */
export function hashText(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return [other, one].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * Names the posts of one import so that the next import of the file finds them: by the id that the file gives, else by
 * the words; of equal ones by their turn. The time is left out, so that a moved row moves its post.
 */
export function createOrigins(preset: string): (id: string, words: string) => string {
  const seen = new Map<string, number>();
  return (id, words) => {
    const key = id !== '' ? `id-${hashText(id)}` : hashText(words);
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    return `import:${preset}:${key}${turn === 1 ? '' : `-${turn}`}`;
  };
}
