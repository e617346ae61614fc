import { Button, Modal } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { AdaptWords } from '#shared/adapt/actions.ts';
import { composeFields, postedTexts } from '#shared/platforms/compose.ts';
import { countField } from '#shared/platforms/count-text.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import { WordDiff } from '../history/word-diff.tsx';
import type { LiveMeasures } from '../session/live-measures.ts';
import classes from './adapt.module.css';
import type { Proposal } from './propose.ts';

/** The fullest of the texts that a field is posted as. */
function fullest(profile: FormatProfile, field: TextField, words: AdaptWords) {
  const { thread, ...content } = words;
  const counts = postedTexts(field, composeFields(profile, content, thread)).map((text) =>
    countField(profile, field, text),
  );
  return counts.toSorted((one, other) => other.count - one.count)[0] ?? countField(profile, field, '');
}

function CountChange({ profile, before, after }: { profile: FormatProfile } & Omit<Proposal, 'key'>) {
  const { locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const field = profile.text.fields.find((each) => each.role === 'body');
  if (!field) return null;
  const from = fullest(profile, field, before);
  const to = fullest(profile, field, after);
  const limit = to.limit === null ? '' : `/${number.format(to.limit)}`;
  return (
    <span className={classes['counts']}>
      <span data-over={!from.ok}>{number.format(from.count)}</span>
      <IconArrowRight size={12} stroke={1.5} aria-hidden />
      <span data-over={!to.ok}>
        {number.format(to.count)}
        {limit}
      </span>
    </span>
  );
}

function Parts({ profile, words }: { profile: FormatProfile; words: AdaptWords }) {
  const { t } = useWords();
  const { thread, ...content } = words;
  const parts = composeFields(profile, content, thread).thread ?? [];
  return (
    <section className={classes['thread']} aria-label={t('adapt.thread')}>
      <h4>{t('adapt.threadOf', { count: parts.length })}</h4>
      <ol>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ol>
    </section>
  );
}

/** Words of one target before and after. */
function Change({ proposal, live }: { proposal: Proposal; live: LiveMeasures }) {
  const { t, say } = useWords();
  const { key, before, after } = proposal;
  const profile = key === null ? null : live.profile(key);
  const rows = [
    { label: t('composer.title'), from: before.title, to: after.title },
    { label: t('composer.body'), from: before.body, to: after.body },
    { label: t('composer.hashtags'), from: before.hashtags.join(' '), to: after.hashtags.join(' ') },
    { label: t('composer.link'), from: before.link, to: after.link },
    { label: t('composer.firstComment'), from: before.firstComment, to: after.firstComment },
  ].filter(({ from, to }) => from !== to);
  const threaded = JSON.stringify(before.thread) !== JSON.stringify(after.thread);
  return (
    <article className={classes['change']}>
      <h3 className={classes['changeName']}>
        {profile ? (
          <>
            <PlatformBadge format={profile.id} size={16} />
            {say(profile.platformName)} · {say(profile.name)}
            <span className={classes['space']} />
            <CountChange profile={profile} before={before} after={after} />
          </>
        ) : (
          t('composer.baseText')
        )}
      </h3>
      {rows.map(({ label, from, to }) => (
        <WordDiff key={label} label={label} before={from} after={to} />
      ))}
      {threaded &&
        (after.thread && profile ? (
          <Parts profile={profile} words={after} />
        ) : (
          <p className={classes['hint']}>{t('adapt.threadOff')}</p>
        ))}
    </article>
  );
}

/** Shows what an adaptation changes before it does. */
export function AdaptDialog({
  title,
  proposals,
  live,
  onApply,
  onClose,
}: {
  title: string;
  proposals: readonly Proposal[];
  live: LiveMeasures;
  onApply(): void;
  onClose(): void;
}) {
  const { t } = useWords();
  return (
    <Modal opened onClose={onClose} title={title} size={720}>
      <div className={classes['changes']}>
        {proposals.map((proposal) => (
          <Change key={proposal.key ?? ''} proposal={proposal} live={live} />
        ))}
      </div>
      <footer className={classes['footer']}>
        <span className={classes['space']} />
        <Button variant="default" onClick={onClose}>
          {t('composer.cancel')}
        </Button>
        <Button data-autofocus onClick={onApply}>
          {t('adapt.apply')}
        </Button>
      </footer>
    </Modal>
  );
}
