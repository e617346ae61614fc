import { ActionIcon, Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type CueMatch, type CueQuery, findInCues, replaceInCues } from '#shared/clip/captions/find-cues.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { changeWithUndo } from './offer-undo.ts';
import styles from './tool-forms.module.css';
import { useFirstFocus } from './use-first-focus.ts';
import { seekToCue, type TrackEditing } from './use-captions.ts';

interface Found {
  matches: readonly CueMatch[];
  failure: GalleyError | null;
}

function find(cues: readonly Cue[], query: CueQuery): Found {
  try {
    return { matches: findInCues(cues, query), failure: null };
  } catch (error) {
    if (error instanceof GalleyError) return { matches: [], failure: error };
    throw error;
  }
}

/** Finds and replaces words in one track: the count as it is typed, one after another or all at once. */
export function FindForm({ editing, track }: { editing: TrackEditing; track: CaptionTrack }) {
  const { t, say, locale } = useWords();
  const field = useFirstFocus<HTMLInputElement>();
  const [query, setQuery] = useState<CueQuery>({ text: '' });
  const [replacement, setReplacement] = useState('');
  const [at, setAt] = useState(-1);
  const wanted = useDeferredValue(query);
  const { matches, failure } = useMemo(() => find(track.cues, wanted), [track.cues, wanted]);
  const number = new Intl.NumberFormat(locale);
  const here = matches[at];

  const go = (to: number): void => {
    const match = matches[(to + matches.length) % Math.max(1, matches.length)];
    if (!match) return;
    setAt(matches.indexOf(match));
    editing.choose([match.cueId]);
    const cue = track.cues.find(({ id }) => id === match.cueId);
    if (cue) seekToCue(editing.editor, cue);
  };
  const replace = (): void => {
    if (!here) {
      go(0);
      return;
    }
    editing.cues((cues) => replaceInCues(cues, query, replacement, here).cues);
    const left = find(editing.track()?.cues ?? [], query).matches;
    const next = left.findIndex((match) =>
      match.cueId !== here.cueId
        ? track.cues.findIndex(({ id }) => id === match.cueId) >
          track.cues.findIndex(({ id }) => id === here.cueId)
        : match.start >= here.start + replacement.length,
    );
    setAt(next);
    const match = left[next];
    if (match) editing.choose([match.cueId]);
  };
  const replaceAll = (): void => {
    let count = 0;
    changeWithUndo(
      editing.editor,
      track.id,
      (edit) =>
        changeCues(edit, track.id, (cues) => {
          const done = replaceInCues(cues, query, replacement);
          count = done.count;
          return done.cues;
        }),
      () => t('clip-captions.did-replace', { count: number.format(count) }),
    );
    setAt(-1);
  };
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go(event.shiftKey ? at - 1 : at + 1);
  };
  const change = (next: Partial<CueQuery>): void => {
    setQuery({ ...query, ...next });
    setAt(-1);
  };
  const none = matches.length === 0;
  const count = failure
    ? say(failure.sentence)
    : query.text === ''
      ? ''
      : here
        ? t('clip-captions.match-of', { at: number.format(at + 1), all: number.format(matches.length) })
        : t('clip-captions.matches', { count: number.format(matches.length) });

  return (
    <search className={styles.form} aria-label={t('clip-captions.find')}>
      <div className={styles.line}>
        <TextInput
          className={styles.grow ?? ''}
          ref={field}
          aria-label={t('clip-captions.find-what')}
          placeholder={t('clip-captions.find-what')}
          spellCheck={false}
          error={failure !== null}
          value={query.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={byKey}
        />
        <Tooltip label={t('clip-captions.previous-match')}>
          <ActionIcon
            aria-label={t('clip-captions.previous-match')}
            disabled={none}
            onClick={() => go(at < 0 ? -1 : at - 1)}
          >
            <IconChevronUp size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('clip-captions.next-match')}>
          <ActionIcon aria-label={t('clip-captions.next-match')} disabled={none} onClick={() => go(at + 1)}>
            <IconChevronDown size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
      <TextInput
        aria-label={t('clip-captions.replace-by')}
        placeholder={t('clip-captions.replace-by')}
        spellCheck={false}
        value={replacement}
        onChange={(event) => setReplacement(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          replace();
        }}
      />
      <div className={styles.checks}>
        <Checkbox
          label={t('clip-captions.match-case')}
          checked={query.matchCase === true}
          onChange={(event) => change({ matchCase: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('clip-captions.whole-word')}
          checked={query.wholeWord === true}
          onChange={(event) => change({ wholeWord: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('clip-captions.regex')}
          checked={query.regex === true}
          onChange={(event) => change({ regex: event.currentTarget.checked })}
        />
      </div>
      <div className={styles.line}>
        <output className={styles.count} data-bad={failure !== null}>
          {count}
        </output>
        <Button variant="default" disabled={none} onClick={replace}>
          {t('clip-captions.replace')}
        </Button>
        <Button variant="default" disabled={none} onClick={replaceAll}>
          {t('clip-captions.replace-all')}
        </Button>
      </div>
    </search>
  );
}
