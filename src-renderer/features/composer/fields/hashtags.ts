/** Typed or pasted tags without their signs, empty and repeated ones left out, in order. */
export function hashtagsOf(values: readonly string[]): string[] {
  const words = values.flatMap((value) => value.split(/[#＃,，、\s]+/)).filter((word) => word !== '');
  return [...new Set(words)];
}
