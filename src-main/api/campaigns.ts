import { campaignFacts, countCampaigns } from '#main/core/campaigns/campaign-facts.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

export function createCampaignHandlers(context: RecordContext): AreaHandlers<'campaigns'> {
  return {
    'campaigns.counts': () => countCampaigns(context),
    'campaigns.facts': (input) => campaignFacts(context, input),
  };
}
