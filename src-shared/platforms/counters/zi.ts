import { lengthCounter } from './utf16.ts';

/** “字” with no published unit: UTF-16 units, the strictest of the usual readings. */
export const zi = lengthCounter('zi', true);
