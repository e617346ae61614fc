import { useEffect, useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { type Disclosure, partsOfKey, type Post, targetKey } from '#shared/domain/post.ts';
import { checkWords } from '#shared/platforms/check.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { CheckWords, LiveMeasures } from '../session/live-measures.ts';
import { type CheckContent, useContentCheck } from './use-content-check.ts';

/** Findings that the files, their rights and the plan decide; the words are checked here, without waiting. */
const ofRecords = /^(?:media|image|video|fps|alt|cover|safe-area|schedule|rights)/;

/** What is known of a post besides its words. */
interface Marks {
  disclosure: Disclosure;
  sources: string;
}

/** Everything that can be said of the words of one target. */
function wordChecker(pack: RulePack, content: CheckContent | null, marks: Marks): CheckWords {
  const day = new Date().toISOString().slice(0, 10);
  return ({ key, profile, content: words, hasMedia, thread }) => {
    const rules = checkWords(profile, packFor(pack, partsOfKey(key).accountId), words, hasMedia, thread);
    return content ? [...rules, ...content({ profile, content: words, ...marks, day })] : rules;
  };
}

/**
 * Checks the words at every pause in writing, and asks what the files of the post break, again when one of them or
 * this post changed; draws nothing.
 */
export function PostChecks({ post, pack, live }: { post: Post; pack: RulePack; live: LiveMeasures }) {
  const content = useContentCheck();
  const { advertising, synthetic } = post.disclosure;
  const { sources } = post;
  const check = useMemo(
    () => wordChecker(pack, content, { disclosure: { advertising, synthetic }, sources }),
    [pack, content, advertising, synthetic, sources],
  );
  useEffect(() => live.setCheck(check), [live, check]);

  const stored = useCall('posts.check', { id: post.id }, ['records.changed'], {
    quiet: 800,
    concerns: ({ kind, ids }) => {
      if (kind === 'post') return ids.includes(post.id);
      if (kind === 'kit' || kind === 'brand') return true;
      const attached = [post.attachments, ...post.targets.map((each) => each.overrides.attachments ?? [])];
      return kind === 'asset' || attached.flat().some((each) => ids.includes(each.refId));
    },
  });
  useEffect(() => {
    if (!stored.data) return;
    const keys = new Map(post.targets.map((each) => [each.id, targetKey(each)]));
    const ofFiles = stored.data.targets.map((each): [string, Finding[]] => [
      keys.get(each.targetId) ?? '',
      each.findings.filter((finding) => ofRecords.test(finding.code)),
    ]);
    live.setFileFindings(new Map(ofFiles));
  }, [stored.data, live, post.targets]);
  return null;
}
