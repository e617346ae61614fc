import { notifyFailure } from '#renderer/ui/notify.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { answerEnding, answerLimit } from '#shared/review/answer.ts';
import { openAnswer } from './review-store.ts';

/** Opens the file of a reviewer; one that is far too large is not even read. */
export async function readAnswerFile(file: File): Promise<void> {
  if (file.size > answerLimit * 3) {
    notifyFailure(
      new GalleyError('invalid-input', {
        en: `“${file.name}” is far too large for an answer to a review package. Ask for the file that “Save answer” made.`,
        zh: `“${file.name}”过大，不是审阅答复。请索要“保存答复”生成的文件。`,
      }),
    );
    return;
  }
  openAnswer(await file.text(), file.name);
}

/** Takes answers to review packages out of files that came in. @returns the others */
export function takeAnswers(files: readonly File[]): File[] {
  const answer = files.find((file) => file.name.endsWith(answerEnding));
  if (answer) readAnswerFile(answer).catch(notifyFailure);
  return files.filter((file) => !file.name.endsWith(answerEnding));
}
