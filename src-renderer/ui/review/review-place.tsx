import { IconMailOpened } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { MakeReviewDialog } from './make-dialog.tsx';
import { useOpenReview } from './review-store.ts';
import { readAnswerFile } from './take-answers.ts';

/** Asks for the file of a reviewer and shows it. */
export const bringInAnswer: Action = {
  id: 'review.bring-in',
  icon: IconMailOpened,
  run: async () => {
    const [file] = await pickFiles('.json,application/json');
    if (file) await readAnswerFile(file);
  },
};

const actions = [bringInAnswer];

/** Where the dialogs of reviews open, whatever screen asked for them. */
export function ReviewPlace() {
  const open = useOpenReview();
  useActions(actions);
  if (open?.kind === 'make') return <MakeReviewDialog postIds={open.postIds} />;
  if (open?.kind === 'answer') return <AnswerDialog key={open.text} text={open.text} name={open.name} />;
  return null;
}
