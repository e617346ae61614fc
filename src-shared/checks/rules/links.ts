import { linesOf } from '../../platforms/counters/pieces.ts';
import { fixLabels } from '../../platforms/find.ts';
import type { Finding } from '../../platforms/finding.ts';
import type { ContentCode } from '../codes.ts';
import { byList, type ContentContext, type ContentTarget, type FieldText, listFor } from '../context.ts';
import type { NamedList } from '../lists.ts';
import { remembering } from '../remember.ts';

const written = /(?:https?:\/{0,2}|www\.)[^\s，。、；！？）】》」』“”]+/giu;
/** Marks that end a sentence and not an address. */
const endings = /[.,;:!?'"…]+$/;

const privateHost =
  /^(?:localhost|.*\.(?:local|internal|lan|test|invalid|localhost)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|\[?f[cd][0-9a-f]{2}:.*)$/i;

interface Problem {
  code: ContentCode;
  message: Finding['message'];
  /** The address as it should be. */
  put?: string;
}

function hostOf(address: string): string | null {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? hostname : null;
  } catch {
    return null;
  }
}

const mayHoldLink = /https?:|www\./i;

/** What is wrong with one address; the first of all. */
export function linkProblem(address: string, { list }: Pick<NamedList, 'list'>): Problem | null {
  if (/^www\./i.test(address) || !/^[a-z][a-z\d+.-]*:/i.test(address)) {
    return {
      code: 'link-malformed',
      message: { en: `“${address}” has no https:// in front.`, zh: `“${address}”前面缺少 https://。` },
      ...(hostOf(`https://${address}`) ? { put: `https://${address}` } : {}),
    };
  }
  const host = hostOf(address);
  const isNamed = host !== null && (/\.[a-z\d-]{2,}$/i.test(host) || privateHost.test(host));
  if (!isNamed || !/^https?:\/\/[^/]/i.test(address)) {
    const message = { en: `“${address}” is no valid address.`, zh: `“${address}”不是有效的网址。` };
    return { code: 'link-malformed', message };
  }
  if (privateHost.test(host)) {
    return {
      code: 'link-private',
      message: {
        en: `“${host}” can be reached only inside a network. Give readers a public address.`,
        zh: `“${host}”只能在内部网络访问。请换成公开网址。`,
      },
    };
  }
  const named = list.entries.map(({ word }) => word.toLowerCase());
  if (named.some((each) => host === each || host.endsWith(`.${each}`)) || host.endsWith('.example')) {
    return {
      code: 'link-example',
      message: {
        en: `“${host}” stands for an address. Put in the real one.`,
        zh: `“${host}”只是示例网址。请换成真实网址。`,
      },
    };
  }
  if (/^http:/i.test(address)) {
    return {
      code: 'link-not-https',
      message: {
        en: `“${address}” is not encrypted; browsers warn of it.`,
        zh: `“${address}”未加密，浏览器会发出警告。`,
      },
      put: address.replace(/^http:/i, 'https:'),
    };
  }
  return null;
}

function findingOf(
  list: NamedList,
  problem: Problem,
  at: { field: string; from: number; to: number },
): Finding {
  const { field, from, to } = at;
  const code = problem.code === 'link-not-https' ? 'use-https' : 'mend-link';
  const fix =
    problem.put === undefined
      ? { code: 'remove-links', label: fixLabels['remove-links'], put: '' }
      : { code, label: fixLabels[code], put: problem.put };
  return byList(problem.code, list, problem.message, { field, at: { from, to }, fix });
}

/** The link's own field: all of it is the address. */
function ofLinkField(list: NamedList, field: string, text: string): Finding[] {
  const problem = text.includes(' ')
    ? {
        code: 'link-malformed' as const,
        message: {
          en: 'There is a space in the link. Take it out.',
          zh: '链接中有空格。请去掉。',
        },
        put: text.replace(/\s+/g, ''),
      }
    : linkProblem(text, list);
  return problem ? [findingOf(list, problem, { field, from: 0, to: text.length })] : [];
}

/** Addresses written into one line; places are places in the line. */
function ofLine(list: NamedList, field: string, text: string): Finding[] {
  if (!mayHoldLink.test(text)) return [];
  return [...text.matchAll(written)].flatMap((match) => {
    // In formatted text an address may stand in brackets; the closing one is not part of it.
    const inside = text[match.index - 1] === '(' ? match[0].replace(/\).*$/, '') : match[0];
    const address = inside.replace(endings, '').replace(/\)$/, (end) => (inside.includes('(') ? end : ''));
    const from = match.index;
    const to = from + address.length;
    const problem = linkProblem(address, list);
    if (problem) return [findingOf(list, problem, { field, from, to })];
    const after = inside.slice(address.length);
    // A full stop right behind an address and nothing after it: some platforms take it into the link.
    if (!/[.,;:!?]/.test(after)) return [];
    const message = {
      en: `“${after}” right behind the link may become part of it. Put a space between.`,
      zh: `链接后紧跟“${after}”，可能被当作链接的一部分。请加空格。`,
    };
    const fix = { code: 'mend-link', label: fixLabels['mend-link'], put: `${address} ${after}` };
    return [
      byList('link-ending', list, message, {
        severity: 'note',
        field,
        at: { from, to: from + inside.length },
        fix,
      }),
    ];
  });
}

/** What one list finds in texts, remembered line by line; no address lies across two. */
interface LinkReader {
  inText(field: string, text: string): readonly Finding[];
  inLinkField(field: string, text: string): readonly Finding[];
}

function linkReader(list: NamedList): LinkReader {
  const lines = remembering((line) => ofLine(list, '', line), 512);
  const places = remembering((text): readonly { finding: Finding; from: number }[] => {
    let next = 0;
    return linesOf(text).flatMap((line) => {
      const from = next;
      next += line.length;
      return lines(line).map((finding) => ({ finding, from }));
    });
  });
  const links = remembering((text) => ofLinkField(list, '', text));
  return {
    inText: (field, text) => places(text).map(({ finding, from }) => placed(finding, field, from)),
    inLinkField: (field, text) => links(text).map((finding) => placed(finding, field, 0)),
  };
}

/** A finding of a line as one of the field whose line it is. */
function placed(finding: Finding, field: string, start: number): Finding {
  const { at } = finding;
  return { ...finding, field, ...(at ? { at: { from: start + at.from, to: start + at.to } } : {}) };
}

const readers = new WeakMap<NamedList, LinkReader>();

function readerOf(list: NamedList): LinkReader {
  const known = readers.get(list) ?? linkReader(list);
  readers.set(list, known);
  return known;
}

/** Addresses in all texts, each once. Nothing is fetched. */
export function linkFindings(
  context: ContentContext,
  target: ContentTarget,
  texts: readonly FieldText[],
): Finding[] {
  const list = listFor(context, target.profile, 'links');
  if (!list) return [];
  const linkField = target.profile.text.fields.find(({ role }) => role === 'link')?.id;
  const reader = readerOf(list);
  const found = texts.flatMap(({ field, text }) =>
    field === linkField ? reader.inLinkField(field, text) : reader.inText(field, text),
  );
  // A link of its own that the platform puts nowhere is still handed to people.
  const link = target.content.link.trim();
  const isShown = texts.some(({ text }) => text.includes(link));
  if (link !== '' && !isShown) {
    const { at: _at, ...finding } = ofLinkField(list, 'link', link)[0] ?? {};
    if ('code' in finding && finding.code !== undefined) found.push(finding as Finding);
  }
  return found;
}
