import { composeFields } from '../platforms/compose.ts';
import type { Finding } from '../platforms/finding.ts';
import type { ContentContext, ContentTarget, FieldText } from './context.ts';
import { disclosureFindings } from './rules/disclosure.ts';
import { factFindings } from './rules/facts.ts';
import { linkFindings } from './rules/links.ts';
import { personalFindings } from './rules/personal.ts';
import { rightsFindings } from './rules/rights.ts';
import { voiceFindings } from './rules/voice.ts';
import { wordFindings } from './rules/words.ts';

/**
 * What the words themselves, the rights in the media and the marks of a post have against them, as one platform
 * would show it. Severities come from the lists: they are the user's own rules, not the platform's.
 */
export function checkContent(context: ContentContext, target: ContentTarget): Finding[] {
  const { profile, content } = target;
  const { fields } = composeFields(profile, content);
  const texts = Object.entries(fields)
    .filter(([, text]) => text !== '')
    .map(([field, text]): FieldText => ({ field, text, hits: context.words.hits(text) }));
  const bodyField = profile.text.fields.find(({ role }) => role === 'body')?.id ?? texts[0]?.field ?? 'body';
  const body = { field: bodyField, text: fields[bodyField] ?? '' };
  return [
    ...disclosureFindings(context, target, texts, bodyField),
    ...wordFindings(target, texts),
    ...personalFindings(target, texts),
    ...linkFindings(context, target, texts),
    ...factFindings(target, texts),
    ...voiceFindings(context, target, body),
    ...rightsFindings(context, target),
  ];
}
