import type { WordListKind } from '../kit/word-list.ts';

/** What the checks of words, rights and disclosure can find, besides what platforms object to. */
export const contentCodes = [
  'absolute-claim',
  'medical-claim',
  'financial-claim',
  'sensitive-word',
  'brand-word',
  'brand-preferred',
  'placeholder',
  'disclosure-advertising',
  'disclosure-synthetic',
  'disclosure-mark',
  'fact-source',
  'personal-id',
  'personal-phone',
  'personal-email',
  'personal-card',
  'personal-passport',
  'personal-data',
  'link-not-https',
  'link-malformed',
  'link-private',
  'link-example',
  'link-ending',
  'rights-missing',
  'rights-expired',
  'rights-font',
  'reading-level',
] as const;
export type ContentCode = (typeof contentCodes)[number];

/** Codes of lists whose every hit is a finding. */
export const codeOfKind = {
  'absolute-claim': 'absolute-claim',
  'medical-claim': 'medical-claim',
  'financial-claim': 'financial-claim',
  sensitive: 'sensitive-word',
  brand: 'brand-word',
  placeholder: 'placeholder',
} as const satisfies Partial<Record<WordListKind, ContentCode>>;
