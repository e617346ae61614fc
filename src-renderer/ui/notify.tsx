import { Notifications, notifications } from '@mantine/notifications';
import { asGalleyError, GalleyError, isCancellation } from '#shared/contract/failure.ts';
import { FailureNote } from './failure-note.tsx';
import styles from './notify.module.css';
import { useWords } from './words.tsx';

/** Milliseconds a sentence stays; one with Undo stays longer, a failure until it is closed. */
const plainTime = 3500;
const undoTime = 8000;

function OfferSentence({
  id,
  sentence,
  label,
  act,
}: {
  id: string;
  sentence: string;
  /** Absent: “Undo”. */
  label?: string;
  act(): void | Promise<void>;
}) {
  const { t } = useWords();
  return (
    <div className={styles.row}>
      <span className={styles.sentence}>{sentence}</span>
      <button
        type="button"
        className={styles.undo}
        onClick={() => {
          notifications.hide(id);
          Promise.resolve(act()).catch(notifyFailure);
        }}
      >
        {label ?? t('ui.undo')}
      </button>
    </div>
  );
}

const classNames = { root: styles.note, body: styles.body };

/** Where sentences appear: over the work, which is still reached through them. */
export function NotePlace() {
  return (
    <Notifications
      position="bottom-center"
      limit={4}
      // Over dialogs (200), under menus (300): a sentence must not hide what a menu offers.
      zIndex={250}
      containerWidth={400}
      classNames={{ root: styles.place }}
    />
  );
}

/** Says in one short sentence what was done. */
export function notify(sentence: string): void {
  notifications.show({
    message: sentence,
    autoClose: plainTime,
    withBorder: false,
    classNames,
    withCloseButton: false,
  });
}

/** Says something worth reading to the end: it stays until it is closed. */
export function notifyLasting(sentence: string): void {
  notifications.show({ message: sentence, autoClose: false, withBorder: false, classNames });
}

/** Says what was done, with Undo beside it. */
export function notifyUndo(sentence: string, undo: () => void | Promise<void>): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    message: <OfferSentence id={id} sentence={sentence} act={undo} />,
    autoClose: undoTime,
    classNames,
    withCloseButton: false,
  });
}

/**
 * Says what was done, with one other thing that can be done about it beside it.
 * @param stays until it is closed: for what nobody asked for just now
 */
export function notifyOffer(
  sentence: string,
  label: string,
  act: () => void | Promise<void>,
  stays = false,
): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    message: <OfferSentence id={id} sentence={sentence} label={label} act={act} />,
    autoClose: stays ? false : undoTime,
    classNames,
    withCloseButton: stays,
  });
}

/** Shows a failure by its code; a cancellation is silent. */
export function notifyFailure(error: unknown): void {
  if (isCancellation(error)) return;
  const failure = asGalleyError(error);
  if (!(error instanceof GalleyError)) console.error(error);
  notifications.show({
    id: `${failure.code}:${failure.sentence.en}`,
    message: <FailureNote error={failure} bare />,
    autoClose: false,
    classNames: { ...classNames, root: styles.failure },
  });
}
