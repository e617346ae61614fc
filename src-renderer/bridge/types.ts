import type { CallOutput } from '#shared/contract/index.ts';

/** The open workspace as the windows see it. */
export type Workspace = NonNullable<CallOutput<'workspace.current'>>;
