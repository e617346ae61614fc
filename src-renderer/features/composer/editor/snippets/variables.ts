/** What fills itself in, by the names it goes by in either language. */
export interface SnippetFacts {
  today: string;
  title: string;
  link: string;
}
const own: Record<string, keyof SnippetFacts> = {
  today: 'today',
  date: 'today',
  今天: 'today',
  日期: 'today',
  title: 'title',
  标题: 'title',
  link: 'link',
  链接: 'link',
};

const variable = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** Names that have to be asked for, each once, in their order. */
export function namesToAsk(text: string): string[] {
  const names = [...text.matchAll(variable)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !Object.hasOwn(own, name.toLowerCase()));
}

/** The text with every variable filled in; one without a value stays, so that nothing goes out half-filled unseen. */
export function filled(text: string, values: ReadonlyMap<string, string>, facts: SnippetFacts): string {
  return text.replaceAll(variable, (whole, name: string) => {
    const key = name.toLowerCase();
    const value = (Object.hasOwn(own, key) && facts[own[key] ?? 'today']) || values.get(name);
    return value === undefined || value === '' ? whole : value;
  });
}
