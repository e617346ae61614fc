import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Repositories } from '#main/ports/repositories.ts';

/** Wrong tries before one has to wait, and how long: each further try doubles it. */
const freeTries = 5;
const firstWait = 30_000;
const longestWait = 3_600_000;

const keyBytes = 32;

/** By member: wrong tries in a row, and the moment (ms) before which no try counts. Forgotten with the process. */
const tries = new Map<string, { wrong: number; until: number }>();

/** A PIN as it is kept: scrypt with a salt of its own. */
export function hashPin(pin: string): { salt: string; hash: string } {
  const salt = randomBytes(16);
  return { salt: salt.toString('hex'), hash: scryptSync(pin, salt, keyBytes).toString('hex') };
}

function matches(pin: string, kept: { salt: string; hash: string }): boolean {
  const tried = scryptSync(pin, Buffer.from(kept.salt, 'hex'), keyBytes);
  return timingSafeEqual(tried, Buffer.from(kept.hash, 'hex'));
}

function refuse(seconds: number): never {
  throw new GalleyError(
    'invalid-input',
    seconds > 0
      ? {
          en: `That was wrong too often. Wait ${seconds} seconds and try again.`,
          zh: `输错次数过多。请等待 ${seconds} 秒后再试。`,
        }
      : { en: 'This is not the PIN. Try again.', zh: 'PIN 不正确。请重试。' },
    { wait: seconds },
  );
}

/**
 * Lets pass who knows the PIN, and everybody where there is none. It keeps honest people honest: whoever has the
 * folder can read it without Galley.
 * @throws GalleyError `invalid-input` with detail `{wait}` in seconds
 */
export function checkPin(repositories: Repositories, memberId: string, pin: string, now: Date): void {
  const kept = repositories.memberPins.get(memberId);
  if (!kept) return;
  const known = tries.get(memberId) ?? { wrong: 0, until: 0 };
  const left = Math.ceil((known.until - now.getTime()) / 1000);
  if (left > 0) refuse(left);
  if (matches(pin, kept)) {
    tries.delete(memberId);
    return;
  }
  const wrong = known.wrong + 1;
  const wait = wrong < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (wrong - freeTries));
  tries.set(memberId, { wrong, until: now.getTime() + wait });
  refuse(wait / 1000);
}
