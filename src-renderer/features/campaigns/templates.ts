import { newId } from '#shared/domain/id.ts';
import type { KitBody } from '#shared/kit/schema.ts';

/** What a campaign may start from. */
export const campaignTemplates = ['blank', 'launch', 'festival', 'always-on'] as const;
export type CampaignTemplate = (typeof campaignTemplates)[number];

/** A campaign with nothing in it. */
export function blankCampaign(): KitBody<'campaign'> {
  return {
    goal: '',
    from: null,
    to: null,
    budget: null,
    brief: '',
    audience: '',
    owner: '',
    hue: null,
    checklist: [],
    results: '',
  };
}

/** A campaign with the words of a template; `checklist` has one step a line. */
export function campaignFrom(words: { goal: string; brief: string; checklist: string }): KitBody<'campaign'> {
  const checklist = words.checklist
    .split('\n')
    .filter(Boolean)
    .map((text) => ({ id: newId(), text, done: false }));
  return { ...blankCampaign(), goal: words.goal, brief: words.brief, checklist };
}
