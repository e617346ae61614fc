import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { isMendable } from '#shared/checks/fixes.ts';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { OpenAttachment } from '../attachments/attachments-field.tsx';
import { attachmentOfMedia, isRecording } from '../attachments/media-info.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import type { FindingGroup } from './group-findings.ts';
import { isFixedTogether, mend, type MendTools } from './mend.ts';

interface Screen {
  session: PostSession;
  live: LiveMeasures;
  pack: RulePack;
  /** Goes to the place of a finding. */
  go(key: string, finding: Finding): void;
  openSchedule(): void;
  openMedia(): void;
  openAttachment(open: OpenAttachment): void;
}

/** What a repair of something attached asks a person to change. */
const partOfFix: Partial<Record<string, OpenAttachment['part']>> = {
  'crop-image': 'crop',
  'reframe-clip': 'crop',
  'trim-clip': 'times',
  'choose-cover': 'cover',
  'write-alt': 'alt',
};

/** Repairs of a design's page, which are made where it is drawn. */
const madeInDesign = new Set(['move-layers', 'crop-image']);

/** Mends findings: in the words at once, with Undo; for the others it opens the place where a person decides. */
export function useFixes({ session, live, pack, go, openSchedule, openMedia, openAttachment }: Screen) {
  const { t, say } = useWords();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const tools: MendTools = { pack, profile: live.profile, check: live.check };
    const run = (
      groups: readonly FindingGroup[],
      sentence: (count: number) => string,
      all: boolean,
    ): void => {
      const wanted = new Set(groups.map(({ finding }) => `${finding.code}\n${finding.message.en}`));
      const keys = groups.flatMap(({ places }) => places.map(({ key }) => key));
      const { base, targets, count } = mend(tools, session.snapshot().post, keys, (finding) =>
        all ? isFixedTogether(finding) : wanted.has(`${finding.code}\n${finding.message.en}`),
      );
      if (count === 0) {
        notify(t('checks.gone'));
        return;
      }
      notifyUndo(sentence(count), session.edit({ base, targets }));
    };
    const open = (group: FindingGroup): void => {
      const first = group.places[0];
      if (!first) return;
      const { key, finding } = first;
      const { post } = session.snapshot();
      const attached = attachmentsOf(post, targetOf(post, key));
      const part = partOfFix[finding.fix?.code ?? ''];
      const attachment =
        part === 'cover'
          ? attached.find(({ refId }) => isRecording(refId))
          : attachmentOfMedia(attached, finding.media ?? 0);
      if (finding.fix?.code === 'change-time') openSchedule();
      else if (finding.fix?.code === 'add-media') openMedia();
      else if (finding.fix?.code === 'set-licence') navigate('/library');
      else if (attachment?.kind === 'design' && madeInDesign.has(finding.fix?.code ?? '')) {
        navigate(`/designs/${attachment.refId}`);
      } else {
        go(key, finding);
        if (attachment && part !== undefined) openAttachment({ id: attachment.id, part });
      }
    };
    return {
      fix: (group: FindingGroup): void => {
        const { fix } = group.finding;
        if (!fix) return;
        if (!isMendable(group.finding)) open(group);
        else run([group], () => t('checks.fixed', { what: say(fix.label) }), false);
      },
      fixAll: (groups: readonly FindingGroup[]): void =>
        run(groups, (count) => t('checks.fixed-all', { count }), true),
    };
  }, [session, live, pack, go, openSchedule, openMedia, openAttachment, t, say, navigate]);
}
