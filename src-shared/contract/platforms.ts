import { z } from 'zod';
import type { RulePack } from '../platforms/rule-pack.ts';
import { nothing, query } from './define.ts';

export const platformCalls = {
  /** The whole rule pack; counters, profiles and checks over it are pure and run where they are needed. */
  'platforms.pack': query(nothing, z.custom<RulePack>()),
};
