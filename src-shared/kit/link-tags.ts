import type { KitBody } from './schema.ts';

/** What a link is tagged with, by the names of the placeholders in a template. */
export interface LinkContext {
  platform: string;
  format: string;
  account: string;
  campaign: string;
  title: string;
  /** `YYYY-MM-DD`; '' where the post has no time. */
  date: string;
}

const parts = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/**
 * A word for an address that reports keep together: small letters, one hyphen for every gap. Letters of all scripts
 * stay; the address writes them as percent codes.
 */
export function tagWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._~-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The values of a template for one target; an empty one is left out. `{platform}` … are filled in. */
export function linkTags(template: KitBody<'utm'>, context: LinkContext): Record<string, string> {
  const filled = parts.map((part) => {
    const text = template[part].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in context ? context[name as keyof LinkContext] : whole,
    );
    return [`utm_${part}`, tagWord(text)] as const;
  });
  return Object.fromEntries(filled.filter(([, value]) => value !== ''));
}

/**
 * The address with these tags: other parameters and the part after `#` stay, tags of the same name are replaced, all
 * other `utm_…` are taken out. An address that is none comes back as it is.
 */
export function tagLink(link: string, tags: Readonly<Record<string, string>>): string {
  if (!URL.canParse(link.trim())) return link;
  const url = new URL(link.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return link;
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(tags)) url.searchParams.set(name, value);
  return url.href;
}
