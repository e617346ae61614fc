/** What fills itself in, by the names it goes by in either language. */
export interface SnippetFacts {
  today: string;
  title: string;
  link: string;
}
const names: Record<keyof SnippetFacts, { en: string[]; zh: string[] }> = {
  today: { en: ['today', 'date'], zh: ['今天', '日期'] },
  title: { en: ['title'], zh: ['标题'] },
  link: { en: ['link'], zh: ['链接'] },
};
const facts: readonly (keyof SnippetFacts)[] = ['today', 'title', 'link'];

/** The fact that goes by the name; undefined for all others. */
function factOf(name: string): keyof SnippetFacts | undefined {
  const wanted = name.toLowerCase();
  return facts.find((fact) => [...names[fact].en, ...names[fact].zh].includes(wanted));
}

const variable = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** Names that have to be asked for, each once, in their order. */
export function namesToAsk(text: string): string[] {
  const found = [...text.matchAll(variable)].map((match) => match[1] ?? '');
  return [...new Set(found)].filter((name) => factOf(name) === undefined);
}

/** The text with every variable filled in; one without a value stays, so that nothing goes out half-filled unseen. */
export function filled(text: string, values: ReadonlyMap<string, string>, known: SnippetFacts): string {
  return text.replaceAll(variable, (whole, name: string) => {
    const fact = factOf(name);
    const value = fact === undefined ? values.get(name) : known[fact];
    return value === undefined || value === '' ? whole : value;
  });
}
