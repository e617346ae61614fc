import type { PostSummary } from '#shared/domain/post.ts';

export const groupings = ['pillar', 'campaign', 'label'] as const;
export type Grouping = (typeof groupings)[number];

export interface IdeaColumn {
  /** The pillar, campaign or label; '' for ideas without any. */
  value: string;
  ideas: readonly PostSummary[];
}

/** The one column an idea stands in; of several labels the first counts. */
export function columnOf(idea: PostSummary, by: Grouping): string {
  return by === 'label' ? (idea.labels[0] ?? '') : idea[by];
}

/** Whether every word of `search` is in what the idea says or is sorted by. */
export function matches(idea: PostSummary, search: string): boolean {
  const text = [idea.title, idea.excerpt, idea.pillar, idea.campaign, idea.owner, ...idea.labels]
    .join('\n')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Every idea in exactly one column: those without first, then the known ones, then whatever else ideas name. */
export function ideaColumns(
  ideas: readonly PostSummary[],
  by: Grouping,
  known: readonly string[],
): IdeaColumn[] {
  const columns = new Map<string, PostSummary[]>(['', ...known].map((value) => [value, []]));
  const others = [...new Set(ideas.map((idea) => columnOf(idea, by)))].filter((value) => !columns.has(value));
  for (const value of others.sort((one, other) => one.localeCompare(other))) columns.set(value, []);
  for (const idea of ideas) columns.get(columnOf(idea, by))?.push(idea);
  return [...columns].map(([value, list]) => ({ value, ideas: list }));
}

/** The idea as it is in another column, and the change that brings it there. */
export function movedTo(
  idea: PostSummary,
  by: Grouping,
  value: string,
): {
  idea: PostSummary;
  change: { pillar?: string; campaign?: string; addLabels?: string[]; removeLabels?: string[] };
} {
  if (by === 'pillar') return { idea: { ...idea, pillar: value }, change: { pillar: value } };
  if (by === 'campaign') return { idea: { ...idea, campaign: value }, change: { campaign: value } };
  const from = columnOf(idea, 'label');
  const labels = [...(value === '' ? [] : [value]), ...idea.labels.filter((label) => label !== from)];
  return {
    idea: { ...idea, labels: [...new Set(labels)] },
    change: {
      ...(value === '' ? {} : { addLabels: [value] }),
      ...(from === '' ? {} : { removeLabels: [from] }),
    },
  };
}
