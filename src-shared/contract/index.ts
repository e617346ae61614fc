import type { z } from 'zod';
import { articleCalls } from './articles.ts';
import { assetCalls } from './assets.ts';
import { campaignCalls } from './campaigns.ts';
import { checkCalls } from './checks.ts';
import { clipWorkCalls } from './clip-work.ts';
import { clipCalls } from './clips.ts';
import { dateCalls } from './dates.ts';
import { designCalls } from './designs.ts';
import { designWorkCalls } from './design-work.ts';
import type { Failure } from './failure.ts';
import { fileCalls } from './files.ts';
import { handoffCalls } from './handoff.ts';
import { insightCalls } from './insight.ts';
import { kitCalls } from './kit.ts';
import { planCalls } from './plan.ts';
import { planFileCalls } from './plan-files.ts';
import { platformCalls } from './platforms.ts';
import { postCalls } from './posts.ts';
import { reminderCalls } from './reminders.ts';
import { renderCalls } from './renders.ts';
import { reviewCalls } from './review.ts';
import { events, systemCalls } from './system.ts';
import { timingCalls } from './timing.ts';
import { teamCalls } from './team.ts';
import { workspaceCalls } from './workspace.ts';

/** Every call of the studio. A handler is missing or answers the wrong type: it does not compile. */
export const contract = {
  ...workspaceCalls,
  ...assetCalls,
  ...postCalls,
  ...planCalls,
  ...planFileCalls,
  ...campaignCalls,
  ...timingCalls,
  ...dateCalls,
  ...insightCalls,
  ...teamCalls,
  ...designCalls,
  ...designWorkCalls,
  ...clipCalls,
  ...clipWorkCalls,
  ...reminderCalls,
  ...renderCalls,
  ...reviewCalls,
  ...handoffCalls,
  ...fileCalls,
  ...platformCalls,
  ...kitCalls,
  ...checkCalls,
  ...articleCalls,
  ...systemCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
/** What the call is for: a job's result arrives with its last event. */
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
export type JobName = { [N in CallName]: Contract[N]['kind'] extends 'job' ? N : never }[CallName];
export type PlainName = Exclude<CallName, JobName>;
/** What the call answers at once. */
export type CallAnswer<N extends CallName> = N extends JobName ? { jobId: string } : CallOutput<N>;

export type Envelope<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export { events };
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

export function isJobName(name: CallName): name is JobName {
  return contract[name].kind === 'job';
}
