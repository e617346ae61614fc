import { lengthCounter } from './utf16.ts';

/**
 * “Characters” with no published unit: code points or UTF-16 units. The larger of both is always UTF-16, so
 * that is what is counted.
 */
export const characters = lengthCounter('characters', true);
