import { countUse, listKit, saveKit, trashKit } from '#main/core/kit/kit.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** Snippets, hashtag sets, accounts, themes, word lists and rule changes of the workspace. */
export function createKitHandlers(context: RecordContext): Omit<AreaHandlers<'kit'>, 'kit.shippedWordLists'> {
  return {
    'kit.list': (input) => listKit(context, input),
    'kit.save': (input) => saveKit(context, input),
    'kit.trash': (input) => trashKit(context, input),
    'kit.used': (input) => countUse(context, input),
  };
}
