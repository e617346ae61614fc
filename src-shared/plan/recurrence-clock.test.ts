import { describe, expect, it } from 'vitest';
import { clockInWords } from './recurrence-clock.ts';

describe('a clock change in words', () => {
  it('says what becomes of an hour that is skipped', () => {
    expect(clockInWords({ local: '2026-03-29T02:30', zone: 'Europe/Berlin' })).toEqual({
      en: '02:30 does not exist on 29 March in Berlin: the clocks go forward. It becomes 03:30.',
      zh: 'Berlin 3月29日时钟拨快，02:30 不存在，将改为 03:30。',
    });
    // Half an hour on Lord Howe Island.
    expect(clockInWords({ local: '2026-10-04T02:15', zone: 'Australia/Lord_Howe' })?.en).toContain(
      'Lord Howe: the clocks go forward. It becomes 02:45.',
    );
  });

  it('says which of two equal hours is meant, and nothing of other hours', () => {
    expect(clockInWords({ local: '2026-11-01T01:30', zone: 'America/New_York' })?.en).toBe(
      '01:30 comes twice on 1 November in New York: the clocks go back. The first is meant.',
    );
    expect(clockInWords({ local: '2026-11-01T12:30', zone: 'America/New_York' })).toBeNull();
    expect(clockInWords({ local: '', zone: 'America/New_York' })).toBeNull();
  });
});
